package dev.adjoint.tensor.vectors;

import static dev.adjoint.tensor.vectors.OpTable.one;

import dev.adjoint.tensor.MaxResult;
import dev.adjoint.tensor.Tensor;
import dev.adjoint.tensor.vectors.OpTable.Call;
import java.util.List;
import java.util.Map;

/** Reductions and maps along a dimension. */
final class ReductionCalls {
    private ReductionCalls() {}

    static void register(Map<String, Call> calls) {
        calls.put(
                "sum",
                one((in, a) -> a.has("dim") || a.flag("keepdim")
                        ? in.get(0).sum(a.dims(), a.flag("keepdim"))
                        : in.get(0).sum()));
        calls.put(
                "mean",
                one((in, a) -> a.has("dim") || a.flag("keepdim")
                        ? in.get(0).mean(a.dims(), a.flag("keepdim"))
                        : in.get(0).mean()));
        calls.put(
                "prod",
                one((in, a) -> a.has("dim")
                        ? in.get(0).prod(a.integer("dim"), a.flag("keepdim"))
                        : in.get(0).prod()));
        calls.put("amax", one((in, a) -> in.get(0).amax(a.dims(), a.flag("keepdim"))));
        calls.put("amin", one((in, a) -> in.get(0).amin(a.dims(), a.flag("keepdim"))));
        calls.put(
                "max",
                (in, a) -> a.has("dim")
                        ? both(in.get(0).max(a.integer("dim"), a.flag("keepdim")))
                        : List.of(in.get(0).max()));
        calls.put(
                "min",
                (in, a) -> a.has("dim")
                        ? both(in.get(0).min(a.integer("dim"), a.flag("keepdim")))
                        : List.of(in.get(0).min()));
        calls.put("var", one((in, a) -> in.get(0).var(a.dims(), a.flag("unbiased", true), a.flag("keepdim"))));
        calls.put("std", one((in, a) -> in.get(0).std(a.dims(), a.flag("unbiased", true), a.flag("keepdim"))));
        calls.put("norm", one((in, a) -> in.get(0).norm(order(a.text("p", "2")), a.dims(), a.flag("keepdim"))));
        calls.put("logsumexp", one((in, a) -> in.get(0).logsumexp(a.dims(), a.flag("keepdim"))));
        calls.put(
                "argmax",
                one((in, a) -> a.has("dim")
                        ? in.get(0).argmax(a.integer("dim"), a.flag("keepdim"))
                        : in.get(0).argmax(a.flag("keepdim"))));
        calls.put(
                "argmin",
                one((in, a) -> a.has("dim")
                        ? in.get(0).argmin(a.integer("dim"), a.flag("keepdim"))
                        : in.get(0).argmin(a.flag("keepdim"))));
        calls.put("cumsum", one((in, a) -> in.get(0).cumsum(a.integer("dim"))));
        calls.put("softmax", one((in, a) -> in.get(0).softmax(a.integer("dim"))));
        calls.put("log_softmax", one((in, a) -> in.get(0).logSoftmax(a.integer("dim"))));
    }

    private static List<Tensor> both(MaxResult r) {
        return List.of(r.values(), r.indices());
    }

    private static double order(String p) {
        switch (p) {
            case "inf":
                return Double.POSITIVE_INFINITY;
            case "-inf":
                return Double.NEGATIVE_INFINITY;
            default:
                return Double.parseDouble(p);
        }
    }
}
