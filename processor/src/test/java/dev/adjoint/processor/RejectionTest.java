package dev.adjoint.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.adjoint.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One source file for each problem: the problem is reported on the line that names it, and is the only one. */
class RejectionTest {
    private static final Path SOURCES = Path.of("src", "test", "resources", "rejections");
    private static final Path PAGE = Path.of("..", "docs", "problems.md");

    /** Problems that no source shows by itself; each has a test of its own or needs another compiler. */
    private static final Set<Problem> WITHOUT_SOURCE = Set.of(
            Problem.CASE_PATTERN, // Java 21
            Problem.PATTERN, // Java 21
            Problem.UNSUPPORTED_STATEMENT, // statements of later versions of Java
            Problem.NO_DERIVATIVE, // methods of Math that later versions of Java add
            Problem.CHECKPOINTED, // a note, CheckpointTest
            Problem.CHECKPOINT_UNUSED, // a warning, CheckpointTest
            Problem.RULE_WITHOUT_SOURCE, // JarTest
            Problem.JAR_DERIVATIVE, // JarTest
            Problem.NOT_JAVAC, // CompilersTest
            Problem.INTERNAL, // CompilersTest
            Problem.STUB_SURVIVED, // a defect of ours
            Problem.TYPE_DIFFERS); // a defect of ours

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList().stream();
        }
    }

    private static String id(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isReportedOnItsLine(Path source) throws IOException {
        String id = id(source);
        List<String> lines = Files.readAllLines(source);
        JavaFileObject file = JavaFileObjects.forSourceLines("rejected.Rejected", lines);
        Compilation compilation = javac().withProcessors(new AdjointProcessor()).compile(file);
        long line = lines.stream().takeWhile(l -> !l.contains("// " + id)).count() + 1;
        assertThat(compilation).hadErrorContaining("[" + id + "]").inFile(file).onLine(line);
        assertThat(compilation).hadErrorCount(1);
    }

    @Test
    void everyProblemIsShown() throws IOException {
        Set<String> shown = sources().map(RejectionTest::id).collect(Collectors.toCollection(TreeSet::new));
        WITHOUT_SOURCE.forEach(p -> shown.add(p.id()));
        Set<String> all =
                Arrays.stream(Problem.values()).map(Problem::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, shown);
        assertEquals(Problem.values().length, all.size(), "an id is used twice");
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        for (Problem problem : Problem.values()) {
            assertTrue(page.contains("## " + problem.id() + " "), problem.id() + " is not explained in " + PAGE);
        }
    }

    @Test
    void allProblemsOfAMethodAreReportedAtOnce() {
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "rejected.Several",
                "package rejected;",
                "class Several {",
                "  static double rate;",
                "  @dev.adjoint.Differentiable",
                "  static double f(double x, Object lock) {",
                "    double y = x * rate + helper(x);",
                "    synchronized (lock) { }",
                "    Double boxed = rate;",
                "    return y;",
                "  }",
                "  static double helper(double x) {",
                "    return x * rate;",
                "  }",
                "}");
        Compilation compilation = javac().withProcessors(new AdjointProcessor()).compile(file);
        assertThat(compilation).hadErrorContaining("ADJ032").inFile(file).onLine(6);
        assertThat(compilation).hadErrorContaining("ADJ020").inFile(file).onLine(7);
        assertThat(compilation).hadErrorContaining("ADJ032").inFile(file).onLine(8);
    }

    @Test
    void aRecursiveMethodDoesNotHandBackARecordWhoseConstructorIsCode() {
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "rejected.Shares",
                "package rejected;",
                "class Shares {",
                "  record Share(double a, double b) { Share { double s = a + b; a = a / s; b = b / s; } }",
                "  static Share halved(Share p, int n) {",
                "    return n == 0 ? p : halved(new Share(p.a() / 2, p.b()), n - 1);",
                "  }",
                "  @dev.adjoint.Differentiable",
                "  static double f(double x, int n) {",
                "    return halved(new Share(x, 2), n).a();",
                "  }",
                "}");
        Compilation compilation = javac().withProcessors(new AdjointProcessor()).compile(file);
        assertThat(compilation).hadErrorContaining("ADJ054").inFile(file).onLine(8);
    }

    @Test
    void aHelpersProblemIsReportedAtItsLineWithTheCallsThatLeadThere() {
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "rejected.Chain",
                "package rejected;",
                "class Chain {",
                "  static double rate;",
                "  @dev.adjoint.Differentiable",
                "  static double f(double x) {",
                "    return middle(x);",
                "  }",
                "  static double middle(double x) {",
                "    return inner(x);",
                "  }",
                "  static double inner(double x) {",
                "    return x * rate;",
                "  }",
                "}");
        Compilation compilation = javac().withProcessors(new AdjointProcessor()).compile(file);
        assertThat(compilation)
                .hadErrorContaining("reached from rejected.Chain.middle (Chain.java:9)")
                .inFile(file)
                .onLine(12);
        assertThat(compilation)
                .hadErrorContaining("reached from rejected.Chain.f (Chain.java:6)")
                .inFile(file)
                .onLine(12);
    }
}
