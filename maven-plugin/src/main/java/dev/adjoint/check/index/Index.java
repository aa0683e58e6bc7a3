package dev.adjoint.check.index;

import dev.adjoint.check.model.Derivative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The derivatives of a module: one file for each class with annotated methods. */
public final class Index {
    private static final String FOLDER = "META-INF/adjoint/derivatives";

    private Index() {}

    /**
     * All derivatives of a module, ordered by class name, then as declared.
     *
     * @param classes the folder that the module's classes were compiled to
     * @throws IOException if a file cannot be read
     * @throws MalformedIndex if a file is not one that the processor writes
     */
    public static List<Derivative> read(Path classes) throws IOException {
        Path folder = classes.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Derivative> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(new IndexFile(file).derivatives());
            }
        }
        return all;
    }
}
