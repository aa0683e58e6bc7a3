package dev.adjoint.tensor;

/** The element types of a {@link Tensor}. */
public enum DType {
    /** Truth values, used as masks. */
    BOOL("bool", "Bool", 0),
    /** 64-bit integers, used as indices. */
    INT64("int64", "Long", 1),
    /** 32-bit floating point, the default. */
    FLOAT32("float32", "Float", 2),
    /** 64-bit floating point. */
    FLOAT64("float64", "Double", 2);

    private final String torchName;
    private final String scalarName;
    private final int category;

    DType(String torchName, String scalarName, int category) {
        this.torchName = torchName;
        this.scalarName = scalarName;
        this.category = category;
    }

    /** Whether elements are floating-point numbers; only such tensors can require gradients. */
    public boolean isFloating() {
        return category == 2;
    }

    /** The name that PyTorch prints, such as {@code torch.float64}. */
    @Override
    public String toString() {
        return "torch." + torchName;
    }

    /** The name that PyTorch's error messages use: Bool, Long, Float or Double. */
    String scalarName() {
        return scalarName;
    }

    /** Booleans, integers and floating-point numbers, in the order in which the type of a result is decided. */
    int category() {
        return category;
    }

    /** A zero-filled array of this element type. */
    Object allocate(int n) {
        switch (this) {
            case FLOAT32:
                return new float[n];
            case FLOAT64:
                return new double[n];
            case INT64:
                return new long[n];
            default:
                return new boolean[n];
        }
    }

    /** Whether this is the element type of an array. */
    boolean holds(Object array) {
        switch (this) {
            case FLOAT32:
                return array instanceof float[];
            case FLOAT64:
                return array instanceof double[];
            case INT64:
                return array instanceof long[];
            default:
                return array instanceof boolean[];
        }
    }

    /** The type that holds values of both types. */
    static DType promote(DType a, DType b) {
        return a.ordinal() >= b.ordinal() ? a : b;
    }
}
