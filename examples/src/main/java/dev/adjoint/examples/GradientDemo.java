package dev.adjoint.examples;

import dev.adjoint.Differentiable;
import dev.adjoint.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo that this project began with: f(x) = x² + 3x + 1 and its derivative at 4, once written by the compiler, once
 * found by a tape at run time.
 */
public final class GradientDemo {
    private GradientDemo() {}

    /**
     * A parabola.
     *
     * @param x any number
     * @return x² + 3x + 1
     */
    @Differentiable
    public static double someFunc(double x) {
        return (x * x) + (3 * x) + 1;
    }

    /**
     * The same function of a tensor.
     *
     * @param x a tensor
     * @return x² + 3x + 1, element by element
     */
    public static Tensor someFunc(Tensor x) {
        return x.mul(x).add(x.mul(3)).add(1);
    }

    /**
     * Runs the demo.
     *
     * @param args none
     * @throws IOException if the generated source cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.out.println("Compile time: the annotation processor has written the derivative.");
        System.out.println("someFunc(4.0) = " + someFunc(4.0));
        System.out.println("someFuncGrad(4.0) = " + GradientDemoGrad.someFuncGrad(4.0));
        System.out.println();
        System.out.println("Run time: the tape records operations and plays them backwards.");
        Tensor x = Tensor.of(4f).requiresGrad(true);
        Tensor y = someFunc(x);
        System.out.println("x = " + x);
        System.out.println("y = " + y);
        System.out.println("df = " + y.gradFn());
        y.backward();
        System.out.println(x.grad());
        System.out.println();
        System.out.println("Both: the generated derivative as one step of the tape.");
        Tensor z = Tensor.of(4f, 5f).requiresGrad(true);
        z.map(GradientDemoGrad.someFunc()).sum().backward();
        System.out.println("z = " + z);
        System.out.println(z.grad());
        System.out.println();
        showSource();
    }

    private static void showSource() throws IOException {
        Path source = generatedSource();
        System.out.println("The generated derivative, in " + source + ":");
        boolean inside = false;
        for (String line : Files.readAllLines(source)) {
            inside |= line.contains("double someFuncGrad(double x)");
            if (inside) {
                System.out.println(line);
                inside = !line.equals("  }") && !line.equals("    }");
            }
        }
    }

    /** The build has put it beside the compiled classes. */
    private static Path generatedSource() {
        Path file = Path.of(
                "target", "generated-sources", "annotations", "dev", "adjoint", "examples", "GradientDemoGrad.java");
        return List.of(file, Path.of("examples").resolve(file)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The generated source " + file + " is not there: build the examples with Maven first."));
    }
}
