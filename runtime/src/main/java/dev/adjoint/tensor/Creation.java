package dev.adjoint.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Makes tensors. All methods are called as {@code Tensor.zeros(2, 3)}. */
public abstract sealed class Creation permits Tensor {
    Creation() {}

    /** A new tensor of the shape and type of a contiguous one; its elements are still to be written. */
    static Tensor like(Tensor t) {
        return new Tensor(new Storage(Buffers.take(t.dtype, t.numel)), t.dtype, t.shape, t.numel);
    }

    /** A new tensor whose elements are still to be written; the operation is named if there can't be so many. */
    static Tensor unwritten(String op, DType dtype, int[] shape) {
        int n = Shape.numel(op, shape);
        return new Tensor(new Storage(Buffers.take(dtype, n)), dtype, shape, n);
    }

    /** A new tensor of zeros, of a shape no larger than that of an operand. */
    static Tensor empty(DType dtype, int[] shape) {
        return empty("empty", dtype, shape);
    }

    /** A new tensor of zeros; the operation is named if there can't be so many. */
    static Tensor empty(String op, DType dtype, int[] shape) {
        int n = Shape.numel(op, shape);
        return new Tensor(new Storage(dtype.allocate(n)), dtype, shape, n);
    }

    /** A 1-D tensor of floats. The array is copied. */
    public static Tensor of(float... values) {
        return wrap(DType.FLOAT32, values.clone(), values.length);
    }

    /** A 1-D tensor of doubles, {@link DType#FLOAT64}. The array is copied. */
    public static Tensor of(double... values) {
        return wrap(DType.FLOAT64, values.clone(), values.length);
    }

    /** A 1-D tensor of integers. The array is copied. */
    public static Tensor of(long... values) {
        return wrap(DType.INT64, values.clone(), values.length);
    }

    /** A 1-D tensor of integers. */
    public static Tensor of(int... values) {
        return wrap(DType.INT64, Arrays.stream(values).asLongStream().toArray(), values.length);
    }

    /** A 1-D tensor of truth values. The array is copied. */
    public static Tensor of(boolean... values) {
        return wrap(DType.BOOL, values.clone(), values.length);
    }

    /** A 2-D tensor of floats, row by row. */
    public static Tensor of(float[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            requireRow(rows[i].length, columns);
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return wrap(DType.FLOAT32, flat, rows.length, columns);
    }

    /** A 2-D tensor of doubles, row by row. */
    public static Tensor of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            requireRow(rows[i].length, columns);
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return wrap(DType.FLOAT64, flat, rows.length, columns);
    }

    private static void requireRow(int length, int columns) {
        if (length != columns) {
            throw new IllegalArgumentException(
                    "of(): expected sequence of length " + columns + " at dim 1 (got " + length + ")");
        }
    }

    /** A float without dimensions. */
    public static Tensor scalar(float value) {
        return wrap(DType.FLOAT32, new float[] {value});
    }

    /** A double without dimensions, {@link DType#FLOAT64}. */
    public static Tensor scalar(double value) {
        return wrap(DType.FLOAT64, new double[] {value});
    }

    /** An integer without dimensions. */
    public static Tensor scalar(long value) {
        return wrap(DType.INT64, new long[] {value});
    }

    /** An integer without dimensions. */
    public static Tensor scalar(int value) {
        return scalar((long) value);
    }

    /** A truth value without dimensions. */
    public static Tensor scalar(boolean value) {
        return wrap(DType.BOOL, new boolean[] {value});
    }

    /** A tensor of this shape with the elements in row-major order. The array is copied. */
    public static Tensor from(float[] values, int... shape) {
        return shaped(of(values), shape);
    }

    /** A tensor of this shape with the elements in row-major order. The array is copied. */
    public static Tensor from(double[] values, int... shape) {
        return shaped(of(values), shape);
    }

    /** A tensor of this shape with the elements in row-major order. The array is copied. */
    public static Tensor from(long[] values, int... shape) {
        return shaped(of(values), shape);
    }

    /** A tensor of this shape with the elements in row-major order. The array is copied. */
    public static Tensor from(boolean[] values, int... shape) {
        return shaped(of(values), shape);
    }

    /** Zeros, as floats. */
    public static Tensor zeros(int... shape) {
        return zeros(DType.FLOAT32, shape);
    }

    /** Zeros of a type. */
    public static Tensor zeros(DType type, int... shape) {
        return empty("zeros", type, shape.clone());
    }

    /** Ones, as floats. */
    public static Tensor ones(int... shape) {
        return ones(DType.FLOAT32, shape);
    }

    /** Ones of a type. */
    public static Tensor ones(DType type, int... shape) {
        return filled("ones", type, 1, shape);
    }

    /** One value everywhere, as floats. */
    public static Tensor full(float value, int... shape) {
        return full(DType.FLOAT32, value, shape);
    }

    /** One value everywhere. */
    public static Tensor full(DType type, double value, int... shape) {
        if (type == DType.INT64 && !(Math.abs(value) <= 0x1p63)) {
            throw new IllegalArgumentException(
                    "full(): value cannot be converted to type int64_t without overflow: " + value);
        }
        return filled("full", type, value, shape);
    }

