package dev.adjoint.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of every operation against differences, in shapes that the vectors don't have. */
class OpsGradientTest {
    private final Random random = new Random(3);
    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    List<DynamicTest> gradients() {
        unary();
        binary();
        reductions();
        shapes();
        indexing();
        products();
        networks();
        losses();
        linalg();
        return tests;
    }

    private Tensor positive(int... shape) {
        return Tensor.rand(random, shape)
                .to(DType.FLOAT64)
                .mul(0.8)
                .add(0.1)
                .detach()
                .requiresGrad(true);
    }

    private Tensor any(int... shape) {
        return Tensor.randn(random, shape).to(DType.FLOAT64).detach().requiresGrad(true);
    }

    private void check(String name, Function<List<Tensor>, Tensor> f, Tensor... inputs) {
        tests.add(dynamicTest(name, () -> {
            assertTrue(Autograd.gradcheck(f, List.of(inputs)));
            assertTrue(Autograd.gradgradcheck(f, List.of(inputs)));
        }));
    }

    private void one(String name, Function<Tensor, Tensor> f) {
        check(name, in -> f.apply(in.get(0)), positive(2, 3));
        check(name + " 0-d", in -> f.apply(in.get(0)), positive());
        check(name + " transposed", in -> f.apply(in.get(0).t()), positive(2, 3));
    }

    private void unary() {
        one("neg", Tensor::neg);
        one("abs", Tensor::abs);
        one("exp", Tensor::exp);
        one("log", Tensor::log);
        one("log1p", Tensor::log1p);
        one("expm1", Tensor::expm1);
        one("sqrt", Tensor::sqrt);
        one("rsqrt", Tensor::rsqrt);
        one("sin", Tensor::sin);
        one("cos", Tensor::cos);
        one("tan", Tensor::tan);
        one("asin", Tensor::asin);
        one("acos", Tensor::acos);
        one("atan", Tensor::atan);
        one("sinh", Tensor::sinh);
        one("cosh", Tensor::cosh);
        one("tanh", Tensor::tanh);
        one("sigmoid", Tensor::sigmoid);
        one("relu", Tensor::relu);
        one("erf", Tensor::erf);
        one("square", Tensor::square);
        one("reciprocal", Tensor::reciprocal);
        one("leaky_relu", x -> Functional.leakyRelu(x.sub(0.45), 0.2));
        one("elu", x -> Functional.elu(x.sub(0.45), 1.3));
        one("gelu", Functional::gelu);
        one("gelu tanh", Functional::geluTanh);
        one("silu", Functional::silu);
        one("softplus", x -> Functional.softplus(x, 2, 20));
        one("log_sigmoid", Functional::logSigmoid);
        one("clamp", x -> x.clamp(0.3, 0.6));
        one("pow 2.5", x -> x.pow(2.5));
        one("pow -2", x -> x.pow(-2));
        one("rpow", x -> x.rpow(1.7));
        one("rsub", x -> x.rsub(2));
        one("rdiv", x -> x.rdiv(2));
        one("roll", x -> x.mul(x).roll(1));
        one("to", x -> x.to(DType.FLOAT64).mul(x));
    }

    private void two(String name, Function<List<Tensor>, Tensor> f) {
        check(name, f, positive(2, 3), positive(2, 3));
        check(name + " broadcast", f, positive(3, 1), positive(2, 1, 4));
        check(name + " with 0-d", f, positive(), positive(2));
        check(name + " row", f, positive(2, 3), positive(3));
    }

    private void binary() {
        two("add", in -> in.get(0).add(in.get(1), 1.5));
        two("sub", in -> in.get(0).sub(in.get(1), 0.5));
        two("mul", in -> in.get(0).mul(in.get(1)));
        two("div", in -> in.get(0).div(in.get(1)));
        two("pow", in -> in.get(0).pow(in.get(1)));
        two("maximum", in -> in.get(0).maximum(in.get(1)));
        two("minimum", in -> in.get(0).minimum(in.get(1)));
        two("atan2", in -> in.get(0).atan2(in.get(1)));
        two("hypot", in -> in.get(0).hypot(in.get(1)));
        two("where", in -> in.get(0).where(in.get(0).gt(0.5), in.get(1)));
        two("lerp", in -> in.get(0).lerp(in.get(1), 0.3));
        check("lerp tensor", in -> in.get(0).lerp(in.get(1), in.get(2)), any(2, 3), any(3), any(2, 1));
    }

