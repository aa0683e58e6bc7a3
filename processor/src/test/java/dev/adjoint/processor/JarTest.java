package dev.adjoint.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives and rules of jars, through javac as a user runs it. */
class JarTest {
    @TempDir
    Path folder;

    private static final String LIBRARY = """
            package lib;
            import dev.adjoint.*;
            public class Lib {
              @Differentiable(wrt = "x") public static double f(double x, double y) { return x * x * y; }
              @Differentiable public static double g(double[] x, double k) { return k * x[0] * x[0] * x[1]; }
              @Differentiable public static double[] twice(double[] x) {
                double[] y = new double[x.length];
                for (int i = 0; i < y.length; i++) y[i] = x[i] * x[i];
                return y;
              }
              @Differentiable public static void grow(double[] x, double k) {
                for (int i = 0; i < x.length; i++) x[i] *= k * x[i];
              }
              @Differentiable public static double both(double[] x) { x[0] *= 2; return x[0] * x[1]; }
              public static double erf(double x) { return x * x * x; }
              @DerivativeOf(type = Lib.class, method = "erf")
              public static double erfPartial(double x, double y) { return 3 * x * x; }
              public static double[] mirror(double[] x) { return new double[] {x[1], x[0] * x[0]}; }
              @DerivativeOf(type = Lib.class, method = "mirror")
              public static double[] mirrorVjp(double[] x, double[] bar) { return new double[] {2 * x[0] * bar[1], bar[0]}; }
              @DerivativeOf(type = Lib.class, method = "mirror")
              public static double[] mirrorJvp(double[] x, double[] dot) { return new double[] {dot[1], 2 * x[0] * dot[0]}; }
            }
            """;

    /** Compiles one class into a jar of its own, and gives the messages of the compiler. */
    private String compile(String jar, String classPath, String name, String text) throws IOException {
        return compile(jar, List.of("-cp", classPath), List.of(source(name, text)));
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private String compile(String jar, List<String> path, List<JavaFileObject> sources) throws IOException {
        Path out = Files.createDirectories(folder.resolve("classes-" + jar));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-Aadjoint.verify"));
        options.addAll(path);
        JavaCompiler.CompilationTask task = compiler.getTask(messages, null, null, options, null, sources);
        task.setProcessors(List.of(new AdjointProcessor()));
        task.call();
        pack(out, folder.resolve(jar));
        return messages.toString();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(".java")) {
                    continue;
                }
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
    }

