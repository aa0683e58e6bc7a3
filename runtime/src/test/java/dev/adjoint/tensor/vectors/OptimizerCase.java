package dev.adjoint.tensor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.adjoint.nn.Loss;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The path of an optimiser on a small problem: all losses and all parameters after each step. */
final class OptimizerCase implements CaseRunner {
    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("problem") && testCase.has("params_after");
    }

    @Override
    public void run(JsonObject c) {
        Compare compare = new Compare(c);
        Map<String, Tensor> consts = tensors(c.getAsJsonObject("consts"));
        Map<String, Tensor> params = tensors(c.getAsJsonObject("params"));
        params.values().forEach(p -> p.requiresGrad(true));
        Optimizer optimizer = Optimizers.of(c, new ArrayList<>(params.values()));
        Supplier<Tensor> loss = loss(c.get("problem").getAsString(), consts, params);
        JsonArray losses = c.getAsJsonArray("losses");
        JsonArray after = c.getAsJsonArray("params_after");
        int steps = c.get("steps").getAsInt();
        for (int k = 0; k < steps; k++) {
            Tensor l = Optimizers.step(optimizer, loss);
            compare.same("loss " + k, number(losses, k), l.item());
            JsonArray expected = after.get(k).getAsJsonArray();
            double[] got = flat(params.values());
            if (got.length != expected.size()) {
                throw new AssertionError(got.length + " parameters instead of " + expected.size());
            }
            for (int i = 0; i < got.length; i++) {
                compare.same("parameter " + i + " after step " + k, number(expected, i), got[i]);
            }
        }
    }

    static double number(JsonArray array, int i) {
        return Double.parseDouble(array.get(i).getAsString());
    }

    static Map<String, Tensor> tensors(JsonObject o) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        o.entrySet()
                .forEach(e -> result.put(e.getKey(), Json.tensor(e.getValue().getAsJsonObject())));
        return result;
    }

    private static Supplier<Tensor> loss(String problem, Map<String, Tensor> consts, Map<String, Tensor> params) {
        switch (problem) {
            case "quadratic": {
                Tensor x = params.get("x");
                return () -> x.dot(consts.get("A").matmul(x))
                        .mul(0.5)
                        .sub(consts.get("b").dot(x));
            }
            case "logistic":
                return () -> Loss.bceWithLogits()
                        .of(consts.get("X").matmul(params.get("w")).add(params.get("b")), consts.get("t"));
            default:
                throw new IllegalArgumentException("unknown problem " + problem);
        }
    }

    private static double[] flat(Iterable<Tensor> params) {
        List<Double> all = new ArrayList<>();
        for (Tensor p : params) {
            for (double v : p.detach().toDoubleArray()) {
                all.add(v);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
