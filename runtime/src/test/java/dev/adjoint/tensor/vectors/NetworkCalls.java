package dev.adjoint.tensor.vectors;

import static dev.adjoint.tensor.vectors.OpTable.one;

import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Linalg;
import dev.adjoint.tensor.Losses;
import dev.adjoint.tensor.Reduction;
import dev.adjoint.tensor.Tensor;
import dev.adjoint.tensor.vectors.OpTable.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Products, building blocks of networks, losses, and functions of matrices. */
final class NetworkCalls {
    private NetworkCalls() {}

    static void register(Map<String, Call> calls) {
        products(calls);
        blocks(calls);
        losses(calls);
        crossEntropies(calls);
        calls.put("inv", one((in, a) -> Linalg.inv(in.get(0))));
        calls.put("det", one((in, a) -> Linalg.det(in.get(0))));
        calls.put("solve", one((in, a) -> Linalg.solve(in.get(0), in.get(1))));
        calls.put("cholesky", one((in, a) -> Linalg.cholesky(in.get(0))));
    }

    /** An optional operand. */
    private static Tensor at(List<Tensor> in, int i) {
        return i < in.size() ? in.get(i) : null;
    }

    private static void products(Map<String, Call> calls) {
        calls.put("matmul", one((in, a) -> in.get(0).matmul(in.get(1))));
        calls.put("bmm", one((in, a) -> in.get(0).bmm(in.get(1))));
        calls.put("linear", one((in, a) -> Functional.linear(in.get(0), in.get(1), at(in, 2))));
        calls.put("einsum", one((in, a) -> Functional.einsum(a.text("eq", ""), in.toArray(Tensor[]::new))));
    }

    private static void blocks(Map<String, Call> calls) {
        calls.put(
                "conv2d",
                one((in, a) -> Functional.conv2d(
                        in.get(0),
                        in.get(1),
                        at(in, 2),
                        a.pair("stride", 1),
                        a.pair("padding", 0),
                        a.pair("dilation", 1),
                        a.integer("groups", 1))));
        calls.put(
                "max_pool2d",
                one((in, a) -> Functional.maxPool2d(in.get(0), a.pair("kernel", 1), stride(a), a.pair("padding", 0))));
        calls.put(
                "avg_pool2d",
                one((in, a) -> Functional.avgPool2d(
                        in.get(0),
                        a.pair("kernel", 1),
                        stride(a),
                        a.pair("padding", 0),
                        a.flag("count_include_pad", true))));
        calls.put(
                "layer_norm",
                one((in, a) -> Functional.layerNorm(
                        in.get(0), a.ints("normalized_shape"), at(in, 1), at(in, 2), a.number("eps", 1e-5))));
        calls.put("batch_norm", NetworkCalls::batchNorm);
        calls.put(
                "dropout",
                one((in, a) ->
                        Functional.dropout(in.get(0), a.number("p", 0.5), a.flag("training", true), new Random(1))));
        calls.put(
                "embedding",
                one((in, a) -> Functional.embedding(
                        in.get(0), in.get(1), a.has("padding_idx") ? a.integer("padding_idx") : null)));
    }

    private static int[] stride(Args a) {
        return a.has("stride") ? a.pair("stride", 1) : a.pair("kernel", 1);
    }

    private static List<Tensor> batchNorm(List<Tensor> in, Args a) {
        Tensor mean = in.get(3).copy();
        Tensor var = in.get(4).copy();
        Tensor y = Functional.batchNorm(
                in.get(0),
                mean,
                var,
                in.get(1),
                in.get(2),
                a.flag("training"),
                a.number("momentum", 0.1),
                a.number("eps", 1e-5));
        return List.of(y, mean, var);
    }

    private static Reduction reduction(Args a) {
        return Reduction.valueOf(a.text("reduction", "mean").toUpperCase(Locale.ROOT));
    }

    private static void losses(Map<String, Call> calls) {
        calls.put("mse_loss", one((in, a) -> Losses.mseLoss(in.get(0), in.get(1), reduction(a))));
        calls.put("l1_loss", one((in, a) -> Losses.l1Loss(in.get(0), in.get(1), reduction(a))));
        calls.put(
                "smooth_l1_loss",
                one((in, a) -> Losses.smoothL1Loss(in.get(0), in.get(1), reduction(a), a.number("beta", 1))));
        calls.put("kl_div", one((in, a) -> Losses.klDiv(in.get(0), in.get(1), reduction(a), a.flag("log_target"))));
    }

    private static void crossEntropies(Map<String, Call> calls) {
        calls.put(
                "cross_entropy",
                one((in, a) -> Losses.crossEntropy(
                        in.get(0),
                        in.get(1),
                        at(in, 2),
                        reduction(a),
                        a.number("label_smoothing", 0),
                        a.integer("ignore_index", -100))));
        calls.put(
                "nll_loss",
                one((in, a) -> Losses.nllLoss(
                        in.get(0), in.get(1), at(in, 2), reduction(a), a.integer("ignore_index", -100))));
        calls.put("bce", one((in, a) -> Losses.binaryCrossEntropy(in.get(0), in.get(1), at(in, 2), reduction(a))));
        calls.put(
                "bce_with_logits",
                one((in, a) ->
                        Losses.binaryCrossEntropyWithLogits(in.get(0), in.get(1), null, at(in, 2), reduction(a))));
    }
}
