package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.Op.row;

import dev.adjoint.tensor.kernel.Embed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of operations that show the same elements in another shape, and of copies. */
final class ViewRows {
    private ViewRows() {}

    /** A change of shape. */
    record Reshape(int[] from, int[] to) {}

    /** An exchange of two dimensions. */
    record Pair(int first, int second) {}

    static final Op<Void> COPY =
            row("copy", "CopyBackwards", (a, in) -> Values.copy(in[0]), grad(NOTHING, (n, a, g) -> g));
    static final Op<Void> CLONE = COPY.named("CloneBackward0");
    static final Op<DType> TO =
            row("to", "ToCopyBackward0", (type, in) -> Values.cast(in[0], type), grad(NOTHING, (n, a, g) -> g));

    static final Op<Reshape> VIEW =
            row("view", "ViewBackward0", ViewRows::reshape, grad(NOTHING, (n, a, g) -> g.reshape(a.from)));
    static final Op<Reshape> RESHAPE_ALIAS = VIEW.named("ReshapeAliasBackward0");
    static final Op<Reshape> UNSAFE_VIEW = row(
            "reshape",
            "UnsafeViewBackward0",
            (a, in) -> Values.copy(in[0])
                    .viewAs(a.to, Shape.contiguousStrides(a.to), 0, View.Kind.SINGLE)
                    .detach(),
            grad(NOTHING, (n, a, g) -> g.reshape(a.from)));
    static final Op<Pair> TRANSPOSE = row(
            "transpose",
            "TransposeBackward0",
            ViewRows::transpose,
            grad(NOTHING, (n, a, g) -> g.transpose(a.first, a.second)));
    static final Op<Pair> T = TRANSPOSE.named("TBackward0");
    static final Op<int[]> PERMUTE = row(
            "permute", "PermuteBackward0", ViewRows::permute, grad(NOTHING, (n, dims, g) -> g.permute(inverse(dims))));
    static final Op<int[]> EXPAND =
            row("expand", "ExpandBackward0", (to, in) -> expanded("expand", in[0], to), grad(NOTHING, (n, a, g) -> g));
    static final Op<Reshape> UNSQUEEZE = VIEW.named("UnsqueezeBackward0");
    static final Op<Reshape> SQUEEZE =
            row("squeeze", "SqueezeBackward0", ViewRows::withoutOnes, grad(NOTHING, (n, a, g) -> g.reshape(a.from)));
    static final Op<Reshape> SQUEEZE_DIM = SQUEEZE.named("SqueezeBackward1");
    static final Op<Reshape> SQUEEZE_VECTOR = SQUEEZE.named("SqueezeBackward3");

    static final Op<Geometry> AS_STRIDED = row(
            "asStrided",
            "AsStridedBackward0",
            (a, in) -> part(a, in[0], View.Kind.SINGLE),
            grad(NOTHING, (n, a, g) -> embed(a, g)));
    static final Op<Geometry> SELECT = AS_STRIDED.named("SelectBackward0");
    static final Op<Geometry> SLICE = AS_STRIDED.named("SliceBackward0");
    static final Op<Geometry> DIAG = row(
            "diag",
            "DiagBackward0",
            (a, in) -> Values.copy(part(a, in[0].detach().dense(), View.Kind.SINGLE)),
            grad(NOTHING, (n, a, g) -> embed(a, g)));
    static final Op<Geometry> SPLIT = row(
            "split",
            "SplitBackward0",
            (a, in) -> part(a, in[0], View.Kind.MULTIPLE),
            grad(NOTHING, (n, a, g) -> embed(a, g)));
    static final Op<Geometry> SPLIT_WITH_SIZES = SPLIT.named("SplitWithSizesBackward0");
    static final Op<Geometry> UNBIND = SPLIT.named("UnbindBackward0");
    static final Op<Geometry> EMBED = row(
            "embed",
            "EmbedBackward0",
            ViewRows::embedded,
            grad(NOTHING, (n, a, g) -> AS_STRIDED.apply(a, g.contiguous())));
    static final Op<Geometry> DIAG_EMBED = EMBED.named("DiagBackward0");
    /** A base whose part was changed in place: the part's gradient goes to the change, the rest's to the old base. */
    static final Op<Geometry> COPY_SLICES = row(
            "copySlices",
            "torch::autograd::CopySlices",
            (a, in) -> in[0],
            grad(NOTHING, (n, a, g) -> g.maskedFill(maskOf(a), 0)),
            grad(NOTHING, (n, a, g) -> AS_STRIDED.apply(a, g.contiguous())));

    static Tensor embed(Geometry a, Tensor g) {
        return EMBED.apply(a, g);
    }

    private static Tensor embedded(Geometry a, Tensor[] in) {
        Tensor g = in[0].dense();
        Tensor y = Tensor.empty(g.dtype, a.whole());
        Embed.add(g.storage.array, g.offset, y.storage.array, a.shape(), a.strides(), a.offset());
        return y;
    }

    private static Tensor maskOf(Geometry a) {
        return embedded(a, new Tensor[] {Tensor.ones(a.shape())}).cast(DType.BOOL);
    }

    /** The part of x that a geometry names; elements are counted in x's own strides where x is contiguous. */
    private static Tensor part(Geometry a, Tensor x, View.Kind kind) {
        return x.viewAs(a.shape(), a.strides(), x.offset + a.offset(), kind);
    }

