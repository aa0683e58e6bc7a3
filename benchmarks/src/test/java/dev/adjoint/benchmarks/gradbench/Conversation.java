package dev.adjoint.benchmarks.gradbench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Speaks to the tool as the suite does. */
final class Conversation {
    private Conversation() {}

    /** The responses to some lines. */
    static List<JsonObject> about(String... requests) {
        StringWriter responses = new StringWriter();
        try {
            GradBench.converse(new BufferedReader(new StringReader(String.join("\n", requests))), responses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return responses
                .toString()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** The response to one line. */
    static JsonObject answer(String request) {
        List<JsonObject> responses = about(request);
        if (responses.size() != 1) {
            throw new AssertionError(responses.size() + " responses to " + request);
        }
        return responses.get(0);
    }
}
