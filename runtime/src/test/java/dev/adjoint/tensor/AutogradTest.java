package dev.adjoint.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AutogradTest {
    private final Random random = new Random(7);

    private Tensor doubles(int... shape) {
        return Tensor.randn(random, shape).to(DType.FLOAT64).requiresGrad(true);
    }

    @Test
    void chainOfAMillionSteps() {
        Tensor x = Tensor.of(1f).requiresGrad(true);
        Tensor y = x;
        for (int i = 0; i < 1_000_000; i++) {
            y = y.add(1);
        }
        y.backward();
        assertEquals(1, x.grad().item());
        assertEquals(1, Autograd.grad(longChain(x, 100_000), x).item());
    }

    private static Tensor longChain(Tensor x, int n) {
        Tensor y = x;
        for (int i = 0; i < n; i++) {
            y = y.mul(1);
        }
        return y;
    }

    @Test
    void customFunctionWithTwoOutputs() {
        Tensor x = doubles(3);
        List<Tensor> outputs = new SumAndProduct().applyAll(x, x.mul(2));
        outputs.get(1).sum().backward();
        assertArrayEquals(x.mul(4).toDoubleArray(), x.grad().toDoubleArray(), 1e-12);
        assertTrue(Autograd.gradcheck(
                in -> {
                    List<Tensor> y = new SumAndProduct().applyAll(in.get(0), in.get(1));
                    return y.get(0).mul(y.get(1));
                },
                List.of(doubles(2), doubles(2))));
    }

    /** a + b and a b. */
    private static final class SumAndProduct extends Function {
        @Override
        protected List<Tensor> forward(Context context, List<Tensor> in) {
            context.saveForBackward(in.get(0), in.get(1));
            return List.of(in.get(0).add(in.get(1)), in.get(0).mul(in.get(1)));
        }

        @Override
        protected List<Tensor> backward(Context context, List<Tensor> g) {
            List<Tensor> in = context.savedTensors();
            return List.of(
                    g.get(0).add(g.get(1).mul(in.get(1))), g.get(0).add(g.get(1).mul(in.get(0))));
        }
    }

    @Test
    void customFunctionNamesItsStep() {
        Tensor x = doubles(2);
        Tensor y = new Cube().apply(x);
        assertEquals("CubeBackward", y.gradFn().name());
        assertTrue(Autograd.gradgradcheck(in -> new Cube().apply(in.get(0)), List.of(x)));
        y.sum().backward();
        assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }

    private static final class Cube extends Function {
        @Override
        protected List<Tensor> forward(Context context, List<Tensor> in) {
            context.saveForBackward(in.get(0));
            return List.of(in.get(0).pow(3));
        }

        @Override
        protected List<Tensor> backward(Context context, List<Tensor> g) {
            return List.of(g.get(0).mul(context.savedTensors().get(0).square().mul(3)));
        }
    }

    @Test
    void gradcheckFindsAWrongGradient() {
        assertThrows(
                IllegalStateException.class,
                () -> Autograd.gradcheck(in -> in.get(0).map(Math::sin, Math::sin), List.of(doubles(3))));
    }

    @Test
    void mappedFunctionIsOneStep() {
        Tensor x = doubles(4);
        assertTrue(Autograd.gradcheck(in -> in.get(0).map(v -> v * v * v, v -> 3 * v * v), List.of(x)));
        assertEquals("MapBackward0", x.map(Math::sin, Math::cos).gradFn().name());
        Tensor g = Autograd.grad(x.map(Math::sin, Math::cos).sum(), x, true);
        assertThrows(UnsupportedOperationException.class, () -> Autograd.grad(g.sum(), x));
    }

    @Test
    void arrayFunctionsAreOneStep() {
        Tensor x = doubles(3);
        assertTrue(Autograd.gradcheck(
                in -> Tensor.applyScalar(AutogradTest::product, AutogradTest::productGrad, in.get(0)), List.of(x)));
        assertTrue(Autograd.gradcheck(
                in -> Tensor.apply(AutogradTest::turned, AutogradTest::turnedVjp, in.get(0)), List.of(doubles(2))));
    }

    private static double product(double[] x) {
        return x[0] * x[1] * x[2];
    }

    private static double[] productGrad(double[] x) {
        return new double[] {x[1] * x[2], x[0] * x[2], x[0] * x[1]};
    }

    private static double[] turned(double[] x) {
        return new double[] {x[0] * x[1], x[0] - x[1], x[1]};
    }

    private static double[] turnedVjp(double[] x, double[] g) {
        return new double[] {g[0] * x[1] + g[1], g[0] * x[0] - g[1] + g[2]};
    }

    @Test
    void noGradIsPerThread() throws Exception {
        Tensor x = doubles(2);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            boolean recorded = Autograd.noGrad(() -> {
                try {
                    return other.submit(() -> x.mul(2).requiresGrad()).get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(recorded);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void threadsMayEndInTheSameLeavesAndShareAGraph() throws Exception {
        Tensor x = Tensor.zeros(100).requiresGrad(true);
        Tensor shared = x.mul(2).sum();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            running.add(pool.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    x.mul(3).tanh().sum().backward();
                    shared.backward(null, true, false);
                }
            }));
        }
        for (Future<?> f : running) {
            f.get();
        }
        pool.shutdown();
        assertEquals(4 * 200 * 5, x.grad().get(0));
    }

    @Test
    void hookMayRunABackwardPassOfItsOwn() {
        Tensor x = doubles(2);
        Tensor y = x.mul(3);
        y.registerHook(g -> {
            Autograd.enableGrad(() -> x.square().sum()).backward();
            return g;
        });
        y.sum().backward();
        assertArrayEquals(x.mul(2).add(3).toDoubleArray(), x.grad().toDoubleArray(), 1e-12);
    }

    @Test
    void failedPassLeavesNothingBehind() {
        Tensor x = doubles(2);
        Tensor w = Tensor.ones(DType.FLOAT64, 2);
        Tensor broken = x.mul(w).add(x);
        w.addInPlace(1);
        assertThrows(IllegalStateException.class, () -> broken.sum().backward());
        x.setGrad(null);
        x.mul(2).sum().backward();
        assertArrayEquals(new double[] {2, 2}, x.grad().toDoubleArray());
    }

    @Test
    void enormousShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(100_000, 100_000));
        Tensor x = Tensor.ones(50_000, 1);
        assertThrows(IllegalArgumentException.class, () -> x.add(x.t()));
        assertThrows(IllegalArgumentException.class, () -> x.expand(50_000, 50_000));
        assertThrows(IllegalArgumentException.class, () -> x.repeat(50_000, 50_000));
        assertThrows(IllegalArgumentException.class, () -> x.matmul(x.t()));
    }

    @Test
    void picturesNameStepsAndLeaves() {
        Tensor x = Tensor.of(4f).requiresGrad(true);
        Tensor y = x.mul(x).add(1);
        assertTrue(Graph.toDot(y).contains("label=\"MulBackward0\"]"));
        assertTrue(Graph.toDot(y).contains("leaf [1]"));
        String svg = Graph.toSvg(y);
        assertTrue(svg.startsWith("<svg") && svg.contains("AddBackward0") && svg.endsWith("</svg>\n"));
    }
}
