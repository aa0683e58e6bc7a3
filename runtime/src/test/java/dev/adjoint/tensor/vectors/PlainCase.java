package dev.adjoint.tensor.vectors;

import com.google.gson.JsonObject;
import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** One operation: outputs, gradients for given upstream gradients, and where given second gradients. */
final class PlainCase implements CaseRunner {
    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("inputs") && testCase.has("outputs");
    }

    @Override
    public void run(JsonObject c) {
        Compare compare = new Compare(c);
        List<Tensor> inputs = Json.tensors(c.get("inputs"));
        List<Tensor> expected = Json.tensors(c.get("outputs"));
        List<Tensor> outputs = OpTable.run(c.get("op").getAsString(), inputs, new Args(c.getAsJsonObject("args")));
        if (outputs.size() != expected.size()) {
            throw new AssertionError(outputs.size() + " outputs instead of " + expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            compare.same("output " + i, expected.get(i), outputs.get(i));
        }
        if (c.has("upstream")) {
            new Gradients(c, compare, inputs).check(outputs);
        }
    }

    /** The gradients of one case. */
    private static final class Gradients {
        private final JsonObject c;
        private final Compare compare;
        private final List<Tensor> inputs;
        private final List<Tensor> learned = new ArrayList<>();

        Gradients(JsonObject c, Compare compare, List<Tensor> inputs) {
            this.c = c;
            this.compare = compare;
            this.inputs = inputs;
            inputs.stream().filter(Tensor::requiresGrad).forEach(learned::add);
        }

        void check(List<Tensor> outputs) {
            boolean twice = c.has("grads2");
            List<Tensor> upstream = Json.tensors(c.get("upstream"));
            List<Tensor> roots = new ArrayList<>();
            List<Tensor> weights = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                if (upstream.get(i) != null) {
                    roots.add(outputs.get(i));
                    weights.add(upstream.get(i));
                }
            }
            List<Tensor> grads = Autograd.grad(roots, learned, weights, true, twice, true);
            compareAll("gradient", c, "grads", grads, true);
            checkBackward(roots, weights, grads);
            if (twice) {
                second(grads);
            }
        }

        /** What a backward pass leaves in the leaves is the same. */
        private void checkBackward(List<Tensor> roots, List<Tensor> weights, List<Tensor> grads) {
            Autograd.backward(roots, weights, true, false);
            for (int i = 0; i < learned.size(); i++) {
                if (grads.get(i) != null) {
                    new Compare(0, 0)
                            .same("backward " + i, grads.get(i), learned.get(i).grad());
                }
            }
        }

        private void second(List<Tensor> grads) {
            List<Tensor> v = Json.tensors(c.get("v"));
            List<Tensor> roots = new ArrayList<>();
            List<Tensor> weights = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < inputs.size(); i++) {
                if (inputs.get(i).requiresGrad()) {
                    Tensor g = grads.get(at++);
                    if (g != null && g.requiresGrad() && v.get(i) != null) {
                        roots.add(g);
                        weights.add(v.get(i));
                    }
                }
            }
            List<Tensor> none = new ArrayList<>();
            learned.forEach(t -> none.add(null));
            List<Tensor> second = roots.isEmpty() ? none : Autograd.grad(roots, learned, weights, false, true, true);
            compareAll("second gradient", c, "grads2", second, false);
        }

        /** Compares by input; an absent second gradient is zero. */
        private void compareAll(String what, JsonObject c, String field, List<Tensor> got, boolean strict) {
            List<Tensor> expected = Json.tensors(c.get(field));
            int at = 0;
            for (int i = 0; i < inputs.size(); i++) {
                Tensor g = inputs.get(i).requiresGrad() ? got.get(at++) : null;
                Tensor e = expected.get(i);
                if (e == null && g != null && (strict || g.ne(0).sum().item() != 0)) {
                    throw new AssertionError(what + " " + i + ": " + g + " instead of nothing");
                }
                if (e != null) {
                    compare.same(what + " " + i, e, strict || g != null ? g : e.zerosLike());
                }
            }
        }
    }
}
