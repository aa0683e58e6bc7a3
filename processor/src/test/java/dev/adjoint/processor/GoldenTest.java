package dev.adjoint.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated text is a product: one source for each construct, and beside it what is generated for it, the same on every
 * JDK and in every run. With {@code -Dadjoint.goldens=write} the expected texts are written anew, and the test fails all the
 * same, so that somebody reads what has changed.
 */
class GoldenTest {
    private static final Path SOURCES = Path.of("src", "test", "resources", "goldens");

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> sources =
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            return sources.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isWrittenAsItWas(Path source) throws IOException {
        String name = source.getFileName().toString().replace(".java", "Grad");
        String generated = generated(source, name);
        assertEquals(generated, generated(source, name), "two runs differ");
        Path expected = SOURCES.resolve(name + ".txt");
        if ("write".equals(System.getProperty("adjoint.goldens"))) {
            Files.writeString(expected, generated);
            fail(expected + " is written anew: read what has changed, and run the test without the flag");
        }
        assertEquals(Files.readString(expected), generated);
    }

    private static String generated(Path source, String name) throws IOException {
        JavaFileObject file = JavaFileObjects.forResource(source.toUri().toURL());
        Compilation compilation = javac().withProcessors(new AdjointProcessor())
                .withOptions("-Aadjoint.verify")
                .compile(file);
        assertThat(compilation).succeededWithoutWarnings();
        return compilation
                .generatedSourceFile("goldens." + name)
                .orElseThrow(() -> new AssertionError(name + " is not generated"))
                .getCharContent(false)
                .toString();
    }
}
