package dev.adjoint.tensor;

import dev.adjoint.tensor.NetworkRows.Norm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation to mean 0 and variance 1, with weight w and bias b: y = w (x - mean) / sqrt(var + eps) + b. Mean and
 * variance are either those of x, or given constants.
 */
final class Normalization {
    private Normalization() {}

    static Tensor forward(Tensor[] in, Norm a) {
        Tensor y = normalized(in[0].detach(), a);
        if (in.length > 1) {
            y = y.mul(in[1].detach().view(a.shape()));
        }
        return (in.length > 2 ? y.add(in[2].detach().view(a.shape())) : y).detach();
    }

    private static Tensor mean(Tensor x, Norm a) {
        return a.mean() != null ? a.mean() : x.mean(a.dims(), true);
    }

    private static Tensor inverseDeviation(Tensor x, Norm a) {
        Tensor var = a.var() != null ? a.var() : x.var(a.dims(), false, true);
        return var.add(a.eps()).rsqrt();
    }

    private static Tensor normalized(Tensor x, Norm a) {
        return x.sub(mean(x, a)).mul(inverseDeviation(x, a));
    }

    /** With constants w g / deviation; else from this its mean and its part along the normalised x are taken away. */
    static Tensor inputGradient(Node n, Norm a, Tensor g) {
        Tensor x = n.a();
        Tensor gx = n.next.length > 1 ? g.mul(n.b().view(a.shape())) : g;
        Tensor scale = inverseDeviation(x, a);
        if (a.mean() != null) {
            return gx.mul(scale);
        }
        Tensor xHat = normalized(x, a);
        Tensor along = xHat.mul(gx.mul(xHat).mean(a.dims(), true));
        return gx.sub(gx.mean(a.dims(), true)).sub(along).mul(scale);
    }

    static Tensor weightGradient(Node n, Norm a, Tensor g) {
        return toParameter(g.mul(normalized(n.a(), a)), n.next[1], a);
    }

    static Tensor biasGradient(Node n, Norm a, Tensor g) {
        return toParameter(g, n.next[2], a);
    }

    private static Tensor toParameter(Tensor g, @Nullable Node parameter, Norm a) {
        return g.sumTo(full(a, g.shape.length), "normalization").reshape(parameter.shape);
    }

    /** The parameters' shape with as many dimensions as the input's. */
    private static int[] full(Norm a, int dims) {
        int[] shape = new int[dims];
        Arrays.fill(shape, 1);
        System.arraycopy(a.shape(), 0, shape, dims - a.shape().length, a.shape().length);
        return shape;
    }
}
