package dev.adjoint.processor.vectors;

import com.google.gson.JsonObject;

/** Character models. */
final class LstmVectors {
    private LstmVectors() {}

    static void check(Derived derived, JsonObject instance, Closeness closeness) {
        JsonObject in = instance.getAsJsonObject("inputs");
        JsonObject out = instance.getAsJsonObject("outputs");
        Object[] arguments = {
            in.get("l").getAsInt(),
            in.get("c").getAsInt(),
            in.get("b").getAsInt(),
            Json.doubles(in.get("main_params")),
            Json.doubles(in.get("extra_params")),
            Json.doubles(in.get("state")),
            Json.doubles(in.get("sequence"))
        };
        double[] value = {out.get("objective").getAsDouble()};
        closeness.numbers("objective", value, (double) derived.call("Lstm.objective", arguments));
        Object gradient = derived.call("LstmGrad.objectiveGrad", arguments);
        closeness.numbers("gradient", Json.doubles(out.get("gradient")), GmmVectors.joined(gradient, "main", "extra"));
    }
}
