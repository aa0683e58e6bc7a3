package dev.adjoint.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages are stages: data flows one way, and an import against it fails here. */
class ImportsTest {
    private static final String ROOT = "dev.adjoint.processor";
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern MENTION = Pattern.compile("\\bdev\\.adjoint\\.processor(?:\\.([a-z]+))?\\.[A-Z]");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("ir", Set.of()),
            Map.entry("diagnostic", Set.of()),
            Map.entry("source", Set.of("ir")),
            Map.entry("rules", Set.of("ir")),
            Map.entry("frontend", Set.of("ir", "diagnostic", "rules", "source")),
            Map.entry("normal", Set.of("ir", "source")),
            Map.entry("analysis", Set.of("ir", "rules")),
            Map.entry("transform", Set.of("ir", "rules", "analysis")),
            Map.entry("contract", Set.of("ir", "rules", "normal", "analysis", "transform")),
            Map.entry("simplify", Set.of("ir")),
            Map.entry("emit", Set.of("ir")),
            Map.entry(
                    "pipeline",
                    Set.of(
                            "ir",
                            "diagnostic",
                            "source",
                            "rules",
                            "frontend",
                            "normal",
                            "analysis",
                            "transform",
                            "contract",
                            "simplify",
                            "emit")),
            Map.entry("", Set.of("pipeline", "diagnostic", "frontend")));

    @Test
    void importsFollowTheStages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String from = stage(file);
            assertTrue(MAY_IMPORT.containsKey(from), "the package of " + file + " is not among the stages");
            Matcher mention = MENTION.matcher(text);
            while (mention.find()) {
                String to = mention.group(1) == null ? "" : mention.group(1);
                if (!to.equals(from) && !MAY_IMPORT.get(from).contains(to)) {
                    wrong.add(from + " -> " + to + " in " + SOURCES.relativize(file));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String stage : MAY_IMPORT.keySet()) {
            Path folder = SOURCES.resolve(ROOT.replace('.', '/')).resolve(stage);
            assertTrue(Files.exists(folder.resolve("package-info.java")), "no package-info.java in " + stage);
        }
    }

    @Test
    void onlyTheFrontEndSeesCompilerTrees() throws IOException {
        for (Path file : sources()) {
            boolean sees = Files.readString(file).contains("com.sun.source");
            String stage = stage(file);
            assertTrue(!sees || stage.equals("frontend") || stage.isEmpty(), file + " sees com.sun.source");
        }
    }

    @Test
    void onlyTheEmitterSeesJavaPoet() throws IOException {
        for (Path file : sources()) {
            boolean sees = Files.readString(file).contains("javapoet");
            assertTrue(!sees || stage(file).equals("emit"), file + " sees JavaPoet");
        }
    }

    private static String stage(Path file) {
        Path inside = SOURCES.resolve(ROOT.replace('.', '/')).relativize(file.getParent());
        return inside.toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