    private void reductions() {
        int[] both = {0, -1};
        check("sum", in -> in.get(0).sum(both, true), any(2, 3, 2));
        check("mean", in -> in.get(0).mean(both, false), any(2, 3, 2));
        check("mean middle", in -> in.get(0).mean(1), any(2, 3, 2));
        check("prod", in -> in.get(0).prod(-1, true), any(2, 3));
        check("prod all", in -> in.get(0).prod(), any(2, 2));
        check("prod with zeros", in -> in.get(0).prod(1), zeroAt(1, 2, 3));
        check("prod all with a zero", in -> in.get(0).prod(), zeroAt(1, 2, 2));
        check("amax", in -> in.get(0).amax(both, true), any(2, 3, 2));
        check("amin", in -> in.get(0).amin(1), any(2, 3));
        check("max", in -> in.get(0).max(), any(2, 3));
        check("max dim", in -> in.get(0).max(0, false).values(), any(2, 3));
        check("min dim", in -> in.get(0).min(-1, true).values(), any(2, 3));
        check("var", in -> in.get(0).var(both, true, false), any(2, 3, 2));
        check("std", in -> in.get(0).std(new int[] {1}, false, true), any(2, 3));
        for (double p : new double[] {1, 1.5, 2, 3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            check("norm " + p, in -> in.get(0).norm(p, new int[] {-1}, false), any(2, 3));
        }
        check("logsumexp", in -> in.get(0).logsumexp(both, true), any(2, 3, 2));
        check("cumsum", in -> in.get(0).cumsum(-2), any(3, 2));
        check("softmax", in -> in.get(0).softmax(0), any(3, 2));
        check("log_softmax", in -> in.get(0).logSoftmax(-1), any(2, 3));
        check("softmax 0-d", in -> in.get(0).softmax(0), any());
    }

    private Tensor zeroAt(int place, int... shape) {
        double[] values = any(shape).toDoubleArray();
        values[place] = 0;
        return Tensor.from(values, shape).requiresGrad(true);
    }

    private void shapes() {
        check("reshape", in -> in.get(0).t().reshape(-1).mul(in.get(0).reshape(6)), any(2, 3));
        check("permute", in -> in.get(0).permute(2, 0, 1).square(), any(2, 3, 2));
        check("expand", in -> in.get(0).expand(2, -1, 3).square(), any(2, 1));
        check("squeeze", in -> in.get(0).squeeze().square(), any(1, 3, 1));
        check("unsqueeze", in -> in.get(0).unsqueeze(-1).square(), any(3));
        check("slice", in -> in.get(0).slice(1, -3, Integer.MAX_VALUE, 2).square(), any(2, 4));
        check(
                "slice of a transpose",
                in -> in.get(0).t().slice(0, 1, 4, 2).select(1, -1).square(),
                any(2, 4));
        check(
                "chunk",
                in -> in.get(0)
                        .chunk(2, -1)
                        .get(1)
                        .mul(in.get(0).chunk(2, -1).get(0).sum()),
                any(2, 5));
        check("unbind", in -> in.get(0).unbind(1).get(2).square(), any(2, 3));
        check(
                "cat",
                in -> Tensor.cat(List.of(in.get(0), in.get(1), in.get(0)), -1).square(),
                any(2, 1),
                any(2, 3));
        check("stack", in -> Tensor.stack(in, -1).square(), any(2), any(2));
        check(
                "in place",
                in -> {
                    Tensor y = in.get(0).mul(1);
                    y.select(0, 1).copyInPlace(in.get(1).square());
                    return y.mul(in.get(0));
                },
                any(2, 3),
                any(3));
    }

    private void indexing() {
        Tensor index = Tensor.from(new long[] {0, 1, 1, 0}, 2, 2);
        check(
                "index_select",
                in -> in.get(0).indexSelect(-1, Tensor.of(2, 0, 2)).square(),
                any(2, 3));
        check("gather", in -> in.get(0).gather(1, index).square(), any(3, 2));
        check("scatter_add", in -> in.get(0).scatterAdd(0, index, in.get(1)).square(), any(3, 2), any(2, 3));
        check("masked_fill", in -> in.get(0).maskedFill(in.get(0).gt(0), 2).square(), any(2, 3));
        check("index mask", in -> in.get(0).index(Tensor.of(true, false, true)).square(), any(3, 2));
        check("tril", in -> in.get(0).tril(-1).square(), any(2, 3, 3));
        check("triu", in -> in.get(0).triu(1).square(), any(3, 4));
        check("diag", in -> in.get(0).diag(1).square(), any(3, 4));
        check("diag of a transpose", in -> in.get(0).t().diag(-1).square(), any(3, 4));
        check("diag of a vector", in -> in.get(0).diag(-1).square(), any(3));
        check("flip", in -> in.get(0).flip(0, -1).mul(in.get(0)), any(2, 3));
        check("roll", in -> in.get(0).roll(new int[] {1, -2}, new int[] {0, 1}).mul(in.get(0)), any(2, 3));
        check("roll flat", in -> in.get(0).roll(4).mul(in.get(0)), any(2, 3));
        check("repeat", in -> in.get(0).repeat(2, 1, 3).square(), any(2, 2));
        check("trace", in -> in.get(0).square().trace(), any(3, 4));
        check("outer", in -> in.get(0).outer(in.get(1)), any(2), any(3));
    }

    private void products() {
        int[][][] shapes = {
            {{3}, {3}},
            {{2, 3}, {3}},
            {{3}, {3, 2}},
            {{2, 3}, {3, 2}},
            {{2, 1, 2, 3}, {3, 3, 2}},
            {{2, 2, 3}, {3}},
            {{3}, {2, 3, 2}},
            {{2, 2, 3}, {3, 2}}
        };
        for (int[][] s : shapes) {
            check("matmul " + s[0].length + " " + s[1].length, in -> in.get(0).matmul(in.get(1)), any(s[0]), any(s[1]));
        }
        check("matmul transposed", in -> in.get(0).t().matmul(in.get(1).t()), any(3, 2), any(4, 3));
        check("linear", in -> Functional.linear(in.get(0), in.get(1), in.get(2)), any(2, 2, 3), any(4, 3), any(4));
        check("linear vector", in -> Functional.linear(in.get(0), in.get(1), in.get(2)), any(3), any(4, 3), any(4));
        for (String eq : List.of("ij,kj->ik", "ij,jk", "ij,ij->j", "ii,ik->k", "ij,kl->", "...i,ij->...j")) {
            check("einsum " + eq, in -> Functional.einsum(eq, in.get(0), in.get(1)), any(2, 2), any(2, 2));
        }
        check(
                "einsum three",
                in -> Functional.einsum("bi,bij,bj->b", in.toArray(new Tensor[0])),
                any(2, 3),
                any(2, 3, 2),
                any(2, 2));
    }

    private void networks() {
        int[] two = {2, 2};
        int[] one = {1, 1};
        check(
                "conv2d",
                in -> Functional.conv2d(in.get(0), in.get(1), in.get(2), 2, 1, 1, 2),
                any(2, 4, 4, 3),
                any(4, 2, 2, 3),
                any(4));
        check(
                "conv2d dilated",
                in -> Functional.conv2d(
                        in.get(0), in.get(1), null, new int[] {1, 2}, new int[] {2, 0}, new int[] {2, 1}, 1),
                any(1, 4, 5),
                any(2, 1, 2, 2));
        check("max_pool2d", in -> Functional.maxPool2d(in.get(0), two, one, one), any(1, 2, 3, 3));
        check("avg_pool2d", in -> Functional.avgPool2d(in.get(0), two, two, one, false), any(2, 3, 4));
        check(
                "layer_norm",
                in -> Functional.layerNorm(in.get(0), new int[] {2, 3}, in.get(1), in.get(2), 1e-5),
                any(2, 2, 3),
                any(2, 3),
                any(2, 3));
        check("layer_norm plain", in -> Functional.layerNorm(in.get(0), new int[] {3}, null, null, 1e-5), any(2, 3));
        check(
                "batch_norm",
                in -> Functional.batchNorm(in.get(0), null, null, in.get(1), in.get(2), true, 0.1, 1e-5),
                any(3, 2, 2),
                any(2),
                any(2));
        check(
                "batch_norm eval",
                in -> Functional.batchNorm(
                        in.get(0),
                        Tensor.zeros(2).to(DType.FLOAT64),
                        Tensor.ones(DType.FLOAT64, 2),
                        in.get(1),
                        null,
                        false,
                        0.1,
                        1e-5),
                any(3, 2),
                any(2));
        check(
                "embedding",
                in -> Functional.embedding(Tensor.of(1, 0, 1), in.get(0), null).square(),
                any(3, 2));
    }

    private void losses() {
        for (Reduction r : List.of(Reduction.NONE, Reduction.MEAN, Reduction.SUM)) {
            check("mse " + r, in -> Losses.mseLoss(in.get(0), in.get(1), r), any(2, 3), any(3));
            check("l1 " + r, in -> Losses.l1Loss(in.get(0), in.get(1), r), any(2, 3), any(2, 3));
            check("smooth l1 " + r, in -> Losses.smoothL1Loss(in.get(0), in.get(1), r, 0.7), any(2, 3), any(2, 3));
            check(
                    "bce " + r,
                    in -> Losses.binaryCrossEntropy(in.get(0), in.get(1), null, r),
                    positive(2, 2),
                    positive(2, 2));
            check(
                    "bce logits " + r,
                    in -> Losses.binaryCrossEntropyWithLogits(in.get(0), in.get(1), null, Tensor.of(2.0, 0.5), r),
                    any(3, 2),
                    positive(3, 2));
            check("kl " + r, in -> Losses.klDiv(in.get(0), in.get(1), r, false), any(2, 3), positive(2, 3));
            check("kl log " + r, in -> Losses.klDiv(in.get(0), in.get(1), r, true), any(2, 3), any(2, 3));
            Tensor weight = Tensor.of(0.5, 2, 1);
            check(
                    "cross entropy " + r,
                    in -> Losses.crossEntropy(in.get(0), Tensor.of(2, 0, 1), weight, r, 0.1, 1),
                    any(3, 3));
            check(
                    "cross entropy planes " + r,
                    in -> Losses.crossEntropy(in.get(0), Tensor.from(new long[] {0, 1, 2, 1}, 2, 2), null, r, 0, -100),
                    any(2, 3, 2));
            check(
                    "cross entropy soft " + r,
                    in -> Losses.crossEntropy(in.get(0), in.get(1).softmax(1), null, r, 0.2, -100),
                    any(2, 3),
                    any(2, 3));
        }
    }

    private void linalg() {
        Tensor eye = Tensor.eye(DType.FLOAT64, 3, 3);
        check("inv", in -> Linalg.inv(in.get(0).add(eye.mul(3))), any(2, 3, 3));
        check("det", in -> Linalg.det(in.get(0)), any(2, 3, 3));
        check("solve", in -> Linalg.solve(in.get(0).add(eye.mul(3)), in.get(1)), any(2, 3, 3), any(3, 2));
        check("solve vector", in -> Linalg.solve(in.get(0).add(eye.mul(3)), in.get(1)), any(3, 3), any(3));
        check("cholesky", in -> Linalg.cholesky(in.get(0).matmul(in.get(0).t()).add(eye)), any(3, 3));
    }
}
