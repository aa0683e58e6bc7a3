package dev.adjoint.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every method of every file of the corpus. */
class CorpusTest {
    @TestFactory
    Stream<DynamicNode> methods() throws IOException {
        Path folder = Path.of(URI.create(CorpusTest.class.getResource("/corpus").toString()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream()
                    .map(f -> topic("/corpus/" + f.getFileName()));
        }
    }

    private static DynamicNode topic(String resource) {
        String name = resource.replaceAll(".*/|\\.java", "");
        return dynamicContainer(name, () -> tests(Source.resource(resource)).iterator());
    }

    private static Stream<DynamicNode> tests(Source source) {
        // A file that calls generated methods does not compile without them, but its annotated methods are known.
        Compilation plain = Compilation.plain(List.of(source));
        assertFalse(
                plain.entries().isEmpty(),
                () -> "no annotated method is found in " + source.name() + ": " + plain.report());
        Compilation whole = Compilation.differentiated(List.of(source));
        return plain.entries().stream().map(entry -> test(source, entry, plain.entries(), whole));
    }

    private static DynamicNode test(Source source, Entry entry, List<Entry> all, Compilation whole) {
        return dynamicTest(entry.base(), () -> {
            Compilation compilation = whole.succeeded() ? whole : Alone.compile(source, entry, all);
            assertTrue(compilation.succeeded(), compilation::report);
            List<String> findings = Checks.all(Subject.of(entry, compilation.loader(), true));
            assertTrue(findings.isEmpty(), () -> String.join("\n", findings));
        });
    }
}
