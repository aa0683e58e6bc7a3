package dev.adjoint.benchmarks.gradbench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** Compares outputs as the suite does: the same structure, and numbers that are close. */
final class Likeness {
    private Likeness() {}

    /** What differs first. */
    static Optional<String> difference(JsonElement expected, JsonElement actual, double tolerance) {
        if (expected instanceof JsonObject e
                && actual instanceof JsonObject a
                && e.keySet().equals(a.keySet())) {
            return e.keySet().stream()
                    .flatMap(key -> difference(e.get(key), a.get(key), tolerance).map(d -> key + ": " + d).stream())
                    .findFirst();
        }
        if (expected instanceof JsonArray e && actual instanceof JsonArray a && e.size() == a.size()) {
            return elements(e, a, tolerance);
        }
        if (expected instanceof JsonPrimitive e && actual instanceof JsonPrimitive a && like(e, a, tolerance)) {
            return Optional.empty();
        }
        return Optional.of("expected " + brief(expected) + ", got " + brief(actual));
    }

    private static Optional<String> elements(JsonArray expected, JsonArray actual, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            String place = "[" + i + "]: ";
            Optional<String> difference = difference(expected.get(i), actual.get(i), tolerance);
            if (difference.isPresent()) {
                return difference.map(d -> place + d);
            }
        }
        return Optional.empty();
    }

    private static boolean like(JsonPrimitive expected, JsonPrimitive actual, double tolerance) {
        if (!expected.isNumber() || !actual.isNumber()) {
            return expected.equals(actual);
        }
        double x = expected.getAsDouble();
        double y = actual.getAsDouble();
        return Math.abs(x - y) / Math.max(1, Math.abs(x) + Math.abs(y)) <= tolerance;
    }

    private static String brief(JsonElement element) {
        String text = element.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
