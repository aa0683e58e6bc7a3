package dev.adjoint.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DigitsConvNetTest {
    @Test
    void learnsToRead() {
        double accuracy = DigitsConvNet.run();
        assertTrue(accuracy >= 0.9, "accuracy " + accuracy);
    }
}
