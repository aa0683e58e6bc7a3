package dev.adjoint.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.nn.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class IrisClassifierTest {
    @Test
    void dataAreThoseOfFisher() throws IOException {
        IrisData data = IrisData.load();
        assertEquals(150, data.size());
        // Sums of sepal length, sepal width, petal length and petal width of the published table.
        assertArrayEquals(
                new double[] {876.5, 458.6, 563.7, 179.9},
                data.measurements().to(dev.adjoint.tensor.DType.FLOAT64).sum(0).toDoubleArray(),
                1e-4);
        for (long species = 0; species < 3; species++) {
            assertEquals(50, data.species().eq(species).sum().itemLong());
        }
    }

    @Test
    void learnsTheSpecies() throws IOException {
        IrisClassifier.Result result = IrisClassifier.run();
        assertTrue(result.accuracy() >= 0.9, "accuracy " + result.accuracy());
        assertEquals(100, result.losses().size());
        assertTrue(result.losses().get(99) < 0.1, "loss " + result.losses().get(99));
        String svg = Files.readString(Output.file("iris-loss.svg"));
        assertTrue(svg.startsWith("<svg") && svg.contains("<polyline points="));
        assertEquals(4, SafeTensors.load(Output.file("iris.safetensors")).size());
    }
}
