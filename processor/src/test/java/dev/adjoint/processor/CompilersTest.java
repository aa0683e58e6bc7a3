package dev.adjoint.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor among compilers, other processors and mistakes. */
class CompilersTest {
    private static JavaFileObject source(String... body) {
        List<String> lines = new ArrayList<>(List.of("package p;", "class A {"));
        lines.addAll(List.of(body));
        lines.add("}");
        return JavaFileObjects.forSourceLines("p.A", lines);
    }

    private static Compilation compile(JavaFileObject... files) {
        return javac().withProcessors(new AdjointProcessor()).compile(files);
    }

    @Test
    void isFoundAsAService() {
        assertTrue(ServiceLoader.load(Processor.class).stream().anyMatch(p -> p.type() == AdjointProcessor.class));
    }

    @Test
    void doesNotComplainOfUnclaimedAnnotations() {
        Compilation compilation = javac().withProcessors(new AdjointProcessor())
                .withOptions("-Xlint:all", "-Werror")
                .compile(source("@dev.adjoint.Differentiable static double f(double x) { return x * x; }"));
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void anUnknownNameIsTheCompilersToReport() {
        Compilation compilation = compile(source(
                "@dev.adjoint.Differentiable static double f(double x) { return x * unknown; }",
                "static double g() { return AGrad.fGrad(1); }"));
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("cannot find symbol");
    }

    @Test
    void aTypeErrorIsTheCompilersToReport() {
        Compilation compilation =
                compile(source("@dev.adjoint.Differentiable static double f(double x) { return \"x\" * x; }"));
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("bad operand types");
    }

    @Test
    void aRefusedMethodDoesNotHideBehindItsUses() {
        Compilation compilation = compile(source(
                "static double rate;",
                "@dev.adjoint.Differentiable static double f(double x) { return x * rate; }",
                "static double g() { return AGrad.fGrad(1); }"));
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("ADJ032");
    }

    @Test
    void aFailureOfOursIsOneMessage() {
        AdjointProcessor failing = new AdjointProcessor((reading, trace) -> {
            throw new IllegalStateException("broken");
        });
        Compilation compilation = javac().withProcessors(failing)
                .compile(source("@dev.adjoint.Differentiable static double f(double x) { return x; }"));
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("[ADJ091]");
        assertThat(compilation).hadErrorContaining("broken");
    }

    @Test
    void aClassThatAppearsInALaterRoundIsWaitedFor() {
        JavaFileObject file =
                source("@dev.adjoint.Differentiable static double f(double x) { return x * Late.FACTOR; }");
        Compilation compilation =
                javac().withProcessors(new Writing(), new AdjointProcessor()).compile(file);
        assertThat(compilation).succeeded();
        assertThat(compilation)
                .generatedSourceFile("p.AGrad")
                .contentsAsUtf8String()
                .contains("Late.FACTOR");
    }

    @Test
    void readsWhatACompilerWithAMegabyteOfStackReads() throws InterruptedException {
        String sum = "x * x" + " + x * y".repeat(900);
        JavaFileObject file =
                source("@dev.adjoint.Differentiable static double f(double x, double y) {", " return " + sum + "; }");
        List<Compilation> compilations = new ArrayList<>();
        Thread thread = new Thread(null, () -> compilations.add(compile(file)), "compiler", 1 << 20);
        thread.start();
        thread.join();
        assertThat(compilations.get(0)).succeeded();
    }

    @Test
    void anotherCompilerGetsOneErrorAndNothingElse() {
        List<String> messages = new ArrayList<>();
        Messager messager = (Messager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Messager.class}, (proxy, method, args) -> {
                    messages.add(String.valueOf(args[1]));
                    return null;
                });
        ProcessingEnvironment environment = (ProcessingEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, args) -> method.getName().equals("getMessager") ? messager : null);
        AdjointProcessor processor = new AdjointProcessor();
        processor.init(environment);
        assertEquals(1, messages.size());
        assertTrue(messages.get(0).startsWith("[ADJ090]"));
        assertTrue(processor.process(Set.of(), (RoundEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RoundEnvironment.class}, (proxy, method, args) -> null)));
        assertFalse(messages.size() > 1);
    }

    /** Rules for methods of one name would get files of one name in the working directory. */
    @Test
    void withoutAFolderForClassesThereAreNoFilesBesideThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Rules.java"), """
                import dev.adjoint.DerivativeOf;
                import dev.adjoint.Differentiable;
                class Rules {
                    static class A { static double f(double x) { return x; } }
                    static class B { static double f(double x) { return 2 * x; } }
                    @DerivativeOf(type = A.class, method = "f") static double ofA(double x, double y) { return 1; }
                    @DerivativeOf(type = B.class, method = "f") static double ofB(double x, double y) { return 2; }
                    @Differentiable static double g(double x) { return A.f(x) * B.f(x); }
                }
                """);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    told,
                    files,
                    null,
                    List.of("-proc:only", "-s", folder.toString()),
                    null,
                    files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AdjointProcessor()));
            assertTrue(task.call(), told::toString);
        }
        assertTrue(Files.exists(folder.resolve("RulesGrad.java")));
        assertFalse(Files.exists(Path.of("f")));
    }

    /** Another processor, which writes a class that is known from the second round on. */
    private static final class Writing extends AbstractProcessor {
        private boolean written;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("p.Late").openWriter()) {
                    writer.write("package p; class Late { static final double FACTOR = 2; }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
