package goldens;

import dev.adjoint.Differentiable;

/** Branches: the mirror of an arm stands in that arm. */
public final class Branches {
    private Branches() {}

    @Differentiable
    public static double softplus(double x) {
        return x > 20 ? x : Math.log1p(Math.exp(x));
    }

    @Differentiable
    public static double clamped(double x, String kind) {
        return switch (kind) {
            case "none" -> x;
            case "cubed" -> x * x * x;
            default -> {
                if (x < 0) {
                    yield 0;
                }
                yield Math.min(x, 1) * x;
            }
        };
    }
}
