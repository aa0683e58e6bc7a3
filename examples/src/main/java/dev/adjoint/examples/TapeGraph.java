package dev.adjoint.examples;

import dev.adjoint.tensor.Graph;
import dev.adjoint.tensor.Tensor;
import java.io.IOException;

/** Draws what the tape has recorded: the graph of the demo's function. */
public final class TapeGraph {
    private TapeGraph() {}

    /**
     * Writes the graph to the {@code target} folder.
     *
     * @param args none
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        run();
    }

    static String run() throws IOException {
        Tensor x = Tensor.of(4f).requiresGrad(true);
        Tensor y = GradientDemo.someFunc(x);
        String svg = Graph.toSvg(y);
        Output.write("tape.svg", svg);
        return svg;
    }
}
