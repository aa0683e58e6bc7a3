package goldens;

import dev.adjoint.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Calls: a lambda that captures an active value, and a method that calls itself. */
public final class Calls {
    private Calls() {}

    @Differentiable
    public static double area(double frequency) {
        return integral(x -> Math.sin(frequency * x), 0, 1, 10);
    }

    static double integral(DoubleUnaryOperator f, double from, double to, int n) {
        double h = (to - from) / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += f.applyAsDouble(from + (i + 0.5) * h);
        }
        return sum * h;
    }

    @Differentiable
    public static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }
}
