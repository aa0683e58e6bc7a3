package dev.adjoint.tensor.vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The keyword arguments of a case. */
final class Args {
    private final JsonObject json;

    Args(JsonObject json) {
        this.json = json;
    }

    boolean has(String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    JsonElement get(String name) {
        if (!json.has(name)) {
            throw new IllegalArgumentException("missing argument " + name + " in " + json);
        }
        return json.get(name);
    }

    int integer(String name) {
        return get(name).getAsInt();
    }

    int integer(String name, int absent) {
        return has(name) ? integer(name) : absent;
    }

    double number(String name) {
        return Double.parseDouble(get(name).getAsString());
    }

    double number(String name, double absent) {
        return has(name) ? number(name) : absent;
    }

    boolean flag(String name) {
        return has(name) && get(name).getAsBoolean();
    }

    boolean flag(String name, boolean absent) {
        return has(name) ? get(name).getAsBoolean() : absent;
    }

    String text(String name, String absent) {
        return has(name) ? get(name).getAsString() : absent;
    }

    int[] ints(String name) {
        return Json.ints(get(name));
    }

    /** A number for both dimensions or an array of two. */
    int[] pair(String name, int absent) {
        int[] v = has(name) ? ints(name) : new int[] {absent};
        return v.length == 1 ? new int[] {v[0], v[0]} : v;
    }

    /** The dimensions of a reduction; none for null. */
    int[] dims() {
        return has("dim") ? ints("dim") : new int[0];
    }

    /** Whether a number is written as an integer, which decides the type of its combination with integers. */
    boolean isInteger(String name) {
        return get(name).getAsString().matches("-?[0-9]+");
    }
}
