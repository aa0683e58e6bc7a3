package dev.adjoint.tensor;

/**
 * The elements behind one or more tensors. Views share it; the version counts in-place changes, so that a backward
 * pass notices that a value it saved is no longer what it was.
 */
final class Storage {
    final Object array;
    int version;

    Storage(Object array) {
        this.array = array;
    }
}
