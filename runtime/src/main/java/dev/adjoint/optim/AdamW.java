package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2017): each step first multiplies the parameter by
 * {@code 1 - lr weightDecay}, and the gradient stays as it is. Weight decay is 0.01 by default.
 */
public final class AdamW extends Adam {
    /** The defaults: those of {@link Adam}, with weight decay 0.01. */
    public static Options options() {
        return new Options(1e-2);
    }

    /** AdamW with its defaults. */
    public AdamW(List<Tensor> parameters) {
        this(parameters, options());
    }

    /** AdamW with this learning rate. */
    public AdamW(List<Tensor> parameters, double lr) {
        this(parameters, options().lr(lr));
    }

    /** AdamW with these options; those of {@link Adam#options()} have no weight decay. */
    public AdamW(List<Tensor> parameters, Options options) {
        super(parameters, options, true);
    }
}
