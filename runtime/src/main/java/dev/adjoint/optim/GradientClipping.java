package dev.adjoint.optim;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.Objects;

/** Limits gradients, in place, between the backward pass and the optimiser's step. */
public final class GradientClipping {
    /** Added to the norm, as PyTorch does, so that a norm of 0 divides nothing by 0. */
    private static final double MARGIN = 1e-6;

    private GradientClipping() {}

    /** Scales all gradients down so that their Euclidean norm, as of one vector, is at most maxNorm. */
    public static double norm(List<Tensor> parameters, double maxNorm) {
        return norm(parameters, maxNorm, 2, false);
    }

    /**
     * Scales all gradients down so that their norm, as of one vector, is at most maxNorm.
     *
     * @param normType the p of the p-norm; infinite for the largest absolute value
     * @param errorIfNonfinite whether a norm that is NaN or infinite is an exception, or spoils all gradients
     * @return the norm before
     * @throws IllegalStateException if that norm is not finite and errorIfNonfinite is set
     */
    public static double norm(List<Tensor> parameters, double maxNorm, double normType, boolean errorIfNonfinite) {
        Checks.atLeastZero("max_norm", maxNorm);
        Checks.require(normType > 0, "Invalid norm_type: " + normType + ". It must be above 0.");
        List<Tensor> gradients = gradients(parameters);
        double total = total(gradients, normType);
        if (errorIfNonfinite && !Double.isFinite(total)) {
            throw new IllegalStateException("The total norm of order " + normType + " for gradients from the"
                    + " parameters is non-finite (" + total + "), so it cannot be clipped. To scale the gradients by"
                    + " it anyway, set errorIfNonfinite = false");
        }
        double scale = Math.min(maxNorm / (total + MARGIN), 1);
        Autograd.noGrad(() -> gradients.forEach(g -> g.mulInPlace(scale)));
        return total;
    }

    private static double total(List<Tensor> gradients, double p) {
        double largest = 0;
        double sum = 0;
        for (Tensor g : gradients) {
            for (double element : g.toDoubleArray()) {
                double size = Math.abs(element);
                largest = Math.max(largest, size);
                sum += p == 2 ? size * size : Math.pow(size, p);
            }
        }
        if (Double.isInfinite(p)) {
            return largest;
        }
        return p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
    }

    /** Limits each element of the gradients to the range from -clipValue to clipValue. */
    public static void value(List<Tensor> parameters, double clipValue) {
        Checks.atLeastZero("clip_value", clipValue);
        List<Tensor> gradients = gradients(parameters);
        Autograd.noGrad(() -> gradients.forEach(g -> g.clampInPlace(-clipValue, clipValue)));
    }

    private static List<Tensor> gradients(List<Tensor> parameters) {
        return parameters.stream().map(Tensor::grad).filter(Objects::nonNull).toList();
    }
}