    /** A view along one dimension: index start, start + step, ... (count of them). */
    static Tensor along(Op<Geometry> op, Tensor x, int dim, int start, int step, int count) {
        int[] shape = x.shape.clone();
        shape[dim] = count;
        return strided(op, x, dim, start, step, shape, -1);
    }

    /** Views of neighbouring parts of a dimension. */
    static List<Tensor> split(Op<Geometry> op, Tensor x, int[] sizes, int dim) {
        List<Tensor> parts = new ArrayList<>();
        int start = 0;
        for (int size : sizes) {
            parts.add(along(op, x, dim, start, 1, size));
            start += size;
        }
        return parts;
    }

    /** A view at one index of a dimension, which disappears. */
    static Tensor at(Op<Geometry> op, Tensor x, int dim, int index) {
        return strided(op, x, dim, index, 1, x.shape, dim);
    }

    private static Tensor strided(Op<Geometry> op, Tensor x, int dim, int start, int step, int[] shape, int drop) {
        int[] logical = Shape.contiguousStrides(x.shape);
        int[] physical = x.strides();
        Geometry g = geometry(shape, logical, dim, start, step, drop, x.shape);
        Geometry there = geometry(shape, physical, dim, start, step, drop, x.shape);
        View.Kind kind = op.forward == SPLIT.forward ? View.Kind.MULTIPLE : View.Kind.SINGLE;
        Tensor y = x.viewAs(there.shape(), there.strides(), x.offset + there.offset(), kind);
        if (GradMode.isEnabled()) {
            op.record(y, g, new Tensor[] {x});
        }
        return y;
    }

    private static Geometry geometry(int[] shape, int[] strides, int dim, int start, int step, int drop, int[] whole) {
        int[] newStrides = strides.clone();
        newStrides[dim] *= step;
        int offset = start * strides[dim];
        return drop < 0
                ? new Geometry(shape, newStrides, offset, whole)
                : new Geometry(without(shape, drop), without(newStrides, drop), offset, whole);
    }

    static int[] without(int[] a, int at) {
        int[] r = new int[a.length - 1];
        System.arraycopy(a, 0, r, 0, at);
        System.arraycopy(a, at + 1, r, at, r.length - at);
        return r;
    }

    static int[] with(int[] a, int at, int value) {
        int[] r = new int[a.length + 1];
        System.arraycopy(a, 0, r, 0, at);
        r[at] = value;
        System.arraycopy(a, at, r, at + 1, a.length - at);
        return r;
    }

    private static Tensor reshape(Reshape a, Tensor[] in) {
        Tensor x = in[0];
        int[] strides = x.contiguous ? Shape.contiguousStrides(a.to) : Restride.of(x.shape, x.strides(), a.to);
        if (strides == null) {
            throw new IllegalArgumentException("view(): view size is not compatible with input tensor's size and stride"
                    + " (at least one dimension spans across two contiguous subspaces). Use reshape(...) instead. The"
                    + " shapes are " + Arrays.toString(a.from) + " and " + Arrays.toString(a.to));
        }
        return x.viewAs(a.to, strides, x.offset, View.Kind.SINGLE);
    }

    private static Tensor withoutOnes(Reshape a, Tensor[] in) {
        return reshape(a, in);
    }

    private static Tensor transpose(Pair a, Tensor[] in) {
        Tensor x = in[0];
        int[] shape = x.shape.clone();
        int[] strides = x.strides().clone();
        swap(shape, a);
        swap(strides, a);
        return x.viewAs(shape, strides, x.offset, View.Kind.SINGLE);
    }

    private static void swap(int[] v, Pair p) {
        int t = v[p.first];
        v[p.first] = v[p.second];
        v[p.second] = t;
    }

    static Tensor permute(int[] dims, Tensor[] in) {
        Tensor x = in[0];
        int[] old = x.strides();
        int[] shape = new int[dims.length];
        int[] strides = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            shape[i] = x.shape[dims[i]];
            strides[i] = old[dims[i]];
        }
        return x.viewAs(shape, strides, x.offset, View.Kind.SINGLE);
    }

    private static int[] inverse(int[] dims) {
        int[] inverse = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            inverse[dims[i]] = i;
        }
        return inverse;
    }

    /** A view with dimensions of size 1 repeated. */
    static Tensor expanded(String op, Tensor x, int[] to) {
        if (Arrays.equals(x.shape, to)) {
            return x.viewAs(x.shape, x.strides(), x.offset, View.Kind.SINGLE);
        }
        int extra = to.length - x.shape.length;
        int[] old = x.strides();
        int[] strides = new int[to.length];
        for (int d = 0; d < to.length; d++) {
            int size = d < extra ? 1 : x.shape[d - extra];
            if (size != to[d] && size != 1) {
                throw new IllegalArgumentException(op + "(): The expanded size of the tensor (" + to[d]
                        + ") must match the existing size (" + size + ") at non-singleton dimension " + d
                        + ".  Target sizes: " + Arrays.toString(to) + ".  Tensor sizes: " + Arrays.toString(x.shape));
            }
            strides[d] = size == 1 ? 0 : old[d - extra];
        }
        return x.viewAs(to, strides, x.offset, View.Kind.SINGLE);
    }
}
