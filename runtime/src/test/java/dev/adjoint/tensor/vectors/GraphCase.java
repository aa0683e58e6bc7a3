package dev.adjoint.tensor.vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A program of several operations, with a scalar result. */
final class GraphCase implements CaseRunner {
    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("program");
    }

    @Override
    public void run(JsonObject c) {
        Compare compare = new Compare(c);
        List<Tensor> inputs = Json.tensors(c.get("inputs"));
        List<Tensor> values = new ArrayList<>(inputs);
        for (JsonElement step : c.getAsJsonArray("program")) {
            values.add(step(step.getAsJsonObject(), values));
        }
        Tensor result = values.get(values.size() - 1);
        if (c.has("outputs")) {
            compare.same("output", Json.tensors(c.get("outputs")).get(0), result);
        }
        if (c.has("output")) {
            compare.same("output", Json.tensor(c.getAsJsonObject("output")), result);
        }
        result.backward();
        List<Tensor> grads = Json.tensors(c.get("grads"));
        for (int i = 0; i < inputs.size(); i++) {
            Tensor g = inputs.get(i).grad();
            if (grads.get(i) != null) {
                compare.same("gradient " + i, grads.get(i), g);
            } else if (g != null) {
                throw new AssertionError("gradient " + i + ": " + g + " instead of nothing");
            }
        }
    }

    private static Tensor step(JsonObject step, List<Tensor> values) {
        List<Tensor> in = new ArrayList<>();
        step.getAsJsonArray("in").forEach(i -> in.add(values.get(i.getAsInt())));
        return OpTable.run(step.get("op").getAsString(), in, new Args(step.getAsJsonObject("args")))
                .get(0);
    }
}
