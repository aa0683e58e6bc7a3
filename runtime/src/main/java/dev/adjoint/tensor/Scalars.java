package dev.adjoint.tensor;

/** How plain numbers combine with tensors. */
final class Scalars {
    private Scalars() {}

    /** The tensor in the type of its combination with a floating-point number. */
    static Tensor floating(Tensor x) {
        return x.dtype.isFloating() ? x : x.cast(DType.FLOAT32);
    }

    /** The tensor in the type of its combination with an integer. */
    static Tensor integral(Tensor x) {
        return x.dtype == DType.BOOL ? x.cast(DType.INT64) : x;
    }

    /** The tensor, unless it holds truth values, which have no difference. */
    static Tensor subtracted(String op, Tensor x) {
        if (x.dtype == DType.BOOL) {
            throw new IllegalArgumentException(op + "(): Subtraction with a bool tensor is not supported. Use the"
                    + " logical operations instead.");
        }
        return x;
    }

    /** A number that an in-place operation adds to a tensor of this type. */
    static double fitting(String op, Tensor x, double s) {
        if (!x.dtype.isFloating() && s != Math.rint(s)) {
            throw new IllegalArgumentException(op
                    + "InPlace(): result type Float can't be cast to the desired output type " + x.dtype.scalarName());
        }
        return s;
    }

    /** A number as a tensor that is compared with x without changing x's kind more than needed. */
    static Tensor number(Tensor x, double s) {
        if (x.dtype.isFloating()) {
            return Tensor.full(x.dtype, s);
        }
        return s == Math.rint(s) && Math.abs(s) < 0x1p62 ? Tensor.scalar((long) s) : Tensor.scalar(s);
    }

    static void requireIntegral(String op, Tensor a, Tensor b, double alpha) {
        if (alpha != Math.rint(alpha) && !a.dtype.isFloating() && !b.dtype.isFloating()) {
            throw new IllegalArgumentException(op
                    + "(): For integral input tensors, argument alpha must not be a floating point number: " + alpha);
        }
    }

    static void requireFloating(String op, Tensor a, Tensor b) {
        if (!a.dtype.isFloating() && !b.dtype.isFloating()) {
            throw Errors.notImplemented(op, a);
        }
    }

    static void requireNonNegative(Tensor base, double exponent) {
        if (!base.dtype.isFloating() && exponent < 0) {
            throw new IllegalArgumentException("pow(): Integers to negative integer powers are not allowed.");
        }
    }
}
