package dev.adjoint.tensor.behaviour;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Linalg;
import dev.adjoint.tensor.Losses;
import dev.adjoint.tensor.Reduction;
import dev.adjoint.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each expression of the record, in Java, has a gradient step of the name that PyTorch gives it. */
class GradFnNamesTest {
    private final Random random = new Random(1);
    private final Tensor x = Tensor.of(0.25f, 0.5f, 0.75f).requiresGrad(true);
    private final Tensor m = Tensor.rand(random, 3, 3).requiresGrad(true);
    private final Tensor b = Tensor.rand(random, 2, 3, 3).requiresGrad(true);
    private final Tensor s = Tensor.scalar(2f).requiresGrad(true);
    private final Map<String, Supplier<Tensor>> java = new LinkedHashMap<>();

    @Test
    void namesAreThoseOfPyTorch() {
        arithmetic();
        functions();
        reductions();
        products();
        shapes();
        selections();
        networks();
        losses();
        others();
        Map<String, String> expected = expected();
        assertAll(java.keySet().stream().map(e -> () -> {
            assertTrue(expected.containsKey(e), "not in the record: " + e);
            assertEquals(expected.get(e), name(java.get(e).get()), e);
        }));
    }

    private static String name(Tensor t) {
        return t.gradFn() == null ? "None" : t.gradFn().name();
    }

    private static Map<String, String> expected() {
        Map<String, String> names = new HashMap<>();
        for (String line : Behaviour.output("B001").split("\n")) {
            int arrow = line.lastIndexOf(" -> ");
            if (arrow > 0) {
                names.put(line.substring(0, arrow), line.substring(arrow + 4));
            }
        }
        return names;
    }

    private void arithmetic() {
        java.put("x+x", () -> x.add(x));
        java.put("x+1", () -> x.add(1));
        java.put("x-x", () -> x.sub(x));
        java.put("x-1", () -> x.sub(1));
        java.put("1-x", () -> x.rsub(1));
        java.put("x*x", () -> x.mul(x));
        java.put("x*3", () -> x.mul(3));
        java.put("x/x", () -> x.div(x));
        java.put("x/2", () -> x.div(2));
        java.put("1/x", () -> x.rdiv(1));
        java.put("-x", x::neg);
        java.put("x**2", () -> x.pow(2));
        java.put("x.pow(0.5)", () -> x.pow(0.5));
        java.put("x**x", () -> x.pow(x));
        java.put("2**x", () -> x.rpow(2));
        java.put("s*x", () -> s.mul(x));
        java.put("(x*1).mul_(2)", () -> x.mul(1).mulInPlace(2));
        java.put("(x*1).relu_()", () -> x.mul(1).reluInPlace());
        java.put("(x*1).zero_()", () -> x.mul(1).zeroInPlace());
    }

    private void functions() {
        java.put("x.abs()", x::abs);
        java.put("x.exp()", x::exp);
        java.put("x.log()", x::log);
        java.put("x.log1p()", x::log1p);
        java.put("x.expm1()", x::expm1);
        java.put("x.sqrt()", x::sqrt);
        java.put("x.rsqrt()", x::rsqrt);
        java.put("x.sin()", x::sin);
        java.put("x.cos()", x::cos);
        java.put("x.tan()", x::tan);
        java.put("x.asin()", x::asin);
        java.put("x.acos()", x::acos);
        java.put("x.atan()", x::atan);
        java.put("x.sinh()", x::sinh);
        java.put("x.cosh()", x::cosh);
        java.put("x.tanh()", x::tanh);
        java.put("x.sigmoid()", x::sigmoid);
        java.put("x.relu()", x::relu);
        java.put("F.leaky_relu(x)", () -> Functional.leakyRelu(x, 0.01));
        java.put("F.elu(x)", () -> Functional.elu(x, 1));
        java.put("F.gelu(x)", () -> Functional.gelu(x));
        java.put("F.silu(x)", () -> Functional.silu(x));
        java.put("F.softplus(x)", () -> Functional.softplus(x, 1, 20));
        java.put("x.clamp(0,1)", () -> x.clamp(0, 1));
        java.put("x.clamp(min=0.3)", () -> x.clampMin(0.3));
        java.put("T.maximum(x,x)", () -> x.maximum(x));
        java.put("T.minimum(x,x)", () -> x.minimum(x));
        java.put("T.where(x>0.5,x,x*2)", () -> x.where(x.gt(0.5), x.mul(2)));
        java.put("x.sign()", x::sign);
        java.put("x.floor()", x::floor);
        java.put("x.ceil()", x::ceil);
        java.put("x.round()", x::round);
        java.put("T.erf(x)", x::erf);
        java.put("T.atan2(x,x)", () -> x.atan2(x));
        java.put("x.square()", x::square);
        java.put("x.reciprocal()", x::reciprocal);
        java.put("T.lerp(x,x,0.5)", () -> x.lerp(x, 0.5));
        java.put("T.hypot(x,x)", () -> x.hypot(x));
    }