    private String classPath(String... jars) {
        List<String> all = new ArrayList<>();
        Arrays.stream(jars).map(jar -> folder.resolve(jar).toString()).forEach(all::add);
        all.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, all);
    }

    private void library() throws IOException {
        assertEquals("", compile("lib.jar", classPath(), "lib/Lib", LIBRARY));
    }

    /** What the compiler says of a class that uses these jars. */
    private String use(String body, String... jars) throws IOException {
        String text = "package user; import dev.adjoint.*; import lib.*; public class User {\n" + body + "\n}";
        return compile("user.jar", classPath(jars), "user/User", text);
    }

    private Object call(String type, String method, Object... args) throws Exception {
        URL[] urls = {
            folder.resolve("user.jar").toUri().toURL(),
            folder.resolve("lib.jar").toUri().toURL(),
            folder.resolve("more.jar").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(urls, JarTest.class.getClassLoader())) {
            Method found = Arrays.stream(loader.loadClass(type).getMethods())
                    .filter(m -> m.getName().equals(method) && m.getParameterCount() == args.length)
                    .findFirst()
                    .orElseThrow();
            return found.invoke(null, args);
        }
    }

    private String index(String path) throws IOException {
        return Files.readString(
                folder.resolve("classes-lib.jar").resolve("META-INF/adjoint").resolve(path));
    }

    @Test
    void theIndexNamesWhatIsThere() throws IOException {
        library();
        List<String> lines = index("derivatives/lib.LibGrad").lines().toList();
        assertTrue(
                lines.get(0).startsWith("lib.Lib\tf\t(DD)D\tlib.LibGrad\tf\t0\t1\tfGrad,fValueAndGrad,fVjp,fJvp"),
                lines.get(0));
        assertTrue(lines.get(0).endsWith("\t"), "f writes nothing");
        assertTrue(lines.get(3).endsWith("\t0"), "grow writes its first parameter");
        assertEquals(
                "double\tlib.Lib\terfPartial\tdouble,double\t0\tPARTIALS\ttrue\tfalse\n", index("rules/lib.Lib.erf"));
        assertEquals("""
                double[]\tlib.Lib\tmirrorVjp\tdouble[],double[]\t0\tVJP\tfalse\tfalse
                double[]\tlib.Lib\tmirrorJvp\tdouble[],double[]\t0\tJVP\tfalse\tfalse
                """, index("rules/lib.Lib.mirror"));
    }

    @Test
    void anArgumentThatIsNotDifferentiatedByIsRefused() throws IOException {
        library();
        String messages = use("@Differentiable static double g(double x) { return Lib.f(1, x); }", "lib.jar");
        assertTrue(messages.contains("[ADJ055]"), messages);
    }

    @Test
    void aMethodWithoutSourceOrRuleIsRefused() throws IOException {
        String messages = use("@Differentiable static double g(double[] x) { java.util.Arrays.sort(x); return x[0]; }");
        assertTrue(messages.contains("[ADJ034]"), messages);
    }

    private static final String ALL = """
            @Differentiable public static double h(double[] x) {
              double[] y = Lib.mirror(Lib.twice(x));
              Lib.grow(y, x[0]);
              return Lib.f(y[0], 3) + Lib.erf(y[1]) * Lib.g(x, y[0]) + LocalGrad(x[1]);
            }
            static double LocalGrad(double t) { return LibGrad.fGrad(2, 3) * t; }
            """;

    private static double h(double a, double b) {
        double y0 = a * (b * b) * (b * b);
        double y1 = a * Math.pow(a, 4) * Math.pow(a, 4);
        return y0 * y0 * 3 + y1 * y1 * y1 * (y0 * a * a * b) + 12 * b;
    }

    @Test
    void derivativesAndRulesOfAJarAreRightInBothModes() throws Exception {
        library();
        assertEquals("", use(ALL, "lib.jar"));
        double a = 0.9;
        double b = 1.1;
        double step = 1e-5;
        double[] expected = {
            (h(a + step, b) - h(a - step, b)) / (2 * step), (h(a, b + step) - h(a, b - step)) / (2 * step)
        };
        double[] gradient = (double[]) call("user.UserGrad", "hGrad", new double[] {a, b});
        assertArrayEquals(expected, gradient, 1e-7);
        double jvp = (double) call("user.UserGrad", "hJvp", new double[] {a, b}, new double[] {0.3, -0.7});
        assertEquals(0.3 * gradient[0] - 0.7 * gradient[1], jvp, 1e-12 * Math.abs(jvp));
    }

    @Test
    void aSecondDerivativeThroughARuleOfAJarIsRefused() throws IOException {
        library();
        String messages = use("@Differentiable(order = 2) static double g(double x) { return Lib.erf(x); }", "lib.jar");
        assertTrue(messages.contains("User.java:2: error: [ADJ075]"), messages);
        String nested = use(
                "@Differentiable static double g(double[] x) { return Lib.mirror(x)[0]; }\n"
                        + "@Differentiable static double k(double[] x) { return UserGrad.gGrad(x)[0]; }",
                "lib.jar");
        assertTrue(nested.contains("User.java:2: error: [ADJ075]"), nested);
    }

    @Test
    void aDerivativeOfAJarIsNotDifferentiatedAgain() throws IOException {
        library();
        String messages = use("@Differentiable static double g(double x) { return LibGrad.fGrad(x, 2); }", "lib.jar");
        assertTrue(messages.contains("[ADJ034]"), messages);
    }

    @Test
    void aMethodThatReturnsAResultAndWritesIsRefused() throws IOException {
        library();
        String messages = use(
                "@Differentiable static double g(double[] x) { double[] y = x.clone(); return Lib.both(y) + y[0]; }",
                "lib.jar");
        assertTrue(messages.contains("[ADJ036]"), messages);
    }

    private static String rule(String type, double factor) {
        return "package more; public class " + type + " { "
                + "@dev.adjoint.DerivativeOf(type = lib.Lib.class, method = \"erf\") "
                + "public static double erfPartial(double x, double y) { return " + factor + " * x; } }";
    }

    @Test
    void aRuleMayBeInAnotherJarThanItsMethodAndTheFirstJarCounts() throws Exception {
        library();
        assertEquals("", compile("more.jar", classPath("lib.jar"), "more/More", rule("More", 10)));
        String body = "@Differentiable public static double g(double x) { return Lib.erf(x); }";
        assertEquals("", use(body, "more.jar", "lib.jar"));
        assertEquals(20.0, call("user.UserGrad", "gGrad", 2.0));
        assertEquals("", use(body, "lib.jar", "more.jar"));
        assertEquals(12.0, call("user.UserGrad", "gGrad", 2.0));
    }

    @Test
    void aRuleOfThisCompilationStandsBeforeThatOfAJar() throws Exception {
        library();
        String messages = use("""
                @Differentiable public static double g(double x) { return Lib.erf(x); }
                @DerivativeOf(type = Lib.class, method = "erf") static double p(double x, double y) { return 7; }
                """, "lib.jar");
        assertFalse(messages.contains("error"), messages);
        assertEquals(7.0, call("user.UserGrad", "gGrad", 2.0));
    }

    @Test
    void derivativesAndRulesOfAModuleAreFound() throws Exception {
        Path runtime = Path.of(dev.adjoint.Differentiable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(runtime)) {
            pack(runtime, folder.resolve("adjoint.runtime.jar"));
        } else {
            Files.copy(runtime, folder.resolve("adjoint.runtime.jar"));
        }
        List<String> path = List.of("-p", folder.toString());
        String library = "module lib { requires adjoint.runtime; exports lib; }";
        String user = "module user { requires adjoint.runtime; requires lib; }";
        assertEquals("", compile("lib.jar", path, List.of(source("module-info", library), source("lib/Lib", LIBRARY))));
        String text = "package user; import dev.adjoint.*; import lib.*; public class User { "
                + "@Differentiable public static double g(double x) { return Lib.f(x, 3) + Lib.erf(x); } }";
        assertEquals("", compile("user.jar", path, List.of(source("module-info", user), source("user/User", text))));
        assertEquals(24.0, call("user.UserGrad", "gGrad", 2.0));
    }
}
