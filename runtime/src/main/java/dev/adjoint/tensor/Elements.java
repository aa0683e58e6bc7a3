package dev.adjoint.tensor;

/**
 * The elements of a tensor as an array, for loops that read or change many of them at once, such as an optimiser's.
 * Nothing done here is recorded. Arrays from here may be written to only for tensors that are then passed to
 * {@link #commit}.
 */
public final class Elements {
    private Elements() {}

    /** The elements of a {@link DType#FLOAT32} tensor in row-major order: its own array if it has that form, or a copy. */
    public static float[] floats(Tensor t) {
        return (float[]) array(t);
    }

    /** The elements of a {@link DType#FLOAT64} tensor in row-major order: its own array if it has that form, or a copy. */
    public static double[] doubles(Tensor t) {
        return (double[]) array(t);
    }

    private static Object array(Tensor t) {
        return t.contiguous && t.offset == 0 ? t.storage.array : t.copyArray();
    }

    /**
     * Makes changes to an array from {@link #floats} or {@link #doubles} those of the tensor, and counts them as a
     * change in place, so that a backward pass that needs the old elements fails.
     */
    public static void commit(Tensor t, Object array) {
        if (array == t.storage.array) {
            t.storage.version++;
        } else {
            Autograd.noGrad(() -> t.copyInPlace(Tensor.wrap(t.dtype, array, t.shape)));
        }
    }
}
