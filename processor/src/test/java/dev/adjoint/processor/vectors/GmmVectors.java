package dev.adjoint.processor.vectors;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Mixtures of Gaussians. */
final class GmmVectors {
    private GmmVectors() {}

    static void check(Derived derived, JsonObject instance, Closeness closeness) {
        JsonObject out = instance.getAsJsonObject("outputs");
        Object[] arguments = arguments(instance.getAsJsonObject("inputs"));
        double[] value = {out.get("objective").getAsDouble()};
        closeness.numbers("objective", value, (double) derived.call("Gmm.objective", arguments));
        Object gradient = derived.call("GmmGrad.objectiveGrad", arguments);
        closeness.numbers("gradient", Json.doubles(out.get("gradient")), joined(gradient, "alphas", "means", "icf"));
        Object both = derived.call("GmmGrad.objectiveValueAndGrad", arguments);
        closeness.numbers("value", value, (double) Derived.part(both, "value"));
        Object[] buffers = {
            new double[length(arguments[3])], new double[length(arguments[4])], new double[length(arguments[5])]
        };
        Object[] all =
                Stream.concat(Arrays.stream(arguments), Arrays.stream(buffers)).toArray();
        closeness.numbers("value with outs", value, (double) derived.call("GmmGrad.objectiveValueAndGrad", all));
        closeness.numbers(
                "gradient in outs",
                Json.doubles(out.get("gradient")),
                Stream.of(buffers)
                        .flatMapToDouble(b -> DoubleStream.of((double[]) b))
                        .toArray());
    }

    private static int length(Object array) {
        return ((double[]) array).length;
    }

    /** The components of a gradient one after the other. */
    static double[] joined(Object gradient, String... components) {
        return Stream.of(components)
                .flatMapToDouble(c -> DoubleStream.of((double[]) Derived.part(gradient, c)))
                .toArray();
    }

    private static Object[] arguments(JsonObject in) {
        return new Object[] {
            in.get("d").getAsInt(),
            in.get("k").getAsInt(),
            in.get("n").getAsInt(),
            Json.doubles(in.get("alphas")),
            Json.doubles(in.get("means")),
            Json.doubles(in.get("icf")),
            Json.doubles(in.get("x")),
            in.get("wishart_gamma").getAsDouble(),
            in.get("wishart_m").getAsInt()
        };
    }
}
