package dev.adjoint.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The four objectives of ADBench: values and derivatives. */
@Tag("vectors")
class AdBenchTest {
    /** What checks a file of one kind. */
    private interface Check {
        void run(JsonObject instance, Closeness closeness);
    }

    @Test
    void allFiles() throws IOException {
        Path folder = folder();
        Derived derived = Derived.of(
                "/vectors/Gmm.java", "/vectors/BundleAdjustment.java", "/vectors/Lstm.java", "/vectors/Hand.java");
        HandVectors hand = new HandVectors(derived, folder);
        Map<String, Check> checks = Map.of(
                "gmm", (in, close) -> GmmVectors.check(derived, in, close),
                "ba", (in, close) -> new BundleVectors(derived, in).check(close),
                "lstm", (in, close) -> LstmVectors.check(derived, in, close),
                "hand_simple", hand::simple,
                "hand_complicated", hand::complicated);
        report(folder, checks);
    }

    private static Path folder() {
        String given = System.getProperty("adjoint.vectors.adbench", "");
        return given.isBlank()
                ? Path.of(URI.create(
                        AdBenchTest.class.getResource("/vectors/adbench").toString()))
                : Path.of(given);
    }

    private static void report(Path folder, Map<String, Check> checks) throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Path file : files(folder)) {
            JsonObject instance = Json.read(file);
            if (!instance.has("kind")) {
                continue;
            }
            String kind = instance.get("kind").getAsString();
            Closeness closeness = new Closeness(Closeness.ADBENCH);
            attempt(checks, kind, instance, closeness);
            int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
            count[0] += closeness.findings().isEmpty() ? 1 : 0;
            count[1]++;
            closeness.findings().stream().limit(5).forEach(f -> failures.add(file.getFileName() + ": " + f));
        }
        counts.forEach(
                (kind, count) -> System.out.println("adbench vectors: " + kind + " " + count[0] + "/" + count[1]));
        assertTrue(!counts.isEmpty(), "there are no files in " + folder);
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    }

    private static void attempt(Map<String, Check> checks, String kind, JsonObject instance, Closeness closeness) {
        Check check = checks.get(kind);
        if (check == null) {
            closeness.findings().add("no check is known for files of kind " + kind);
            return;
        }
        try {
            check.run(instance, closeness);
        } catch (AssertionError e) {
            closeness.findings().add(e.getMessage());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }
}
