package dev.adjoint.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Integers, truth values, tensors without elements or dimensions, and layouts. */
class EdgeCasesTest {
    private final Tensor longs = Tensor.from(new long[] {3, -1, 2, 7, 0, 5}, 2, 3);

    private static void prints(String expected, Tensor t) {
        assertEquals(expected, t.toString());
    }

    @Test
    void integersStayIntegersWherePyTorchKeepsThem() {
        prints("tensor([[ 6, -2,  4],\n        [14,  0, 10]])", longs.add(longs));
        prints("tensor([[ 9,  1,  4],\n        [49,  0, 25]])", longs.square());
        prints("tensor([ 4, 12])", longs.sum(1));
        prints("tensor([ 0,  0, 10])", longs.index(Tensor.of(1)).squeeze(0).mul(Tensor.of(0, 5, 2)));
        prints("tensor(0)", longs.prod());
        prints("tensor([3, 7])", longs.amax(1));
        prints("tensor(-1)", longs.min());
        prints("tensor([[ 3,  2,  4],\n        [ 7,  7, 12]])", longs.cumsum(-1));
        prints("tensor([[3, 0, 2],\n        [4, 0, 4]])", longs.clamp(0, 4));
        prints("tensor([[14, 31],\n        [31, 74]])", longs.matmul(longs.t()));
        prints("tensor([3, 7])", longs.matmul(Tensor.of(1, 0, 0)));
        prints("tensor([ 8, 10])", Tensor.of(8, 3).maskedFill(Tensor.of(false, true), 10.5));
        prints("tensor(9007199254740993)", Tensor.of(9007199254740993L).max());
        prints("tensor([True])", Tensor.of(9007199254740993L).gt(Tensor.of(9007199254740992L)));
    }

    @Test
    void integersBecomeFloatsWherePyTorchConvertsThem() {
        prints("tensor([[1.7321,    nan, 1.4142],\n        [2.6458, 0.0000, 2.2361]])", longs.sqrt());
        assertEquals(DType.FLOAT32, longs.div(2).dtype());
        assertEquals(DType.FLOAT64, longs.add(Tensor.of(1.0, 2, 3)).dtype());
        assertEquals(DType.INT64, longs.add(Tensor.scalar(true)).dtype());
    }

    @Test
    void truthValuesCount() {
        Tensor mask = longs.gt(1);
        prints("tensor(4)", mask.sum());
        prints("tensor([ True, False])", Tensor.of(true, false).mul(Tensor.of(true, true)));
        prints("tensor([True, True])", Tensor.of(true, false).add(Tensor.of(false, true)));
        assertThrows(IllegalArgumentException.class, () -> mask.sub(mask));
        prints("tensor([2, 1])", Tensor.of(true, false).add(1));
        prints("tensor([ True, False])", Tensor.of(true, false).sign());
        assertThrows(IllegalArgumentException.class, () -> mask.sub(1));
        assertThrows(IllegalArgumentException.class, () -> mask.rsub(1.5));
        assertThrows(IllegalArgumentException.class, () -> mask.matmul(mask.t()));
    }

    @Test
    void typesThatPyTorchRefuses() {
        Tensor mask = longs.gt(1);
        Tensor floats = Tensor.of(1f, 2f, 3f);
        refuses("abs(): not implemented for 'Bool'; convert the operand of shape [2, 3] first", mask::abs);
        refuses("relu(): not implemented for 'Bool'", mask::relu);
        refuses("argmax(): not implemented for 'Bool'", mask::argmax);
        refuses("trace(): not implemented for 'Bool'", mask::trace);
        refuses("pow(): not implemented for 'Bool'", () -> mask.pow(mask));
        refuses("sub(): Subtraction with a bool tensor is not supported", () -> floats.sub(mask));
        refuses("elu(): not implemented for 'Long'", () -> Functional.elu(longs, 1));
        refuses("gelu(): not implemented for 'Long'", () -> Functional.gelu(longs));
        refuses("softplus(): not implemented for 'Bool'", () -> Functional.softplus(mask, 1, 20));
        refuses("lerp(): not implemented for 'Long'", () -> longs.lerp(longs, 0.5));
        refuses("mseLoss(): not implemented for 'Long'", () -> Losses.mseLoss(longs, longs, Reduction.SUM));
        refuses("klDiv(): not implemented for 'Long'", () -> Losses.klDiv(floats, longs, Reduction.SUM, false));
        refuses(
                "nllLoss(): weight tensor should be defined either for all 3 classes or no classes",
                () -> Losses.nllLoss(floats, Tensor.scalar(0L), Tensor.ones(2), Reduction.MEAN, -100));
        refuses(
                "nllLoss(): the function is not differentiable with respect to argument 'weight'",
                () -> Losses.nllLoss(floats, Tensor.scalar(0L), floats.requiresGrad(true), Reduction.MEAN, -100));
        refuses(
                "mseLoss(): BATCHMEAN is not a valid value for reduction",
                () -> Losses.mseLoss(floats, floats, Reduction.BATCHMEAN));
        refuses(
                "crossEntropy(): expected a target of integers, or of probabilities for each class",
                () -> Losses.crossEntropy(floats.unsqueeze(0), Tensor.of(1f)));
        refuses("einsum(): invalid subscript given at index 1", () -> Functional.einsum("i1->i", longs));
    }

