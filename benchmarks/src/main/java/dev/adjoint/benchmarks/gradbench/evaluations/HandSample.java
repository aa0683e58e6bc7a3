package dev.adjoint.benchmarks.gradbench.evaluations;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up hand: bones that do not move at rest, and vertices at random. */
final class HandSample {
    private static final int BONES = 22;
    private static final int VERTICES = 500;
    private static final int POINTS = 100;

    private HandSample() {}

    static Input input() {
        Random random = new Random(1);
        return new Input(Map.of(
                "theta", random.doubles(26).toArray(),
                "us", rows(random, POINTS, 2),
                "data",
                        Map.of(
                                "model", model(random),
                                "correspondences", numbers(POINTS),
                                "points", rows(random, POINTS, 3))));
    }

    private static Map<String, Object> model(Random random) {
        List<double[]> unit = IntStream.range(0, 4)
                .mapToObj(i ->
                        IntStream.range(0, 4).mapToDouble(j -> i == j ? 1 : 0).toArray())
                .toList();
        return Map.of(
                "parents", IntStream.range(0, BONES).mapToDouble(b -> b - 1).toArray(),
                "base_relatives", Collections.nCopies(BONES, unit),
                "inverse_base_absolutes", Collections.nCopies(BONES, unit),
                "base_positions", rows(random, VERTICES, 4),
                "weights", weights(random),
                "triangles",
                        Stream.generate(() -> random.ints(3, 0, VERTICES)
                                        .asDoubleStream()
                                        .toArray())
                                .limit(POINTS)
                                .toList(),
                "is_mirrored", false);
    }

    /** Two or three bones move a vertex. */
    private static List<double[]> weights(Random random) {
        return IntStream.range(0, VERTICES)
                .mapToObj(v -> {
                    double[] weights = new double[BONES];
                    random.ints(2 + v % 2, 0, BONES).forEach(b -> weights[b] = 0.5);
                    return weights;
                })
                .toList();
    }

    private static double[] numbers(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private static List<double[]> rows(Random random, int count, int length) {
        return Stream.generate(() -> random.doubles(length).toArray())
                .limit(count)
                .toList();
    }
}
