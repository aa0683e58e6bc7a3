package dev.adjoint.tensor;

import org.jspecify.annotations.Nullable;

/** Finds strides that show the same elements in another shape. */
final class Restride {
    private Restride() {}

    /**
     * The strides for the new shape, or null where a new dimension spans old ones that are not contiguous to each
     * other. Old dimensions are merged into contiguous groups from the end, and each group is filled by new dimensions.
     */
    static int @Nullable [] of(int[] shape, int[] strides, int[] to) {
        int[] result = new int[to.length];
        int at = to.length - 1;
        long group = 1;
        int base = shape.length == 0 ? 1 : strides[shape.length - 1];
        for (int d = shape.length - 1; d >= 0; d--) {
            group *= shape[d];
            boolean ends = d == 0 || (shape[d - 1] != 1 && strides[d - 1] != group * base);
            if (ends) {
                long filled = 1;
                while (at >= 0 && (filled < group || to[at] == 1)) {
                    result[at] = (int) filled * base;
                    filled *= to[at--];
                }
                if (filled != group) {
                    return null;
                }
                if (d > 0) {
                    base = strides[d - 1];
                    group = 1;
                }
            }
        }
        return at == -1 ? result : null;
    }
}
