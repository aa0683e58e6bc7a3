package dev.adjoint.check.run;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Settings;
import java.util.List;

/**
 * What a checking process is to do.
 *
 * @param classPath files and folders with the project's classes and everything they need
 * @param derivatives what to check
 * @param settings how
 */
public record Job(List<String> classPath, List<Derivative> derivatives, Settings settings) {}
