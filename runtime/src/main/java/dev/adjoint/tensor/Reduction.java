package dev.adjoint.tensor;

/** How the losses of the elements become one. */
public enum Reduction {
    /** The losses themselves. */
    NONE,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM,
    /** Their sum divided by the size of the first dimension; for {@link Losses#klDiv} only. */
    BATCHMEAN;

    /** Reduces recorded losses. */
    Tensor apply(Tensor losses) {
        switch (this) {
            case MEAN:
                return losses.mean();
            case SUM:
                return losses.sum();
            case BATCHMEAN:
                return losses.sum().div(losses.dim() == 0 ? 1 : losses.size(0));
            default:
                return losses;
        }
    }

    /** The gradient of each of n losses from the reduced one's. */
    Tensor spread(Tensor g, int n) {
        return this == MEAN ? g.div(n) : g;
    }
}
