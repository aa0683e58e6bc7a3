package dev.adjoint.tensor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.adjoint.nn.Activation;
import dev.adjoint.nn.Linear;
import dev.adjoint.nn.Loss;
import dev.adjoint.nn.Sequential;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The training of a small network: the first gradients, the loss before each step, and the final parameters. */
final class TrainingCase implements CaseRunner {
    /** The vectors' names of the parameters by those of the network. */
    private static final Map<String, String> NAMES =
            Map.of("0.weight", "W1", "0.bias", "b1", "2.weight", "W2", "2.bias", "b2");

    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("first_grads") && testCase.has("final");
    }

    @Override
    public void run(JsonObject c) {
        Compare compare = new Compare(c);
        Tensor x = Json.tensor(c.getAsJsonObject("X"));
        Tensor target = Json.tensor(c.getAsJsonObject("target"));
        Sequential net = network(OptimizerCase.tensors(c.getAsJsonObject("init")));
        Optimizer optimizer = Optimizers.of(c, net.parameters());
        JsonArray losses = c.getAsJsonArray("losses");
        int steps = c.get("steps").getAsInt();
        firstGradients(c, compare, net, x, target);
        for (int k = 0; k < steps; k++) {
            Tensor l = Optimizers.step(optimizer, () -> Loss.crossEntropy().of(net.forward(x), target));
            compare.same("loss " + k, OptimizerCase.number(losses, k), l.item());
        }
        Map<String, Tensor> expected = OptimizerCase.tensors(c.getAsJsonObject("final"));
        net.stateDict().forEach((name, t) -> compare.same("final " + name, expected.get(NAMES.get(name)), t));
    }

    private static void firstGradients(JsonObject c, Compare compare, Sequential net, Tensor x, Tensor target) {
        Loss.crossEntropy().of(net.forward(x), target).backward();
        Map<String, Tensor> expected = OptimizerCase.tensors(c.getAsJsonObject("first_grads"));
        net.namedParameters()
                .forEach((name, p) -> compare.same("gradient of " + name, expected.get(NAMES.get(name)), p.grad()));
    }

    private static Sequential network(Map<String, Tensor> init) {
        int hidden = init.get("W1").size(0);
        DType type = init.get("W1").dtype();
        Random random = new Random(1);
        Sequential net = new Sequential(
                new Linear(init.get("W1").size(1), hidden, true, type, random),
                Activation.tanh(),
                new Linear(hidden, init.get("W2").size(0), true, type, random));
        Map<String, Tensor> state = new LinkedHashMap<>();
        NAMES.forEach((name, given) -> state.put(name, init.get(given)));
        net.loadStateDict(state);
        return net;
    }
}
