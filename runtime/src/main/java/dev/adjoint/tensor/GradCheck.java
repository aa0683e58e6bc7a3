package dev.adjoint.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares gradients with central differences. */
final class GradCheck {
    private final Function<List<Tensor>, Tensor> f;
    private final List<Tensor> inputs;
    private final double step;
    private final double atol;
    private final double rtol;

    GradCheck(Function<List<Tensor>, Tensor> f, List<Tensor> inputs, double step, double atol, double rtol) {
        this.f = f;
        this.inputs = inputs;
        this.step = step;
        this.atol = atol;
        this.rtol = rtol;
    }

    void run() {
        Tensor y = f.apply(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).requiresGrad()) {
                if (inputs.get(i).dtype != DType.FLOAT64) {
                    throw new IllegalArgumentException("gradcheck(): input " + i + " is " + inputs.get(i).dtype
                            + "; differences are only meaningful in torch.float64");
                }
                compare(i, numerical(i, y.numel), analytical(i, y));
            }
        }
    }

    /** d y[row] / d x[column] by central differences. */
    private double[][] numerical(int input, int rows) {
        Tensor x = inputs.get(input);
        double[][] jacobian = new double[rows][x.numel];
        double[] values = x.toDoubleArray();
        for (int j = 0; j < values.length; j++) {
            double[] above = shifted(input, values, j, step);
            double[] below = shifted(input, values, j, -step);
            for (int i = 0; i < rows; i++) {
                jacobian[i][j] = (above[i] - below[i]) / (2 * step);
            }
        }
        return jacobian;
    }

    private double[] shifted(int input, double[] values, int j, double by) {
        double[] moved = values.clone();
        moved[j] += by;
        List<Tensor> arguments = new ArrayList<>(inputs);
        // Recording stays on: a function that differentiates inside needs it.
        arguments.set(input, Tensor.from(moved, inputs.get(input).shape).requiresGrad(true));
        return f.apply(arguments).toDoubleArray();
    }

    private double[][] analytical(int input, Tensor y) {
        Tensor x = inputs.get(input);
        double[][] jacobian = new double[y.numel][x.numel];
        for (int i = 0; i < y.numel && y.requiresGrad(); i++) {
            double[] one = new double[y.numel];
            one[i] = 1;
            List<@Nullable Tensor> g =
                    Autograd.grad(List.of(y), List.of(x), List.of(Tensor.from(one, y.shape)), true, false, true);
            jacobian[i] = g.get(0) == null ? jacobian[i] : g.get(0).toDoubleArray();
        }
        return jacobian;
    }

    private void compare(int input, double[][] numerical, double[][] analytical) {
        for (int i = 0; i < numerical.length; i++) {
            for (int j = 0; j < numerical[i].length; j++) {
                double difference = Math.abs(numerical[i][j] - analytical[i][j]);
                if (!(difference <= atol + rtol * Math.abs(numerical[i][j]))) {
                    throw new IllegalStateException("gradcheck(): Jacobian mismatch for output 0 with respect to input "
                            + input + " at row " + i + ", column " + j + ": numerical:" + numerical[i][j]
                            + " analytical:" + analytical[i][j] + "\nnumerical: " + Arrays.toString(numerical[i])
                            + "\nanalytical: " + Arrays.toString(analytical[i]));
                }
            }
        }
    }
}
