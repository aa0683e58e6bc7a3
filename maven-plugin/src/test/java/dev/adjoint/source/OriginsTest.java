package dev.adjoint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
    @TempDir
    private Path folder;

    private JavaSource source(String text) throws IOException {
        Path file = folder.resolve("Demo.java");
        Files.writeString(file, text);
        return JavaSource.read(file);
    }

    @Test
    void linesFollowTheCommentAboveThem() throws IOException {
        JavaSource source = source("""
            class Demo {
                @Unknown
                static double f(double x) {
                    double y = x
                            * x;
                    y += 1;
                    return y;
                }
            }
            """);
        MethodText method = Objects.requireNonNull(source.at("f", 3));
        assertEquals(2, method.first());
        assertEquals(8, method.last());
        List<String> generated = List.of(
                "double fGrad(double x) {",
                "  // return y;",
                "  double yBar = 1;",
                "  // double y = x * x;",
                "  return 2 * x;",
                "}");
        assertEquals(List.of(0, 7, 7, 4, 4, 0), new Origins(method).of(generated));
    }

    @Test
    void theForwardSweepIsKnownByItsVariables() throws IOException {
        JavaSource source = source("""
            class Demo {
                static double f(double[] x) {
                    double root = Math.sqrt(x[0]);
                    double s = 0;
                    s += root;
                    return s * x[0];
                }
            }
            """);
        MethodText method = Objects.requireNonNull(source.at("f", 2));
        List<String> generated = List.of(
                "double[] fGrad(double[] x) {",
                "  double x0 = x[0];",
                "  double root = Math.sqrt(x0);",
                "  double s = root;",
                "  double[] xBar = new double[x.length];");
        assertEquals(List.of(0, 0, 3, 0, 0), new Origins(method).of(generated), "two statements assign to s");
    }

    @Test
    void oneStatementIsTheOriginOfAll() throws IOException {
        JavaSource source = source("class Demo { static double f(double x) {\n return x * x; } }");
        MethodText method = Objects.requireNonNull(source.at("f", 1));
        List<String> generated = List.of("double fGrad(double x) {", "  return 2 * x;", "}");
        assertEquals(List.of(0, 2, 0), new Origins(method).of(generated));
    }

    @Test
    void aMethodThatIsNotThere() throws IOException {
        assertNull(source("class Demo {}").at("f", 1));
    }
}
