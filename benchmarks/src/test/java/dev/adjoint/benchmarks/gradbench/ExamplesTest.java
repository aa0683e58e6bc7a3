package dev.adjoint.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Examples of what the suite asks and what its own tool answers. The system property {@code adjoint.vectors.gradbench} names
 * another folder of such files.
 */
@Tag("vectors")
class ExamplesTest {
    /** The suite's own, of which the sum of both numbers and one is the unit. */
    private static final double SUITE = 1e-4;

    /** The same mathematics, with other functions of the library and another order of sums. */
    private static final double SAME = 1e-12;

    /** Where the examples were made with differences, a descent ends elsewhere within its own tolerance. */
    private static final Set<String> BY_DIFFERENCES = Set.of("particle", "saddle");

    @Test
    void allFiles() throws IOException {
        Path folder = folder();
        List<Path> files = files(folder);
        assertFalse(files.isEmpty(), "there are no files in " + folder);
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            check(file, failures);
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    }

    private static void check(Path file, List<String> failures) throws IOException {
        List<String> lines =
                Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
        int right = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> failure =
                    failure(JsonParser.parseString(lines.get(i)).getAsJsonObject());
            String place = file.getFileName() + ", line " + (i + 1) + ": ";
            failure.ifPresent(f -> failures.add(place + f));
            right += failure.isEmpty() ? 1 : 0;
        }
        String group = file.getFileName().toString().replace(".jsonl", "");
        System.out.println("gradbench vectors: " + group + " " + right + "/" + lines.size());
    }

    private static Optional<String> failure(JsonObject example) {
        String module = example.get("module").getAsString();
        JsonObject request = new JsonObject();
        request.addProperty("id", 1);
        request.addProperty("kind", "evaluate");
        request.addProperty("module", module);
        request.add("function", example.get("function"));
        request.add("input", example.get("input"));
        JsonObject response = Conversation.answer(request.toString());
        if (!response.get("success").getAsBoolean()) {
            return Optional.of(response.get("error").getAsString());
        }
        double tolerance = BY_DIFFERENCES.contains(module) ? SUITE : SAME;
        return Likeness.difference(example.get("output"), response.get("output"), tolerance);
    }

    private static Path folder() {
        String given = System.getProperty("adjoint.vectors.gradbench", "");
        return given.isBlank()
                ? Path.of(URI.create(
                        ExamplesTest.class.getResource("/vectors/gradbench").toString()))
                : Path.of(given);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
    }
}
