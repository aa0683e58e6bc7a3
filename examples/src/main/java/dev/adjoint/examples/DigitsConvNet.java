package dev.adjoint.examples;

import dev.adjoint.nn.Activation;
import dev.adjoint.nn.Conv2d;
import dev.adjoint.nn.Linear;
import dev.adjoint.nn.Loss;
import dev.adjoint.nn.Sequential;
import dev.adjoint.optim.Adam;
import dev.adjoint.optim.LRScheduler;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.optim.Schedule;
import dev.adjoint.progress.Progress;
import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.Random;

/** Teaches a small convolutional network to read digits that the program draws itself. */
public final class DigitsConvNet {
    private static final int TRAINING = 2000;
    private static final int UNSEEN = 300;
    private static final int BATCH = 25;
    private static final int EPOCHS = 8;
    private static final double LEARNING_RATE = 5e-3;
    private static final int FEW = 8;
    private static final int MANY = 16;

    private DigitsConvNet() {}

    /**
     * Trains and prints how many unseen digits are read right.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run();
    }

    /** The share of unseen digits that are read right. */
    static double run() {
        Random random = new Random(42);
        Sequential net = network(random);
        System.out.println(net);
        train(net, DigitsData.draw(TRAINING, random));
        double accuracy = accuracy(net, DigitsData.draw(UNSEEN, random));
        System.out.printf("%.1f %% of %d unseen digits read right%n", 100 * accuracy, UNSEEN);
        return accuracy;
    }

    private static Sequential network(Random random) {
        int side = DigitsData.SIZE / 4;
        return new Sequential(
                new Conv2d(1, FEW, 3, 1, random),
                Activation.relu(),
                Activation.maxPool2d(2),
                new Conv2d(FEW, MANY, 3, 1, random),
                Activation.relu(),
                Activation.maxPool2d(2),
                Activation.flatten(),
                new Linear(MANY * side * side, DigitsData.CLASSES, random));
    }

    private static void train(Sequential net, DigitsData data) {
        int batches = TRAINING / BATCH;
        Optimizer optimizer = new Adam(net.parameters(), LEARNING_RATE);
        LRScheduler scheduler = new LRScheduler(optimizer, Schedule.cosineAnnealing(EPOCHS, 0));
        try (Progress progress = Progress.of("training", (long) EPOCHS * batches)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                for (int batch = 0; batch < batches; batch++) {
                    Tensor images = data.images().narrow(0, batch * BATCH, BATCH);
                    Tensor digits = data.digits().narrow(0, batch * BATCH, BATCH);
                    optimizer.zeroGrad();
                    Tensor loss = Loss.crossEntropy().of(net.forward(images), digits);
                    loss.backward();
                    optimizer.step();
                    progress.step(String.format("loss %.4f", loss.item()));
                }
                scheduler.step();
            }
        }
    }

    private static double accuracy(Sequential net, DigitsData data) {
        return Autograd.noGrad(() -> {
            Tensor read = net.forward(data.images()).argmax(1, false);
            return (double) read.eq(data.digits()).sum().itemLong() / UNSEEN;
        });
    }
}
