package dev.adjoint.tensor.vectors;

import com.google.gson.JsonObject;
import dev.adjoint.tensor.Tensor;

/** The text of a tensor. */
final class PrintCase implements CaseRunner {
    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("str");
    }

    @Override
    public void run(JsonObject c) {
        Tensor t = Json.tensor(c.getAsJsonObject("input"));
        if (c.get("requires_grad").getAsBoolean()) {
            t.requiresGrad(true);
        }
        String expected = c.get("str").getAsString();
        if (!expected.equals(t.toString())) {
            throw new AssertionError("printed\n" + t + "\ninstead of\n" + expected);
        }
    }
}