    private void reductions() {
        java.put("x.sum()", x::sum);
        java.put("x.sum(0)", () -> x.sum(0));
        java.put("m.sum(dim=(0,1))", () -> m.sum(0, 1));
        java.put("x.mean()", x::mean);
        java.put("m.mean(0)", () -> m.mean(0));
        java.put("x.prod()", x::prod);
        java.put("m.prod(0)", () -> m.prod(0));
        java.put("x.max()", x::max);
        java.put("m.max(0)[0]", () -> m.max(0, false).values());
        java.put("x.min()", x::min);
        java.put("m.min(1)[0]", () -> m.min(1, false).values());
        java.put("m.amax(0)", () -> m.amax(0));
        java.put("x.var()", x::var);
        java.put("x.std()", x::std);
        java.put("m.var(0)", () -> m.var(new int[] {0}, true, false));
        java.put("m.norm(dim=0)", () -> m.norm(2, new int[] {0}, false));
        java.put("x.norm()", x::norm);
        java.put("T.logsumexp(x,0)", () -> x.logsumexp(0));
        java.put("x.cumsum(0)", () -> x.cumsum(0));
        java.put("x.softmax(0)", () -> x.softmax(0));
        java.put("x.log_softmax(0)", () -> x.logSoftmax(0));
    }

    private void products() {
        java.put("x@x", () -> x.matmul(x));
        java.put("m@x", () -> m.matmul(x));
        java.put("x@m", () -> x.matmul(m));
        java.put("m@m", () -> m.matmul(m));
        java.put("b@m", () -> b.matmul(m));
        java.put("b@b", () -> b.matmul(b));
        java.put("T.bmm(b,b)", () -> b.bmm(b));
        java.put("T.mm(m,m)", () -> m.mm(m));
        java.put("T.mv(m,x)", () -> m.mv(x));
        java.put("T.dot(x,x)", () -> x.dot(x));
        java.put("F.linear(m,m)", () -> Functional.linear(m, m, null));
        java.put("F.linear(m,m,x)", () -> Functional.linear(m, m, x));
        java.put("T.einsum('ij,jk->ik',m,m)", () -> Functional.einsum("ij,jk->ik", m, m));
        java.put("T.outer(x,x)", () -> x.outer(x));
    }

    private void shapes() {
        java.put("m.t()", m::t);
        java.put("m.transpose(0,1)", () -> m.transpose(0, 1));
        java.put("b.permute(2,0,1)", () -> b.permute(2, 0, 1));
        java.put("m.reshape(9)", () -> m.reshape(9));
        java.put("m.view(9)", () -> m.view(9));
        java.put("m.t().reshape(9)", () -> m.t().reshape(9));
        java.put("m.flatten()", m::flatten);
        java.put("m.unsqueeze(0)", () -> m.unsqueeze(0));
        java.put("m.unsqueeze(0).squeeze(0)", () -> m.unsqueeze(0).squeeze(0));
        java.put("x.expand(2,3)", () -> x.expand(2, 3));
        java.put("s.expand(3)", () -> s.expand(3));
        java.put("T.cat([m,m])", () -> Tensor.cat(List.of(m, m), 0));
        java.put("T.stack([m,m])", () -> Tensor.stack(List.of(m, m), 0));
        java.put("m.split(1)[1]", () -> m.split(1, 0).get(1));
        java.put("m.chunk(3)[0]", () -> m.chunk(3, 0).get(0));
    }

