package dev.adjoint.benchmarks.gradbench;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request. Fields that it does not know are left out.
 *
 * @param id repeated in the response
 * @param kind what is asked for
 * @param module the evaluation, or null
 * @param function its function, or null
 * @param input the function's input as {@link Values} gives it, or null
 */
record Request(
        long id,
        String kind,
        @Nullable String module,
        @Nullable String function,
        @Nullable Object input) {
    static Request read(String line) throws IOException {
        Object value = Values.read(new JsonReader(new StringReader(line)));
        if (!(value instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("a request is an object");
        }
        if (!(fields.get("id") instanceof Double id) || !(fields.get("kind") instanceof String kind)) {
            throw new IllegalArgumentException("a request has a number as its id, and a text as its kind");
        }
        return new Request(
                id.longValue(), kind, text(fields.get("module")), text(fields.get("function")), fields.get("input"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
