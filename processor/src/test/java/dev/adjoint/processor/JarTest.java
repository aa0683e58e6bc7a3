package dev.adjoint.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives and rules of classes without source, through javac as a user runs it. */
class JarTest {
    @TempDir
    Path library;

    @TempDir
    Path user;

    private static final String LIBRARY = """
            package lib;
            import dev.adjoint.*;
            public class Lib {
              @Differentiable(wrt = "x") public static double f(double x, double y) { return x * x * y; }
              public static double erf(double x) { return x; }
              @DerivativeOf(type = Lib.class, method = "erf")
              public static double erfPartial(double x, double y) { return 3; }
            }
            """;

    private static String compile(Path out, String classPath, String name, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        SimpleJavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        List<String> options = List.of("-d", out.toString(), "-cp", classPath, "-Aadjoint.verify");
        JavaCompiler.CompilationTask task = compiler.getTask(messages, null, null, options, null, List.of(source));
        task.setProcessors(List.of(new AdjointProcessor()));
        task.call();
        return messages.toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private String use(String body) throws IOException {
        assertEquals("", compile(library, classPath(), "lib/Lib", LIBRARY));
        String text = "package user; import dev.adjoint.*; import lib.*; class User {\n" + body + "\n}";
        return compile(user, library + System.getProperty("path.separator") + classPath(), "user/User", text);
    }

    @Test
    void theIndexNamesWhatIsThere() throws IOException {
        compile(library, classPath(), "lib/Lib", LIBRARY);
        String line = Files.readString(library.resolve("META-INF/adjoint/derivatives/lib.LibGrad"));
        assertTrue(line.startsWith("lib.Lib\tf\t(DD)D\tlib.LibGrad\tf\t0\t1\tfGrad,fValueAndGrad,fVjp,fJvp"), line);
        String rule = Files.readString(library.resolve("META-INF/adjoint/rules/lib.Lib.erf"));
        assertEquals("lib.Lib\terfPartial\n", rule);
    }

    @Test
    void anArgumentThatIsNotDifferentiatedByIsRefused() throws IOException {
        String messages = use("@Differentiable static double g(double x) { return Lib.f(1, x); }");
        assertTrue(messages.contains("[ADJ055]"), messages);
    }

    @Test
    void aMethodWithoutSourceOrRuleIsRefused() throws IOException {
        String messages = use("@Differentiable static double g(double[] x) { java.util.Arrays.sort(x); return x[0]; }");
        assertTrue(messages.contains("[ADJ034]"), messages);
    }

    @Test
    void derivativesAndRulesOfAJarAreFound() throws IOException {
        String messages = use("@Differentiable static double g(double x) { return Lib.f(x, 1) + Lib.erf(x); }");
        assertFalse(messages.contains("[ADJ034]"), messages);
    }
}
