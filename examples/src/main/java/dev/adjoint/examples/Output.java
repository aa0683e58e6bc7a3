package dev.adjoint.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the examples put their files: beside the compiled classes. */
final class Output {
    private Output() {}

    /** A file in this module's {@code target} folder, from wherever in the project the example was started. */
    static Path file(String name) throws IOException {
        Path module = Files.isDirectory(Path.of("examples")) ? Path.of("examples") : Path.of("");
        return Files.createDirectories(module.resolve("target")).resolve(name);
    }

    /** Writes a text to such a file, and says where it is. */
    static void write(String name, String text) throws IOException {
        Path file = file(name);
        Files.writeString(file, text);
        System.out.println("Wrote " + file);
    }
}
