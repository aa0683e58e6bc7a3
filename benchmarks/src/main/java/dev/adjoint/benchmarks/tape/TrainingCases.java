package dev.adjoint.benchmarks.tape;

import dev.adjoint.nn.Activation;
import dev.adjoint.nn.Linear;
import dev.adjoint.nn.Loss;
import dev.adjoint.nn.Sequential;
import dev.adjoint.optim.Adam;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.optim.SGD;
import dev.adjoint.tensor.Tensor;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Steps of training: {@code zeroGrad}, loss, backward, step. */
@State(Scope.Thread)
public class TrainingCases {
    @Param({"sgd", "adam"})
    private String optimizer;

    private Training wide;
    private Training small;

    /** A network with its data. */
    private record Training(Sequential net, Optimizer optimizer, Tensor x, Tensor target) {
        Tensor step() {
            optimizer.zeroGrad();
            Tensor loss = Loss.crossEntropy().of(net.forward(x), target);
            loss.backward();
            optimizer.step();
            return loss;
        }
    }

    /** Makes the networks. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        wide = training(
                new Sequential(new Linear(784, 128, random), Activation.relu(), new Linear(128, 10, random)),
                64,
                784,
                10);
        small = training(
                new Sequential(new Linear(4, 16, random), Activation.tanh(), new Linear(16, 3, random)), 16, 4, 3);
    }

    private Training training(Sequential net, int batch, int inputs, int classes) {
        Random random = new Random(2);
        Optimizer chosen = optimizer.equals("sgd") ? new SGD(net.parameters(), 0.01) : new Adam(net.parameters(), 1e-3);
        Tensor target = Tensor.of(random.ints(batch, 0, classes).toArray());
        return new Training(net, chosen, Tensor.randn(random, batch, inputs), target);
    }

    /** 784-128-10 with relu, batch 64. */
    @Benchmark
    public Tensor e() {
        return wide.step();
    }

    /** 4-16-3 with tanh, batch 16. */
    @Benchmark
    public Tensor f() {
        return small.step();
    }
}
