package dev.adjoint.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TapeGraphTest {
    @Test
    void drawsTheOperations() throws IOException {
        String svg = TapeGraph.run();
        assertTrue(svg.contains("AddBackward0") && svg.contains("MulBackward0"), svg);
        assertTrue(Files.size(Output.file("tape.svg")) > 0);
    }
}
