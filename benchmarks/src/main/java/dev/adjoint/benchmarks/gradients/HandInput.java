package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.objectives.HandModel;
import java.util.Random;

/** A hand with ADBench's skeleton and random skin, a random pose, and points at random. */
record HandInput(HandModel model, double[] theta, double[] us, int[] correspondences, double[] points) {
    private static final int BONES = 22;
    private static final int POSE = 26;

    /** For points matched with vertices. */
    static HandInput simple(int vertices, int count) {
        return random(vertices, count, vertices);
    }

    /** For points matched with triangles. */
    static HandInput complicated(int vertices, int count) {
        return random(vertices, count, 2 * vertices);
    }

    private static HandInput random(int vertices, int count, int targets) {
        Random random = new Random(3);
        HandModel model = model(random, vertices);
        return new HandInput(
                model,
                random.doubles(POSE, -0.5, 0.5).toArray(),
                random.doubles(2L * count, 0, 0.5).toArray(),
                random.ints(count, 0, targets).toArray(),
                random.doubles(3L * count, -1, 1).toArray());
    }

    private static HandModel model(Random random, int vertices) {
        int[] parents = new int[BONES];
        double[][][] relatives = new double[BONES][][];
        double[][][] inverses = new double[BONES][][];
        for (int b = 0; b < BONES; b++) {
            parents[b] = b % 4 == 1 ? 0 : b - 1;
            relatives[b] = place(random);
            inverses[b] = place(random);
        }
        double[][] positions = new double[vertices][];
        int[][] bones = new int[vertices][];
        double[][] weights = new double[vertices][];
        for (int v = 0; v < vertices; v++) {
            positions[v] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble(), 1};
            int influences = 2 + v % 2;
            bones[v] = random.ints(0, BONES).distinct().limit(influences).toArray();
            weights[v] = random.doubles(influences).toArray();
        }
        int[][] triangles = new int[2 * vertices][];
        for (int t = 0; t < triangles.length; t++) {
            triangles[t] = random.ints(3, 0, vertices).toArray();
        }
        return new HandModel(parents, relatives, inverses, positions, bones, weights, triangles, false);
    }

    /** A turn about the last axis and a short way. */
    private static double[][] place(Random random) {
        double angle = random.nextDouble();
        double s = Math.sin(angle);
        double c = Math.cos(angle);
        return new double[][] {
            {c, -s, 0, 0.1 * random.nextDouble()},
            {s, c, 0, 0.1 * random.nextDouble()},
            {0, 0, 1, 0.1 * random.nextDouble()},
            {0, 0, 0, 1}
        };
    }
}
