package dev.adjoint.tensor;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers that remembers how it was computed. With {@link #requiresGrad(boolean)} set on an input, every
 * operation on it is recorded on a tape, and {@link #backward()} on a result puts the derivative of the result with
 * respect to the input into {@link #grad()}. Semantics, printing and error conditions are PyTorch's.
 *
 * <p>Operations are declared in {@link ElementwiseOps}, {@link ComparisonOps}, {@link ReductionOps}, {@link ShapeOps},
 * {@link IndexOps}, {@link MatrixOps}, {@link InPlaceOps} and {@link BridgeOps}; tensors are made by the static methods of {@link Creation}.
 *
 * <p><b>Threads.</b> Operations that only read tensors may run in any number of threads at once, and each thread may
 * record and run its own backward passes, also passes that end in the same leaves: adding to a leaf's gradient is
 * synchronised. Changing a tensor in place while another thread uses it is not safe.
 */
public final class Tensor extends Creation
        implements ElementwiseOps, ComparisonOps, ReductionOps, ShapeOps, IndexOps, MatrixOps, InPlaceOps, BridgeOps {
    final Storage storage;
    final DType dtype;
    final int[] shape;
    final int offset;
    final int numel;
    final boolean contiguous;
    private int @Nullable [] strides;
    private @Nullable View view;
    private boolean requiresGrad;
    private @Nullable Node gradFn;
    private @Nullable AccumulateGrad accumulator;
    private @Nullable Tensor grad;

    /** A contiguous tensor at the start of its storage. */
    Tensor(Storage storage, DType dtype, int[] shape, int numel) {
        this.storage = storage;
        this.dtype = dtype;
        this.shape = shape;
        this.offset = 0;
        this.numel = numel;
        this.contiguous = true;
    }

    /** Any tensor on a storage. */
    Tensor(Storage storage, DType dtype, int[] shape, int[] strides, int offset) {
        this.storage = storage;
        this.dtype = dtype;
        this.shape = shape;
        this.strides = strides;
        this.numel = Shape.numel("view", shape);
        this.offset = numel == 0 ? 0 : offset;
        this.contiguous = Shape.isContiguous(shape, strides);
    }

    /** The sizes of all dimensions; empty for a scalar. A copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The size of one dimension; negative dimensions count from the end. A scalar has none. */
    public int size(int dim) {
        Shape.requireDimensions("size", shape);
        return shape[Shape.dim("size", dim, shape.length)];
    }

    /** The number of dimensions. */
    public int dim() {
        return shape.length;
    }

    /** The number of elements. */
    public int numel() {
        return numel;
    }

    /** The element type. */
    public DType dtype() {
        return dtype;
    }

    /** How many elements lie between neighbours, by dimension. A copy. */
    public int[] stride() {
        return strides().clone();
    }

    /** Whether the elements lie in row-major order without gaps. */
    public boolean isContiguous() {
        return contiguous;
    }

    /** How often the elements behind this tensor were changed in place. */
    public int version() {
        return storage.version;
    }

    int[] strides() {
        if (strides == null) {
            strides = Shape.contiguousStrides(shape);
        }
        return strides;
    }

    /** Whether operations on this tensor are recorded. */
    public boolean requiresGrad() {
        if (view == null) {
            return requiresGrad;
        }
        // As in PyTorch, also a view that was made while nothing was recorded.
        return view.base.requiresGrad() && dtype.isFloating() || requiresGrad;
    }

    /**
     * Sets whether operations on this tensor are recorded, and returns this tensor.
     *
     * @throws IllegalArgumentException for a tensor of integers or truth values
     * @throws IllegalStateException when switched off on the result of a recorded operation
     */
    public Tensor requiresGrad(boolean required) {
        if (required && !dtype.isFloating()) {
            throw new IllegalArgumentException("requiresGrad(): only Tensors of floating point dtype can require"
                    + " gradients, but this one is " + dtype);
        }
        if (!required && gradFn() != null) {
            throw new IllegalStateException("you can only change requires_grad flags of leaf variables. If you want to"
                    + " use a computed variable in a subgraph that doesn't require differentiation use detach().");
        }
        requiresGrad = required;
        return this;
    }

    /** The recorded step that computed this tensor, null for a leaf. */
    public @Nullable Node gradFn() {
        if (view != null) {
            view.follow(this, gradFn);
        }
        return gradFn;
    }

    /** Whether this tensor was not computed by a recorded operation. */
    public boolean isLeaf() {
        return gradFn() == null;
    }

    /** The gradient that backward passes have added up here; null before the first one. */
    public @Nullable Tensor grad() {
        return grad;
    }

    /**
     * Replaces the gradient; null clears it.
     *
     * @throws IllegalArgumentException if shape or type differ from this tensor's
     */
    public void setGrad(@Nullable Tensor gradient) {
        if (gradient != null && !Arrays.equals(gradient.shape, shape)) {
            throw new IllegalArgumentException("setGrad(): assigned grad has data of a different size: "
                    + Arrays.toString(gradient.shape) + " for a tensor of shape " + Arrays.toString(shape));
        }
        if (gradient != null && gradient.dtype != dtype) {
            throw new IllegalArgumentException("setGrad(): assigned grad has data of a different type: "
                    + gradient.dtype + " for a tensor of type " + dtype);
        }
        grad = gradient;
    }

    /** The derivative of this one-element tensor is added to the {@link #grad()} of every leaf it depends on. */
    public void backward() {
        Autograd.backward(this, null, false, false);
    }

    /** The vector-Jacobian product with this gradient, of this tensor's shape, is added to every leaf. */
    public void backward(Tensor gradient) {
        Autograd.backward(this, gradient, false, false);
    }

    /**
     * The general backward pass.
     *
     * @param gradient the gradient of this tensor; null stands for 1 and needs a one-element tensor
     * @param retainGraph whether saved values are kept, so that a further pass can follow
     * @param createGraph whether the gradients are recorded, so that they can be differentiated; implies retaining
     */
    public void backward(@Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
        Autograd.backward(this, gradient, retainGraph, createGraph);
    }

    /** The same elements outside the graph: shared, not copied, and not requiring gradients. */
    public Tensor detach() {
        return new Tensor(storage, dtype, shape, strides(), offset);
    }

    /** Keeps the gradient of this computed tensor in {@link #grad()} during backward. Returns this tensor. */
    public Tensor retainGrad() {
        Node n = gradFn();
        if (n == null && !requiresGrad()) {
            throw new IllegalStateException("can't retain_grad on Tensor that has requires_grad=False");
        }
        if (n != null) {
            n.addHook(g -> {
                grad = grad == null ? g : grad.add(g);
                return g;
            });
        }
        return this;
    }

    /**
     * Calls a function with the gradient of this tensor whenever a backward pass computes it; its result, if not null,
     * replaces the gradient.
     *
     * @return an action that removes the hook
     */
    public Runnable registerHook(UnaryOperator<Tensor> hook) {
        Node n = edge();
        if (n == null) {
            throw new IllegalStateException("cannot register a hook on a tensor that doesn't require gradient");
        }
        return n.addHook(hook);
    }

    /** The only element, as a number. */
    public double item() {
        requireOne("item");
        return element(offset);
    }

    /** The only element of a tensor of integers. */
    public long itemLong() {
        requireOne("itemLong");
        return dtype == DType.INT64 ? ((long[]) storage.array)[offset] : (long) element(offset);
    }

    /** The only element as a truth value: whether it is not zero. */
    public boolean itemBoolean() {
        if (numel != 1) {
            throw new IllegalArgumentException("itemBoolean(): Boolean value of Tensor with more than one value is"
                    + " ambiguous; its shape is " + Arrays.toString(shape));
        }
        return element(offset) != 0;
    }

    private void requireOne(String op) {
        if (numel != 1) {
            throw new IllegalArgumentException(op + "(): only one element tensors can be converted to Java scalars, but"
                    + " the shape is " + Arrays.toString(shape));
        }
    }

    /** The element at these indices, one for each dimension; negative indices count from the end. */
    public double get(int... index) {
        return element(offset + position("get", index));
    }

    /** The elements in row-major order, as floats. A copy. */
    public float[] toArray() {
        return (float[]) cast(DType.FLOAT32).copyArray();
    }

    /** The elements in row-major order, as doubles. A copy. */
    public double[] toDoubleArray() {
        return (double[]) cast(DType.FLOAT64).copyArray();
    }

    /** The elements in row-major order, as integers. A copy. */
    public long[] toLongArray() {
        return (long[]) cast(DType.INT64).copyArray();
    }

    /** The elements in row-major order, as truth values. A copy. */
    public boolean[] toBooleanArray() {
        return (boolean[]) cast(DType.BOOL).copyArray();
    }

    /** Prints as PyTorch does. */
    @Override
    public String toString() {
        return Printer.print(this);
    }

    @Nullable
    Tensor gradient() {
        return grad;
    }

    void setGradient(Tensor g) {
        grad = g;
    }

    void attach(Node n) {
        gradFn = n;
        requiresGrad = true;
        Anomaly.trace(n);
    }

    void detachFromGraph() {
        gradFn = null;
        requiresGrad = false;
    }

    @Nullable
    View link() {
        return view;
    }

    @Nullable
    Tensor base() {
        return view == null ? null : view.base;
    }

    /** Where this tensor's gradient goes: its node, its collector, or nowhere. */
    @Nullable
    Node edge() {
        Node n = gradFn();
        if (n != null || !requiresGrad()) {
            return n;
        }
        // Read without a lock: the collector's own fields are final, so no thread sees it half made.
        AccumulateGrad present = accumulator;
        return present != null ? present : collector();
    }

    private synchronized Node collector() {
        if (accumulator == null) {
            accumulator = new AccumulateGrad(this);
        }
        return accumulator;
    }

    /** This tensor as it is now, kept while this object gets a new place in the graph. */
    Tensor alias() {
        Tensor t = new Tensor(storage, dtype, shape, strides(), offset);
        t.gradFn = gradFn();
        t.requiresGrad = requiresGrad();
        return t;
    }

    /** This tensor as it is now, with elements of its own, kept when this object's are about to be overwritten. */
    Tensor snapshot() {
        Tensor t = new Tensor(new Storage(copyArray()), dtype, shape, numel);
        t.gradFn = gradFn();
        t.requiresGrad = requiresGrad();
        return t;
    }

    /** A view of this tensor's elements. */
    Tensor viewAs(int[] newShape, int[] newStrides, int newOffset, View.Kind kind) {
        Tensor t = new Tensor(storage, dtype, newShape, newStrides, newOffset);
        View.Kind actual = requiresGrad() && !GradMode.isEnabled() ? View.Kind.UNRECORDED : kind;
        t.view = view == null ? new View(this, actual) : view.derive(actual);
        return t;
    }

    /** Sums over the dimensions that were broadcast from this shape. */
    Tensor sumTo(int[] to, String op) {
        return Reduce.sumTo(this, to, op);
    }

    /** This tensor with repeated dimensions reduced to size 1, without gaps; not recorded. */
    Tensor compact() {
        if (contiguous) {
            return this;
        }
        int[] s = strides();
        int[] smaller = shape.clone();
        for (int d = 0; d < smaller.length; d++) {
            smaller[d] = s[d] == 0 ? 1 : shape[d];
        }
        return new Tensor(storage, dtype, smaller, s, offset).dense();
    }

    /** This tensor if it is contiguous, else a contiguous copy; not recorded. */
    Tensor dense() {
        return contiguous ? this : Values.copy(this);
    }

    /** This tensor if it has that type, else a converted copy; not recorded. */
    Tensor cast(DType type) {
        return type == dtype ? this : Values.cast(this, type);
    }

    /** Overwrites the elements by those of a contiguous tensor of the same shape and type. */
    void store(Tensor values) {
        Values.store(values, this);
    }

    Object copyArray() {
        return Values.copy(this).storage.array;
    }

    double element(int at) {
        return Values.element(storage.array, at);
    }

    /** The place of an element relative to {@link #offset}. */
    int position(String op, int[] index) {
        return Values.position(op, this, index);
    }
}