    private static Tensor filled(String op, DType type, double value, int[] shape) {
        Tensor t = empty(op, type, shape.clone());
        fill(t.storage.array, value);
        return t;
    }

    static void fill(Object array, double value) {
        if (array instanceof float[]) {
            Arrays.fill((float[]) array, (float) value);
        } else if (array instanceof double[]) {
            Arrays.fill((double[]) array, value);
        } else if (array instanceof long[]) {
            Arrays.fill((long[]) array, (long) value);
        } else {
            Arrays.fill((boolean[]) array, value != 0);
        }
    }

    /** The integers from 0 to end, exclusive. */
    public static Tensor arange(long end) {
        return arange(DType.INT64, 0, end, 1);
    }

    /** The numbers from start to end, exclusive, at distance step. */
    public static Tensor arange(DType type, double start, double end, double step) {
        if (step == 0) {
            throw new IllegalArgumentException("arange(): step must be nonzero");
        }
        if ((end - start) / step < 0) {
            throw new IllegalArgumentException(
                    "arange(): upper bound and larger bound inconsistent with step sign: start " + start + ", end "
                            + end + ", step " + step);
        }
        double count = Math.ceil((end - start) / step);
        if (!(count <= Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("arange(): a tensor of " + count + " elements does not fit in an array");
        }
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + i * step;
        }
        return of(values).cast(type);
    }

    /** Numbers at equal distances from start to end, both included. */
    public static Tensor linspace(DType type, double start, double end, int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("linspace(): number of steps must be non-negative, but is " + steps);
        }
        double[] values = new double[steps];
        double step = (end - start) / Math.max(steps - 1, 1);
        for (int i = 0; i < steps; i++) {
            // From the nearer end, as PyTorch does, so that both ends are exact.
            values[i] = i < steps / 2 || steps == 1 ? start + step * i : end - step * (steps - 1 - i);
        }
        return of(values).cast(type);
    }

    /** The identity matrix, as floats. */
    public static Tensor eye(int n) {
        return eye(DType.FLOAT32, n, n);
    }

    /** A matrix with ones on its diagonal. */
    public static Tensor eye(DType type, int rows, int columns) {
        Tensor t = empty("eye", DType.FLOAT64, new int[] {rows, columns});
        double[] d = (double[]) t.storage.array;
        for (int i = 0; i < Math.min(rows, columns); i++) {
            d[i * columns + i] = 1;
        }
        return t.cast(type);
    }

    /** Random floats, uniform from 0 (inclusive) to 1 (exclusive). */
    public static Tensor rand(RandomGenerator random, int... shape) {
        Tensor t = empty("rand", DType.FLOAT32, shape.clone());
        float[] f = (float[]) t.storage.array;
        for (int i = 0; i < f.length; i++) {
            f[i] = random.nextFloat();
        }
        return t;
    }

    /** Random floats with the standard normal distribution. */
    public static Tensor randn(RandomGenerator random, int... shape) {
        Tensor t = empty("randn", DType.FLOAT32, shape.clone());
        float[] f = (float[]) t.storage.array;
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) random.nextGaussian();
        }
        return t;
    }

    /** The tensors joined along a dimension. */
    public static Tensor cat(List<Tensor> tensors, int dim) {
        return Joining.cat(tensors, dim);
    }

    /** The tensors, all of one shape, joined along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int dim) {
        return Joining.stack(tensors, dim);
    }

    /** The first tensor where the condition is true, else the second. */
    public static Tensor where(Tensor condition, Tensor x, Tensor y) {
        return x.where(condition, y);
    }

    /**
     * An array function with its vector-Jacobian product, such as a generated {@code fVjp}, as one step of the graph.
     *
     * @param f maps the elements of x, as doubles in row-major order, to the elements of a vector
     * @param vjp maps those elements and a gradient of the result to the gradient of the elements
     */
    public static Tensor apply(UnaryOperator<double[]> f, BinaryOperator<double[]> vjp, Tensor x) {
        return Bridge.apply(f, vjp, x);
    }

    /**
     * A function of an array with a number as its value and its gradient, such as a generated {@code fGrad}, as one
     * step of the graph.
     */
    public static Tensor applyScalar(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, Tensor x) {
        return Bridge.applyScalar(f, gradient, x);
    }

    /** A tensor on this array itself. */
    static Tensor wrap(DType type, Object array, int... shape) {
        int n = 1;
        for (int size : shape) {
            n *= size;
        }
        return new Tensor(new Storage(array), type, shape, n);
    }

    private static Tensor shaped(Tensor flat, int[] shape) {
        int n = Shape.numel("from", shape);
        if (n != flat.numel) {
            throw new IllegalArgumentException(
                    "from(): shape '" + Arrays.toString(shape) + "' is invalid for input of size " + flat.numel);
        }
        return new Tensor(flat.storage, flat.dtype, shape.clone(), n);
    }
}
