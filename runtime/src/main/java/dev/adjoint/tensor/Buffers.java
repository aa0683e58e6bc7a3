package dev.adjoint.tensor;

import java.lang.ref.SoftReference;
import java.lang.reflect.Array;

/**
 * Arrays of gradients that a backward pass is done with, kept by each thread for results to come. They are in the
 * cache already, and need not be filled with zeros first.
 */
final class Buffers {
    /** Smaller arrays cost less to make than to find. */
    private static final int WORTH = 512;

    private static final int KEPT = 8;
    private static final ThreadLocal<SoftReference<Buffers>> CURRENT =
            ThreadLocal.withInitial(() -> new SoftReference<>(new Buffers()));

    private final Object[] arrays = new Object[KEPT];
    private int next;

    private Buffers() {}

    /** An array with any content. */
    static Object take(DType type, int n) {
        if (n >= WORTH) {
            Buffers buffers = CURRENT.get().get();
            Object array = buffers == null ? null : buffers.find(type, n);
            if (array != null) {
                return array;
            }
        }
        return type.allocate(n);
    }

    /** Takes over the elements of a tensor, which nobody else may hold. */
    static void give(Tensor t) {
        if (t.numel == Array.getLength(t.storage.array)) {
            give(t.storage.array);
        }
    }

    /** Takes over an array, which nobody else may hold. */
    static void give(Object array) {
        if (Array.getLength(array) < WORTH) {
            return;
        }
        Buffers buffers = CURRENT.get().get();
        if (buffers == null) {
            buffers = new Buffers();
            CURRENT.set(new SoftReference<>(buffers));
        }
        buffers.keep(array);
    }

    /** In a free place, else in that of the array that has lain here longest. */
    private void keep(Object array) {
        for (int i = 0; i < KEPT && arrays[next] != null; i++) {
            next = (next + 1) % KEPT;
        }
        arrays[next] = array;
        next = (next + 1) % KEPT;
    }

    private Object find(DType type, int n) {
        for (int i = 0; i < KEPT; i++) {
            Object array = arrays[i];
            if (array != null && Array.getLength(array) == n && type.holds(array)) {
                arrays[i] = null;
                return array;
            }
        }
        return null;
    }
}
