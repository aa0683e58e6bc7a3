package dev.adjoint.tensor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.adjoint.optim.Adagrad;
import dev.adjoint.optim.Adam;
import dev.adjoint.optim.AdamW;
import dev.adjoint.optim.LBFGS;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.optim.Options;
import dev.adjoint.optim.RMSprop;
import dev.adjoint.optim.SGD;
import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Optimisers from PyTorch's names of them and of their arguments. */
final class Optimizers {
    private static final Map<String, BiFunction<List<Tensor>, JsonObject, Optimizer>> BY_NAME = Map.of(
            "SGD", (p, a) -> new SGD(p, sgd(a)),
            "Adam", (p, a) -> new Adam(p, adam(Adam.options(), a)),
            "AdamW", (p, a) -> new AdamW(p, adam(AdamW.options(), a)),
            "RMSprop", (p, a) -> new RMSprop(p, rmsprop(a)),
            "Adagrad", (p, a) -> new Adagrad(p, adagrad(a)),
            "LBFGS", (p, a) -> new LBFGS(p, lbfgs(a)));

    private Optimizers() {}

    static Optimizer of(JsonObject testCase, List<Tensor> parameters) {
        String name = testCase.get("optimizer").getAsString();
        BiFunction<List<Tensor>, JsonObject, Optimizer> maker = BY_NAME.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("unknown optimizer " + name);
        }
        return maker.apply(parameters, testCase.getAsJsonObject("args"));
    }

    /** One step of training; returns the loss before it. */
    static Tensor step(Optimizer optimizer, Supplier<Tensor> loss) {
        Supplier<Tensor> closure = () -> {
            optimizer.zeroGrad();
            Tensor l = loss.get();
            l.backward();
            return l;
        };
        if (optimizer instanceof LBFGS) {
            return ((LBFGS) optimizer).step(closure);
        }
        Tensor l = closure.get();
        optimizer.step();
        return l;
    }

    private static void set(JsonObject args, Options<?> common, Map<String, Consumer<JsonElement>> own) {
        args.entrySet().forEach(e -> {
            JsonElement v = e.getValue();
            if (own.containsKey(e.getKey())) {
                own.get(e.getKey()).accept(v);
            } else {
                setCommon(common, e.getKey(), v);
            }
        });
    }

    private static void setCommon(Options<?> options, String name, JsonElement v) {
        switch (name) {
            case "lr" -> options.lr(v.getAsDouble());
            case "weight_decay" -> options.weightDecay(v.getAsDouble());
            case "maximize" -> options.maximize(v.getAsBoolean());
            default -> throw new IllegalArgumentException("unknown argument " + name + " of an optimizer");
        }
    }

    private static SGD.Options sgd(JsonObject args) {
        SGD.Options o = SGD.options(1e-3);
        set(
                args,
                o,
                Map.of(
                        "momentum", v -> o.momentum(v.getAsDouble()),
                        "dampening", v -> o.dampening(v.getAsDouble()),
                        "nesterov", v -> o.nesterov(v.getAsBoolean())));
        return o;
    }

    private static Adam.Options adam(Adam.Options o, JsonObject args) {
        Consumer<JsonElement> betas = v -> {
            JsonArray pair = v.getAsJsonArray();
            o.betas(pair.get(0).getAsDouble(), pair.get(1).getAsDouble());
        };
        set(
                args,
                o,
                Map.of(
                        "betas", betas,
                        "eps", v -> o.eps(v.getAsDouble()),
                        "amsgrad", v -> o.amsgrad(v.getAsBoolean())));
        return o;
    }

    private static RMSprop.Options rmsprop(JsonObject args) {
        RMSprop.Options o = RMSprop.options();
        set(
                args,
                o,
                Map.of(
                        "alpha", v -> o.alpha(v.getAsDouble()),
                        "eps", v -> o.eps(v.getAsDouble()),
                        "momentum", v -> o.momentum(v.getAsDouble()),
                        "centered", v -> o.centered(v.getAsBoolean())));
        return o;
    }

    private static Adagrad.Options adagrad(JsonObject args) {
        Adagrad.Options o = Adagrad.options();
        set(
                args,
                o,
                Map.of(
                        "lr_decay", v -> o.lrDecay(v.getAsDouble()),
                        "initial_accumulator_value", v -> o.initialAccumulatorValue(v.getAsDouble()),
                        "eps", v -> o.eps(v.getAsDouble())));
        return o;
    }

    private static LBFGS.Options lbfgs(JsonObject args) {
        LBFGS.Options o = LBFGS.options();
        set(
                args,
                o,
                Map.of(
                        "max_iter", v -> o.maxIter(v.getAsInt()),
                        "max_eval", v -> o.maxEval(v.isJsonNull() ? -1 : v.getAsInt()),
                        "tolerance_grad", v -> o.toleranceGrad(v.getAsDouble()),
                        "tolerance_change", v -> o.toleranceChange(v.getAsDouble()),
                        "history_size", v -> o.historySize(v.getAsInt()),
                        "line_search_fn", v -> o.strongWolfe(!v.isJsonNull())));
        return o;
    }
}