    @Test
    void changesInPlaceThatDoNotFitTheType() {
        Tensor integers = Tensor.of(1, 2);
        refuses("addInPlace(): For integral input tensors, argument alpha", () -> integers.addInPlace(integers, 0.5));
        refuses("addInPlace(): result type Float can't be cast", () -> integers.addInPlace(1.5));
        refuses("divInPlace(): result type Float can't be cast", () -> integers.divInPlace(2));
        refuses("pow(): Integers to negative integer powers are not allowed", () -> integers.powInPlace(-1));
        refuses("lerpInPlace(): not implemented for 'Long'", () -> integers.lerpInPlace(integers, 0.5));
        prints("tensor([1, 2])", integers);
        prints("tensor([1, 4])", integers.powInPlace(2));
    }

    private static void refuses(String start, Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.startsWith(start), message);
    }

    @Test
    void limitsDecideTheTypeOfClampedIntegers() {
        prints("tensor([0, 2, 2])", Tensor.of(-1, 2, 3).clamp(0, 2));
        prints("tensor([0., 2., 2.])", Tensor.of(-1, 2, 3).clamp(0.0, 2.0));
        prints("tensor([2, 2, 3])", Tensor.of(-1, 2, 3).clampMin(2));
        prints("tensor([nan, nan])", Tensor.of(1f, 2f).clamp(Double.NaN, 1));
        prints("tensor([-1,  2,  2])", Tensor.of(-1, 2, 3).clampInPlace(-5, 2));
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(-1, 2, 3).clampInPlace(0.0, 1.0));
    }

    @Test
    void integersAreConvolved() {
        Tensor image = Tensor.arange(16).reshape(1, 1, 4, 4);
        Tensor kernel = Tensor.of(1, 0, 0, -1).reshape(1, 1, 2, 2);
        prints(
                "tensor([-5, -5, -5, -5])",
                Functional.conv2d(image, kernel, null, 2, 0, 1, 1).flatten());
        Tensor padded = Functional.conv2d(image, Tensor.full(DType.INT64, 1, 1, 1, 3, 3), Tensor.of(7), 1, 1, 1, 1);
        prints("tensor([17, 25, 31, 25])", padded.select(2, 0).flatten());
        refuses(
                "conv2d(): not implemented for 'Bool'",
                () -> Functional.conv2d(image.gt(0), kernel.gt(0), null, 1, 0, 1, 1));
    }

    @Test
    void scalarsHaveNoDimensions() {
        Tensor s = Tensor.scalar(1f);
        assertThrows(IndexOutOfBoundsException.class, () -> s.size(0));
        assertThrows(IndexOutOfBoundsException.class, () -> s.chunk(2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> s.roll(1, 0));
        prints("tensor(1.)", s.roll(1));
    }

    @Test
    void scalarsStandForVectorsOfOneElement() {
        prints("tensor(2.)", Tensor.of(1f, 2f).gather(0, Tensor.scalar(1L)));
        prints("tensor([5., 5.])", Tensor.scalar(5f).gather(0, Tensor.of(0, 0)));
        prints("tensor([[[1]]])", Tensor.from(new float[] {1, 3, 2}, 1, 3, 1).argmax(true));
        prints("tensor(6.)", Losses.klDiv(Tensor.scalar(-6f), Tensor.scalar(1f), Reduction.BATCHMEAN, false));
        Tensor logarithms = Tensor.full(DType.FLOAT32, -1, 1, 2);
        prints("tensor(6.)", Losses.klDiv(logarithms, Tensor.ones(3, 2), Reduction.BATCHMEAN, false));
    }

    @Test
    void withoutElements() {
        Tensor none = Tensor.zeros(0, 3).requiresGrad(true);
        prints("tensor([], size=(0, 3), grad_fn=<MulBackward0>)", none.mul(2));
        prints("tensor([0., 0., 0.], grad_fn=<SumBackward1>)", none.sum(0));
        prints("tensor(nan, grad_fn=<MeanBackward0>)", none.mean());
        none.exp().sum().backward();
        prints("tensor([])", Tensor.zeros(0, 2).select(1, 1).copy().neg());
        Tensor vector = Tensor.zeros(0).requiresGrad(true);
        Tensor.cat(List.of(vector, Tensor.ones(2, 2)), 0).sum().backward();
        prints("tensor([])", vector.grad());
        Tensor score = Losses.crossEntropy(Tensor.zeros(0, 4), Tensor.of(new long[0]));
        prints("tensor(nan)", score);
        prints("tensor([], size=(0, 3))", none.grad());
        prints("tensor([[0., 0.]])", Tensor.ones(1, 0).matmul(Tensor.ones(0, 2)));
        prints("tensor([], size=(0, 2))", Tensor.ones(0, 3).matmul(Tensor.ones(3, 2)));
        prints("tensor([1., 1.])", Tensor.cat(List.of(Tensor.zeros(0), Tensor.ones(2)), 0));
        prints("tensor([], size=(2, 0))", Tensor.ones(2, 3).narrow(1, 3, 0));
        prints("tensor([], size=(0, 3))", Tensor.ones(2, 3).index(Tensor.of(false, false)));
        prints("tensor([-inf, -inf])", Tensor.zeros(2, 0).logsumexp(1));
        prints("tensor([], size=(0, 3))", Tensor.zeros(0, 3).softmax(1));
        prints("tensor([0., 0.])", Tensor.zeros(2, 0).norm(Double.NEGATIVE_INFINITY, new int[] {1}, false));
    }

    @Test
    void withoutDimensions() {
        Tensor s = Tensor.scalar(2f).requiresGrad(true);
        prints("tensor(2., grad_fn=<SumBackward1>)", s.sum(0));
        prints("tensor(1., grad_fn=<SoftmaxBackward0>)", s.softmax(-1));
        prints("tensor(0)", s.argmax(0, false));
        prints("tensor([2.], grad_fn=<UnsqueezeBackward0>)", s.unsqueeze(0));
        prints("tensor(2., grad_fn=<CumsumBackward0>)", s.cumsum(0));
        s.max(0, false).values().backward();
        prints("tensor(1.)", s.grad());
    }

    @Test
    void rowsAndColumnsOfAnyLayout() {
        Tensor m = Tensor.arange(DType.FLOAT64, 0, 24, 1).reshape(2, 3, 4).permute(2, 0, 1);
        assertArrayEquals(new int[] {1, 12, 4}, m.stride());
        assertEquals(20.0, m.get(0, 1, 2));
        prints("tensor([60., 66., 72., 78.], dtype=torch.float64)", m.sum(1, 2));
        assertEquals(m.contiguous().reshape(-1).toString(), m.reshape(24).toString());
        Tensor wide = Tensor.ones(3, 1).expand(3, 2000);
        assertEquals(6000, wide.mul(wide).sum().item());
        assertEquals(
                3000,
                Tensor.arange(DType.FLOAT32, 0, 3, 1)
                        .unsqueeze(1)
                        .expand(3, 1000)
                        .sum()
                        .item());
    }

    @Test
    void largeLoopsAreSplitWithTheSameResult() {
        Tensor x = Tensor.randn(new Random(5), 200_000);
        float[] all = x.mul(x).add(x).exp().toArray();
        Tensor part = x.narrow(0, 150_000, 10);
        assertArrayEquals(part.mul(part).add(part).exp().toArray(), Arrays.copyOfRange(all, 150_000, 150_010));
    }

    @Test
    void valuesThatAreNotNumbersPassThrough() {
        Tensor x = Tensor.of(Float.NaN, Float.POSITIVE_INFINITY, -1f).requiresGrad(true);
        Tensor y = x.relu().add(x.tanh());
        prints("tensor([    nan,     inf, -0.7616], grad_fn=<AddBackward0>)", y);
        y.sum().backward();
        assertTrue(Double.isNaN(x.grad().get(0)));
    }

    @Test
    void shapesThatOnlyFitByOverflowAreRefused() {
        Tensor x = Tensor.ones(2, 3);
        assertThrows(IllegalArgumentException.class, () -> x.reshape(-2, -3));
        assertThrows(IllegalArgumentException.class, () -> x.reshape(1 << 30, 1 << 30, 16, 3));
        Tensor none = Tensor.ones(0);
        assertThrows(IllegalArgumentException.class, () -> none.reshape(1 << 16, 1 << 16, 1 << 16, 1 << 16));
        prints("tensor([], size=(0, 5))", none.reshape(0, 5));
    }

    @Test
    void creation() {
        prints("tensor([0, 1, 2])", Tensor.arange(3));
        prints("tensor([0.0000, 0.5000, 1.0000])", Tensor.linspace(DType.FLOAT32, 0, 1, 3));
        prints("tensor([[1., 0.],\n        [0., 1.]])", Tensor.eye(2));
        prints("tensor([7, 7])", Tensor.full(DType.INT64, 7, 2));
        assertThrows(IllegalArgumentException.class, () -> Tensor.from(new float[] {1, 2, 3}, 2, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> Tensor.eye(2).get(2, 0));
        refuses("rand(): a tensor of shape [65536, 65536] has more", () -> Tensor.rand(new Random(1), 65536, 65536));
        refuses("ones(): Trying to create tensor with negative dimension -1", () -> Tensor.ones(-1));
        refuses("full(): value cannot be converted", () -> Tensor.full(DType.INT64, Double.NaN, 2));
    }
}
