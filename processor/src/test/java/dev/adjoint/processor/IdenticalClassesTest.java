package dev.adjoint.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * A class with everything that breaks when bodies are attributed too early compiles to the same bytes with and without the
 * processor.
 */
class IdenticalClassesTest {
    private static final JavaFileObject NASTY = JavaFileObjects.forSourceLines(
            "p.Nasty",
            "package p;",
            "import java.util.*;",
            "import java.util.function.*;",
            "public class Nasty {",
            "  record Range(double low, double high) {",
            "    Range { if (low > high) { double t = low; low = high; high = t; } }",
            "  }",
            "  @dev.adjoint.Differentiable",
            "  public static double f(double x) {",
            "    Range r = new Range(x, 2 * x);",
            "    return r.high() * x;",
            "  }",
            "  static double use(double x) {",
            "    var anonymous = new Object() { double twice = 2; double get() { return twice; } };",
            "    class Local { double v = anonymous.get(); }",
            "    record Pair(double a, double b) { Pair { a = b; } }",
            "    BiFunction<Double, Double, Double> sum = (a, b) -> a + b;",
            "    Function<Integer, Supplier<String>> nested = i -> () -> \"v\" + i;",
            "    List<String> words = new ArrayList<>(List.of(\"b\", \"a\"));",
            "    words.sort((s, t) -> s.compareTo(t));",
            "    return sum.apply(new Local().v, anonymous.twice) + new Pair(x, 1).a() + nested.apply(1).get().length();",
            "  }",
            "}");

    @Test
    void withAndWithoutTheProcessor() throws IOException {
        Map<String, byte[]> plain = classes(javac().withOptions("-proc:none").compile(NASTY));
        Map<String, byte[]> processed = classes(javac().withProcessors(new AdjointProcessor())
                .withOptions("-Aadjoint.verify")
                .compile(NASTY));
        processed.keySet().removeIf(name -> name.contains("NastyGrad"));
        assertEquals(plain.keySet(), processed.keySet());
        plain.forEach((name, bytes) -> assertArrayEquals(bytes, processed.get(name), name));
    }

    @Test
    void aVariableOfAnInferredGeneratedTypeIsUnderstood() {
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "p.Uses",
                "package p;",
                "class Uses {",
                "  @dev.adjoint.Differentiable static double f(double x, double y) { return x * y; }",
                "  static double g(double x) { var b = UsesGrad.fGrad(x, 1); double c = b.x() * 2; return c; }",
                "  UsesGrad.FGradient field;",
                "}");
        assertThat(javac().withProcessors(new AdjointProcessor()).compile(file)).succeeded();
    }

    private static Map<String, byte[]> classes(Compilation compilation) throws IOException {
        assertThat(compilation).succeeded();
        Map<String, byte[]> classes = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                classes.put(file.getName(), file.openInputStream().readAllBytes());
            }
        }
        return classes;
    }
}
