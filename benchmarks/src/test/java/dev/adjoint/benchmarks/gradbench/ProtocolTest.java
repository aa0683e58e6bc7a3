package dev.adjoint.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    @Test
    void aStartIsAnsweredWithTheTool() {
        JsonObject response =
                Conversation.answer("{\"id\": 0, \"kind\": \"start\", \"eval\": \"hello\", \"config\": {}}");
        assertEquals(0, response.get("id").getAsInt());
        assertEquals("adjoint", response.get("tool").getAsString());
    }

    @Test
    void aModuleIsDefined() {
        JsonObject response = Conversation.answer("{\"id\": 1, \"kind\": \"define\", \"module\": \"hello\"}");
        assertTrue(response.get("success").getAsBoolean());
        assertTimings(response.getAsJsonArray("timings"), "warm-up");
    }

    @Test
    void anUnknownModuleIsRefused() {
        for (String kind : List.of("define", "evaluate")) {
            JsonObject response =
                    Conversation.answer("{\"id\": 1, \"kind\": \"" + kind + "\", \"module\": \"nothing\"}");
            assertFailure(response, "there is no module nothing");
        }
    }

    @Test
    void anUnknownFunctionIsRefused() {
        assertFailure(evaluate("lse", "hessian", "{\"x\": [1]}"), "the module lse has no function hessian");
    }

    @Test
    void otherKindsAreAnsweredWithTheNumberAlone() {
        for (String kind : List.of("analysis", "something")) {
            JsonObject response =
                    Conversation.answer("{\"id\": 7, \"kind\": \"" + kind + "\", \"of\": 6, \"valid\": true}");
            assertEquals(Set.of("id"), response.keySet());
            assertEquals(7, response.get("id").getAsInt());
        }
    }

    @Test
    void everyLineHasAResponseInItsPlace() {
        List<JsonObject> responses = Conversation.about(
                "{\"id\": 1, \"kind\": \"start\"}",
                "{\"id\": 2, \"kind\": \"evaluate\", \"module\": \"lse\", \"function\": \"primal\", \"input\": {}}",
                "{\"id\": 3, \"kind\": \"evaluate\", \"module\": \"hello\", \"function\": \"square\", \"input\": 3}");
        assertEquals(
                List.of(1, 2, 3),
                responses.stream().map(r -> r.get("id").getAsInt()).toList());
        assertFailure(responses.get(1), "the input has no field x");
        assertEquals(9, responses.get(2).get("output").getAsDouble());
    }

    @Test
    void theOrderOfFieldsDoesNotMatterNorDoFurtherOnes() {
        JsonObject response = Conversation.answer(
                "{\"description\": \"text\", \"input\": {\"x\": [0, 0.0], \"further\": [[1], null, true]},"
                        + " \"function\": \"gradient\", \"module\": \"lse\", \"kind\": \"evaluate\", \"id\": 5}");
        assertTrue(response.get("success").getAsBoolean());
        assertEquals("[0.5,0.5]", response.get("output").toString());
    }

    @Test
    void aRunHasATimingOfItsOwn() {
        JsonObject response = evaluate("lse", "gradient", "{\"x\": [1, 2], \"min_runs\": 4, \"min_seconds\": 0}");
        assertEquals(4, response.getAsJsonArray("timings").size());
        assertTimings(response.getAsJsonArray("timings"), "evaluate");
        JsonObject once = evaluate("lse", "gradient", "{\"x\": [1, 2]}");
        assertEquals(1, once.getAsJsonArray("timings").size());
    }

    @Test
    void theRunsTakeTheTimeThatIsAskedFor() {
        JsonArray timings = evaluate("lse", "primal", "{\"x\": [1, 2], \"min_runs\": 1, \"min_seconds\": 0.01}")
                .getAsJsonArray("timings");
        long sum = 0;
        for (JsonElement timing : timings) {
            sum += timing.getAsJsonObject().get("nanoseconds").getAsLong();
        }
        assertTrue(sum >= 10_000_000, "only " + sum);
    }

    @Test
    void wrongInputsAreRefusedByName() {
        assertFailure(evaluate("lse", "primal", "{\"x\": 1}"), "the field x of the input is not a list of numbers");
        assertFailure(
                evaluate("llsq", "primal", "{\"x\": [1], \"n\": 2.5}"), "the field n of the input is not made of");
        assertFailure(evaluate("kmeans", "cost", "{\"points\": [1], \"centroids\": [[1]]}"), "not a list of lists");
        assertFailure(evaluate("hello", "square", "{}"), "the input is not a number");
    }

    /** JSON has no numbers for what is undefined or infinite. */
    @Test
    void anOutputThatJsonCannotExpressIsAFailure() {
        assertFailure(evaluate("hello", "square", "1e300"), "finite");
    }

    @Test
    void whatIsNoRequestIsAFailureWithoutANumber() {
        for (String line : List.of("nonsense", "{\"id\": 1", "[1]", "{\"kind\": \"start\"}")) {
            JsonObject response = Conversation.answer(line);
            assertFalse(response.get("success").getAsBoolean());
            assertTrue(response.get("error").getAsString().startsWith("this is not a request"), response::toString);
        }
    }

    @Test
    void linesMayBeLong() {
        int n = 300_000;
        String numbers =
                IntStream.range(0, n).mapToObj(i -> "0.12345678901234567").collect(Collectors.joining(", "));
        JsonObject response = evaluate("lse", "gradient", "{\"x\": [" + numbers + "]}");
        JsonArray output = response.getAsJsonArray("output");
        assertEquals(n, output.size());
        assertEquals(1.0 / n, output.get(n - 1).getAsDouble(), 1e-15);
    }

    private static JsonObject evaluate(String module, String function, String input) {
        return Conversation.answer("{\"id\": 9, \"kind\": \"evaluate\", \"module\": \"" + module
                + "\", \"function\": \"" + function + "\", \"input\": " + input + "}");
    }

    private static void assertFailure(JsonObject response, String error) {
        assertFalse(response.get("success").getAsBoolean(), response::toString);
        assertTrue(response.get("error").getAsString().contains(error), response::toString);
        assertFalse(response.has("output"));
    }

    /** The suite reads integers only. */
    private static void assertTimings(JsonArray timings, String name) {
        assertFalse(timings.isEmpty());
        for (JsonElement timing : timings) {
            assertEquals(name, timing.getAsJsonObject().get("name").getAsString());
            assertTrue(timing.getAsJsonObject().get("nanoseconds").toString().matches("[0-9]+"), timing::toString);
        }
    }
}
