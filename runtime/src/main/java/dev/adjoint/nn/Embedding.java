package dev.adjoint.nn;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A table with a row for each index: input of integers of shape (...), result of shape (..., width). */
public final class Embedding extends Module {
    private final Tensor weight;
    private final @Nullable Integer paddingIdx;

    /** A table of normally distributed floats. */
    public Embedding(int rows, int width, RandomGenerator random) {
        this(rows, width, null, random);
    }

    /** A table of normally distributed floats; the row at paddingIdx, if not null, is zeros and stays so. */
    public Embedding(int rows, int width, @Nullable Integer paddingIdx, RandomGenerator random) {
        Init.atLeast(1, "Embedding", "rows", rows);
        Init.atLeast(1, "Embedding", "width", width);
        this.weight = parameter("weight", Tensor.randn(random, rows, width));
        this.paddingIdx = paddingIdx;
        if (paddingIdx != null) {
            Autograd.noGrad(() -> weight.select(0, paddingIdx).zeroInPlace());
        }
    }

    /** The table, of shape (rows, width). */
    public Tensor weight() {
        return weight;
    }

    @Override
    public Tensor forward(Tensor index) {
        return Functional.embedding(index, weight, paddingIdx);
    }

    @Override
    protected String describe() {
        return weight.size(0) + ", " + weight.size(1) + (paddingIdx == null ? "" : ", padding_idx=" + paddingIdx);
    }
}
