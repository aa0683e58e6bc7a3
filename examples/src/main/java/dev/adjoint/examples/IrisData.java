package dev.adjoint.examples;

import dev.adjoint.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Measurements of 150 irises of three species; {@code iris.csv} names their source.
 *
 * @param measurements lengths and widths of sepals and petals in cm, of shape (150, 4)
 * @param species the species, 0 to 2, of shape (150)
 */
record IrisData(Tensor measurements, Tensor species) {
    static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");
    static final int FEATURES = 4;

    static IrisData load() throws IOException {
        try (InputStream in = IrisData.class.getResourceAsStream("iris.csv")) {
            List<String[]> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("sepal"))
                    .map(line -> line.split(","))
                    .toList();
            float[][] measurements = new float[rows.size()][FEATURES];
            long[] species = new long[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < FEATURES; j++) {
                    measurements[i][j] = Float.parseFloat(rows.get(i)[j]);
                }
                species[i] = SPECIES.indexOf(rows.get(i)[FEATURES]);
            }
            return new IrisData(Tensor.of(measurements), Tensor.of(species));
        }
    }

    /** The rows with these numbers. */
    IrisData rows(int[] numbers) {
        Tensor index = Tensor.of(numbers);
        return new IrisData(measurements.indexSelect(0, index), species.indexSelect(0, index));
    }

    /** All measurements shifted and scaled to mean 0 and variance 1. */
    IrisData standardized() {
        int[] flowers = {0};
        Tensor mean = measurements.mean(flowers, true);
        Tensor deviation = measurements.var(flowers, true, true).sqrt();
        return new IrisData(measurements.sub(mean).div(deviation), species);
    }

    int size() {
        return species.numel();
    }

    @Override
    public String toString() {
        return size() + " irises with " + FEATURES + " measurements each, of the species "
                + Arrays.toString(SPECIES.toArray());
    }
}
