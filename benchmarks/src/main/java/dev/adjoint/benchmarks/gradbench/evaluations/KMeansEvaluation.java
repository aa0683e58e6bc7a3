package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.KMeans;
import dev.adjoint.benchmarks.objectives.KMeansGrad;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Clustering: the cost, and the direction of Newton's method. */
final class KMeansEvaluation implements Evaluation {
    @Override
    public String module() {
        return "kmeans";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("cost", KMeansEvaluation::cost, "dir", KMeansEvaluation::direction);
    }

    private static Task<?> cost(Input in) {
        double[][] points = in.rows("points");
        double[][] centroids = in.rows("centroids");
        return new Task<>(() -> KMeans.cost(points, centroids), Output::number);
    }

    private static Task<?> direction(Input in) {
        double[][] points = in.rows("points");
        double[][] centroids = in.rows("centroids");
        double[][] ones = new double[centroids.length][centroids[0].length];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return new Task<>(() -> direction(points, centroids, ones), Output::rows);
    }

    /** The gradient over the diagonal of the Hessian, which is its product with ones, for it has nothing else. */
    private static double[][] direction(double[][] points, double[][] centroids, double[][] ones) {
        int[] nearest = KMeans.nearest(points, centroids);
        double[][] gradient = KMeansGrad.assignedGrad(points, nearest, centroids);
        double[][] diagonal = KMeansGrad.assignedHvp(points, nearest, centroids, ones);
        for (int j = 0; j < gradient.length; j++) {
            for (int r = 0; r < gradient[j].length; r++) {
                gradient[j][r] /= diagonal[j][r];
            }
        }
        return gradient;
    }

    @Override
    public Input sample() {
        Random random = new Random(1);
        List<double[]> points =
                Stream.generate(() -> random.doubles(8).toArray()).limit(200).toList();
        return new Input(Map.of("points", points, "centroids", points.subList(150, 200)));
    }
}