    private void selections() {
        java.put("m[0]", () -> m.at(0));
        java.put("m[0:2]", () -> m.slice(0, 0, 2, 1));
        java.put("m[:,1]", () -> m.select(1, 1));
        java.put("m[m>0]", () -> m.index(m.gt(0)));
        java.put("m[[0,1]]", () -> m.index(Tensor.of(0, 1)));
        java.put("m.select(0,1)", () -> m.select(0, 1));
        java.put("m.narrow(0,0,2)", () -> m.narrow(0, 0, 2));
        java.put("m.index_select(0,T.tensor([0]))", () -> m.indexSelect(0, Tensor.of(0)));
        java.put("m.gather(0,T.tensor([[0,1,2]]))", () -> m.gather(0, Tensor.from(new long[] {0, 1, 2}, 1, 3)));
        java.put(
                "T.zeros(3).scatter_add(0,T.tensor([0,1,1]),x)",
                () -> Tensor.zeros(3).scatterAdd(0, Tensor.of(0, 1, 1), x));
        java.put("x.masked_fill(x>0.5,0.)", () -> x.maskedFill(x.gt(0.5), 0));
        java.put("m.tril()", () -> m.tril(0));
        java.put("m.triu()", () -> m.triu(0));
        java.put("x.flip(0)", () -> x.flip(0));
        java.put("T.roll(x,1)", () -> x.roll(1));
        java.put("x.repeat(2)", () -> x.repeat(2));
        java.put("x.diag()", () -> x.diag(0));
        java.put("m.trace()", m::trace);
    }

    private void networks() {
        Tensor w = Tensor.rand(random, 1, 1, 3, 3).requiresGrad(true);
        java.put(
                "F.conv2d(T.rand(1,1,4,4),T.rand(1,1,3,3,requires_grad=True))",
                () -> Functional.conv2d(Tensor.rand(random, 1, 1, 4, 4), w, null, 1, 0, 1, 1));
        int[] three = {3, 3};
        int[] none = {0, 0};
        java.put("F.max_pool2d(b,3)", () -> Functional.maxPool2d(b, three, three, none));
        java.put("F.avg_pool2d(b,3)", () -> Functional.avgPool2d(b, three, three, none, true));
        java.put("F.layer_norm(m,(3,))", () -> Functional.layerNorm(m, new int[] {3}, null, null, 1e-5));
        java.put(
                "F.batch_norm(m,T.zeros(3),T.ones(3),training=True)",
                () -> Functional.batchNorm(m, Tensor.zeros(3), Tensor.ones(3), null, null, true, 0.1, 1e-5));
        java.put("F.dropout(x,0.5,True)", () -> Functional.dropout(x, 0.5, true, random));
        java.put("F.embedding(T.tensor([0,1]),m)", () -> Functional.embedding(Tensor.of(0, 1), m, null));
    }

    private void losses() {
        Tensor classes = Tensor.of(0, 1, 2);
        Tensor ones = Tensor.ones(3);
        java.put("F.mse_loss(x,x*2)", () -> Losses.mseLoss(x, x.mul(2), Reduction.MEAN));
        java.put("F.l1_loss(x,x*2)", () -> Losses.l1Loss(x, x.mul(2), Reduction.MEAN));
        java.put("F.smooth_l1_loss(x,x*2)", () -> Losses.smoothL1Loss(x, x.mul(2), Reduction.MEAN, 1));
        java.put("F.cross_entropy(m,T.tensor([0,1,2]))", () -> Losses.crossEntropy(m, classes));
        java.put("F.nll_loss(m,T.tensor([0,1,2]))", () -> Losses.nllLoss(m, classes, null, Reduction.MEAN, -100));
        java.put("F.binary_cross_entropy(x,T.ones(3))", () -> Losses.binaryCrossEntropy(x, ones, null, Reduction.MEAN));
        java.put(
                "F.binary_cross_entropy_with_logits(x,T.ones(3))",
                () -> Losses.binaryCrossEntropyWithLogits(x, ones, null, null, Reduction.MEAN));
        java.put("F.kl_div(x,T.ones(3))", () -> Losses.klDiv(x, ones, Reduction.MEAN, false));
    }

    private void others() {
        java.put("T.linalg.inv(m)", () -> Linalg.inv(m));
        java.put("T.linalg.det(m)", () -> Linalg.det(m));
        java.put("T.linalg.solve(m,x)", () -> Linalg.solve(m, x));
        java.put(
                "T.linalg.cholesky(m@m.t()+T.eye(3))",
                () -> Linalg.cholesky(m.matmul(m.t()).add(Tensor.eye(3))));
        java.put("x.double()", () -> x.to(DType.FLOAT64));
        java.put("x.clone()", x::copy);
        java.put("x.detach()", x::detach);
        java.put("x>0.5", () -> x.gt(0.5));
        java.put("x.argmax()", x::argmax);
        java.put("x.contiguous()", x::contiguous);
    }
}
