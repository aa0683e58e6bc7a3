package dev.adjoint.tensor;

/** How the losses of the elements become one. */
public enum Reduction {
    /** The losses themselves. */
    NONE,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM,
    /** Their sum divided by the size of the input's first dimension; for {@link Losses#klDiv} only. */
    BATCHMEAN;

    /** Refuses the reduction that only one loss has. */
    void requireCommon(String op) {
        if (this == BATCHMEAN) {
            throw new IllegalArgumentException(
                    op + "(): BATCHMEAN is not a valid value for reduction; it is for klDiv");
        }
    }

    /** Reduces recorded losses. */
    Tensor apply(Tensor losses) {
        switch (this) {
            case MEAN:
                return losses.mean();
            case SUM:
                return losses.sum();
            default:
                return losses;
        }
    }

    /** The gradient of each of n losses from the reduced one's. */
    Tensor spread(Tensor g, int n) {
        return this == MEAN ? g.div(n) : g;
    }
}
