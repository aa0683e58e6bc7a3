package dev.adjoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
    private final Random random = new Random(7);

    /** A network with every kind of layer that takes images. */
    private Sequential images() {
        return new Sequential(
                new Conv2d(1, 4, 3, 1, random),
                new BatchNorm(4),
                Activation.relu(),
                Activation.maxPool2d(2),
                Activation.flatten(),
                new Dropout(0.5, random),
                new Linear(4 * 2 * 2, 8, random),
                new LayerNorm(8),
                Activation.gelu(),
                new Dense(8, 3, random));
    }

    @Test
    void everyParameterGetsAGradient() {
        Sequential net = images();
        Tensor y = net.forward(Tensor.randn(random, 5, 1, 4, 4));
        assertArrayEquals(new int[] {5, 3}, y.shape());
        Loss.crossEntropy().of(y, Tensor.of(0, 1, 2, 0, 1)).backward();
        net.namedParameters().forEach((name, p) -> {
            assertNotNull(p.grad(), name);
            assertArrayEquals(p.shape(), p.grad().shape(), name);
        });
        net.zeroGrad();
        net.parameters().forEach(p -> assertEquals(null, p.grad()));
    }

    @Test
    void namesAreThoseOfPyTorch() {
        assertEquals(
                List.of(
                        "0.weight",
                        "0.bias",
                        "1.weight",
                        "1.bias",
                        "1.running_mean",
                        "1.running_var",
                        "1.num_batches_tracked",
                        "6.weight",
                        "6.bias",
                        "7.weight",
                        "7.bias",
                        "9.weight",
                        "9.bias"),
                List.copyOf(images().stateDict().keySet()));
    }

    @Test
    void evaluationIsDeterministicAndTrainingIsNot() {
        Sequential net = images();
        Tensor x = Tensor.randn(random, 5, 1, 4, 4);
        assertTrue(!Arrays.equals(net.forward(x).toArray(), net.forward(x).toArray()));
        net.eval();
        assertTrue(net.children().values().stream().noneMatch(Module::isTraining));
        assertArrayEquals(net.forward(x).toArray(), net.forward(x).toArray());
        net.train();
        assertTrue(net.children().get("5").isTraining());
    }

    @Test
    void batchNormFollowsTheStatisticsOfItsBatches() {
        BatchNorm norm = new BatchNorm(1, 1e-5, 0.1, DType.FLOAT64);
        norm.forward(Tensor.from(new double[] {1, 3}, 2, 1));
        assertEquals(0.2, norm.stateDict().get("running_mean").item(), 1e-12);
        assertEquals(0.9 + 0.1 * 2, norm.stateDict().get("running_var").item(), 1e-12);
        assertEquals(1, norm.stateDict().get("num_batches_tracked").itemLong());
        norm.eval();
        double y = norm.forward(Tensor.from(new double[] {1}, 1, 1)).item();
        assertEquals((1 - 0.2) / Math.sqrt(1.1 + 1e-5), y, 1e-12);
    }

    @Test
    void embeddingLooksRowsUpAndKeepsPaddingAtZero() {
        Embedding embedding = new Embedding(4, 2, 1, random);
        Tensor y = embedding.forward(Tensor.from(new long[] {1, 3, 1}, 3));
        assertArrayEquals(new int[] {3, 2}, y.shape());
        assertEquals(0, y.get(0, 0));
        assertEquals(embedding.weight().get(3, 1), y.get(1, 1));
        y.sum().backward();
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 0, 0, 1, 1}, embedding.weight().grad().toArray());
    }

    @Test
    void weightsStartWithinTheirBound() {
        Linear linear = new Linear(25, 1000, random);
        float[] w = linear.weight().detach().toArray();
        double largest = 0;
        for (float v : w) {
            largest = Math.max(largest, Math.abs(v));
        }
        assertTrue(largest <= 0.2 && largest > 0.19, "largest weight " + largest);
    }

    @Test
    void sharedParametersAreListedOnce() {
        Linear linear = new Linear(2, 2, random);
        Sequential net = new Sequential(linear, Activation.tanh(), linear);
        assertEquals(Set.of("0.weight", "0.bias"), net.namedParameters().keySet());
        assertEquals(4, net.stateDict().size());
        assertSame(linear.weight(), net.parameters().get(0));
    }

    @Test
    void printsAsPyTorchDoes() {
        Sequential net =
                new Sequential(new Linear(4, 16, random), Activation.tanh(), new Sequential(new Dense(16, 3, random)));
        assertEquals("""
                Sequential(
                  (0): Linear(in_features=4, out_features=16, bias=True)
                  (1): Tanh()
                  (2): Sequential(
                    (0): Dense(in_features=16, out_features=3, bias=True)
                  )
                )""", net.toString());
    }

    static Stream<Arguments> refused() {
        Random random = new Random(1);
        return Stream.of(
                refused(
                        "mat1 and mat2 shapes cannot be multiplied (2x4 and 3x2)",
                        () -> new Linear(3, 2, random).forward(Tensor.ones(2, 4))),
                refused("Linear(): in must be at least 1, but is 0", () -> new Linear(0, 2, random)),
                refused("Conv2d(): kernel must be at least 1", () -> new Conv2d(1, 1, 0, random)),
                refused(
                        "divisible by groups",
                        () -> new Conv2d(new Conv2d.Settings(3, 2, 3, 1, 0, 1, 2, true), DType.FLOAT32, random)),
                refused("conv2d", () -> new Conv2d(2, 1, 3, random).forward(Tensor.ones(1, 3, 5, 5))),
                refused("BatchNorm(): expected 3 channels", () -> new BatchNorm(3).forward(Tensor.ones(2, 4))),
                refused("Expected more than 1 value per channel", () -> new BatchNorm(3).forward(Tensor.ones(1, 3))),
                refused("normalized_shape", () -> new LayerNorm(3).forward(Tensor.ones(2, 4))),
                refused("dropout probability has to be between 0 and 1, but got 1.5", () -> new Dropout(1.5, random)),
                refused("dropout probability", () -> new Dropout(Double.NaN, random)),
                refused("Embedding(): rows must be at least 1", () -> new Embedding(0, 2, random)),
                refused("Long", () -> new Embedding(2, 2, random).forward(Tensor.ones(2))),
                refused("linear", () -> new Linear(3, 2, random).forward(Tensor.ones(DType.FLOAT64, 2, 3))));
    }

    private static Arguments refused(String text, Executable action) {
        return Arguments.of(text, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String text, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(text), message);
    }

    @Test
    void embeddingRefusesIndicesOutsideTheTable() {
        Embedding embedding = new Embedding(2, 2, random);
        assertThrows(IndexOutOfBoundsException.class, () -> embedding.forward(Tensor.of(2)));
    }
}
