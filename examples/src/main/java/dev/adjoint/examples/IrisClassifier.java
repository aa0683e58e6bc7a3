package dev.adjoint.examples;

import dev.adjoint.nn.Activation;
import dev.adjoint.nn.Dense;
import dev.adjoint.nn.Loss;
import dev.adjoint.nn.Sequential;
import dev.adjoint.optim.Adam;
import dev.adjoint.optim.Optimizer;
import dev.adjoint.progress.Progress;
import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns to tell three species of iris apart by four measurements, and draws how the loss falls. */
public final class IrisClassifier {
    private static final int HIDDEN = 16;
    private static final int EPOCHS = 100;
    private static final int TRAINING = 120;
    private static final int BATCH = 16;
    private static final double LEARNING_RATE = 0.01;

    private final Sequential net;
    private final List<Double> losses = new ArrayList<>();

    private IrisClassifier(Random random) {
        net = new Sequential(
                new Dense(IrisData.FEATURES, HIDDEN, random),
                Activation.tanh(),
                new Dense(HIDDEN, IrisData.SPECIES.size(), random));
    }

    /** What training led to: the share of unseen flowers that are named right, and the loss of each epoch. */
    record Result(double accuracy, List<Double> losses) {}

    /**
     * Trains, prints the accuracy and writes the loss curve and the network to the {@code target} folder.
     *
     * @param args none
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        run();
    }

    static Result run() throws IOException {
        Random random = new Random(42);
        IrisData data = IrisData.load().standardized();
        System.out.println(data);
        int[] order = shuffled(data.size(), random);
        IrisData training = data.rows(IntStream.of(order).limit(TRAINING).toArray());
        IrisData unseen = data.rows(IntStream.of(order).skip(TRAINING).toArray());
        IrisClassifier classifier = new IrisClassifier(random);
        System.out.println(classifier.net);
        classifier.train(training, random);
        double accuracy = classifier.accuracy(unseen);
        System.out.printf("%.1f %% of %d unseen flowers named right%n", 100 * accuracy, unseen.size());
        Output.write("iris-loss.svg", LossCurve.svg("Cross-entropy of the iris classifier", classifier.losses));
        classifier.net.save(Output.file("iris.safetensors"));
        return new Result(accuracy, classifier.losses);
    }

    private void train(IrisData data, Random random) {
        Optimizer optimizer = new Adam(net.parameters(), LEARNING_RATE);
        try (Progress progress = Progress.of("training", EPOCHS)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                losses.add(epoch(data, optimizer, random));
                progress.step(String.format("loss %.4f", losses.get(epoch)));
            }
        }
    }

    /** Goes once through the data in batches; the mean loss. */
    private double epoch(IrisData data, Optimizer optimizer, Random random) {
        int[] order = shuffled(data.size(), random);
        double sum = 0;
        for (int from = 0; from < order.length; from += BATCH) {
            IrisData batch =
                    data.rows(IntStream.of(order).skip(from).limit(BATCH).toArray());
            optimizer.zeroGrad();
            Tensor loss = Loss.crossEntropy().of(net.forward(batch.measurements()), batch.species());
            loss.backward();
            optimizer.step();
            sum += loss.item() * batch.size();
        }
        return sum / order.length;
    }

    private double accuracy(IrisData data) {
        return Autograd.noGrad(() -> {
            Tensor named = net.forward(data.measurements()).argmax(1, false);
            return (double) named.eq(data.species()).sum().itemLong() / data.size();
        });
    }

    private static int[] shuffled(int n, Random random) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
