package dev.adjoint.tensor.vectors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs all vectors; one test for each group, which prints how many of its cases passed. */
@Tag("vectors")
class TorchVectorsTest {
    /** One for each kind of case, the most special ones first. */
    private static final List<CaseRunner> RUNNERS = List.of(
            new PrintCase(),
            new HigherCase(),
            new GraphCase(),
            new OptimizerCase(),
            new TrainingCase(),
            new PlainCase());

    /** Failures that a test's message lists. */
    private static final int SHOWN = 25;

    @TestFactory
    List<DynamicTest> groups() throws Exception {
        List<JsonObject> groups = VectorFiles.groups();
        assertFalse(groups.isEmpty(), "no vectors in " + VectorFiles.directory());
        return groups.stream()
                .map(g -> dynamicTest(g.get("group").getAsString(), () -> run(g)))
                .collect(Collectors.toList());
    }

    private static void run(JsonObject group) {
        String name = group.get("group").getAsString();
        List<String> failures = new ArrayList<>();
        int total = 0;
        for (JsonElement e : group.getAsJsonArray("cases")) {
            total++;
            String failure = failure(e.getAsJsonObject());
            if (failure != null) {
                failures.add(e.getAsJsonObject().get("id").getAsString() + ": " + failure);
            }
        }
        System.out.println("torch vectors: " + name + " " + (total - failures.size()) + "/" + total);
        if (!failures.isEmpty()) {
            fail(failures.size() + " of " + total + " cases of " + name + " failed:\n"
                    + failures.stream().limit(SHOWN).collect(Collectors.joining("\n")));
        }
    }

    /** What is wrong with a case, or null. */
    private static String failure(JsonObject testCase) {
        for (CaseRunner runner : RUNNERS) {
            if (runner.accepts(testCase)) {
                try {
                    runner.run(testCase);
                    return null;
                } catch (AssertionError | RuntimeException e) {
                    return e.toString();
                }
            }
        }
        return "nothing here knows how to run such a case";
    }
}
