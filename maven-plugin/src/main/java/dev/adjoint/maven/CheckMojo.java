package dev.adjoint.maven;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import dev.adjoint.check.output.Explanation;
import dev.adjoint.check.output.JUnitXml;
import dev.adjoint.check.output.Sarif;
import dev.adjoint.check.output.Summary;
import dev.adjoint.check.output.Table;
import dev.adjoint.check.run.Answer;
import dev.adjoint.check.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks every generated derivative of the module: forward against reverse mode, the order of the Taylor remainder,
 * finite differences over a sweep of steps, and the symmetry of Hessians. A derivative that is wrong breaks the build.
 * Results are written as {@code junit.xml}, {@code adjoint.sarif} and {@code check.json}.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends CheckingMojo {
    /** Whether a derivative that no input reached breaks the build. */
    @Parameter(property = "adjoint.failOnUnchecked", defaultValue = "false")
    private boolean failOnUnchecked;

    /** Whether a module without derivatives breaks the build. */
    @Parameter(property = "adjoint.failIfNone", defaultValue = "false")
    private boolean failIfNone;

    @Override
    boolean measure() {
        return false;
    }

    @Override
    void none() throws MojoFailureException {
        super.none();
        if (failIfNone) {
            throw new MojoFailureException("no derivatives found, and failIfNone is set. Is the processor among the"
                    + " annotationProcessorPaths of maven-compiler-plugin?");
        }
    }

    @Override
    void report(Answer answer, Settings settings) throws MojoExecutionException, MojoFailureException {
        Summary summary = new Summary(settings, answer.outcomes());
        write(summary);
        Table.of(summary.outcomes()).forEach(getLog()::info);
        summary.outcomes().forEach(o -> Explanation.notes(o).forEach(line -> log(o.status(), line)));
        getLog().info(summary.text());
        List<String> problems = problems(summary);
        if (!problems.isEmpty()) {
            throw new MojoFailureException(summary.text() + "\n" + String.join("\n", problems));
        }
    }

    private void log(Status status, String line) {
        if (status == Status.UNCHECKED) {
            getLog().warn(line);
        } else {
            getLog().info(line);
        }
    }

    private List<String> problems(Summary summary) {
        List<String> problems = new ArrayList<>();
        for (Outcome outcome : summary.outcomes()) {
            problems.addAll(Explanation.of(outcome, reproduction()));
            if (failOnUnchecked && outcome.status() == Status.UNCHECKED) {
                problems.add(outcome.derivative().id() + " is unchecked, and failOnUnchecked is set: "
                        + String.join("; ", outcome.notes()));
            }
        }
        return problems;
    }

    private void write(Summary summary) throws MojoExecutionException {
        try {
            Json.write(summary, folder().resolve("check.json"));
            new JUnitXml(project.getName(), this::path, reproduction())
                    .write(summary.outcomes(), folder().resolve("junit.xml"));
            new Sarif(version(), this::path, reproduction())
                    .write(summary.outcomes(), folder().resolve("adjoint.sarif"));
        } catch (IOException e) {
            throw new MojoExecutionException("the results cannot be written to " + folder() + ": " + e.getMessage(), e);
        }
    }

    private String path(Derivative derivative) {
        Path file = sources().find(derivative.source());
        return file == null
                ? derivative.source()
                : root().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }
}
