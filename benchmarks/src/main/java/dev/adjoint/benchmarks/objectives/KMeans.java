package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;
import java.util.Arrays;

/** How far points are from the nearest of some centroids. */
public final class KMeans {
    private KMeans() {}

    /** The sum of the squared distances between points and the centroids nearest to them. */
    @Differentiable(wrt = "centroids")
    public static double cost(double[][] points, double[][] centroids) {
        return assigned(points, nearest(points, centroids), centroids);
    }

    /** The same when each point's centroid is known: its derivatives are those of {@link #cost}, almost everywhere. */
    @Differentiable(wrt = "centroids", order = 2)
    public static double assigned(double[][] points, int[] nearest, double[][] centroids) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            double[] centroid = centroids[nearest[i]];
            for (int r = 0; r < point.length; r++) {
                double rest = point[r] - centroid[r];
                sum += rest * rest;
            }
        }
        return sum;
    }

    /** For each point the number of the centroid nearest to it. */
    public static int[] nearest(double[][] points, double[][] centroids) {
        int k = centroids.length;
        double[][] columns = transposed(centroids);
        double[] distances = new double[k];
        int[] nearest = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            Arrays.fill(distances, 0);
            for (int r = 0; r < columns.length; r++) {
                double coordinate = points[i][r];
                double[] column = columns[r];
                for (int j = 0; j < k; j++) {
                    double rest = coordinate - column[j];
                    distances[j] += rest * rest;
                }
            }
            nearest[i] = smallest(distances);
        }
        return nearest;
    }

    private static int smallest(double[] numbers) {
        int smallest = 0;
        double least = numbers[0];
        for (int j = 1; j < numbers.length; j++) {
            if (numbers[j] < least) {
                least = numbers[j];
                smallest = j;
            }
        }
        return smallest;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int j = 0; j < rows.length; j++) {
            for (int r = 0; r < columns.length; r++) {
                columns[r][j] = rows[j][r];
            }
        }
        return columns;
    }
}
