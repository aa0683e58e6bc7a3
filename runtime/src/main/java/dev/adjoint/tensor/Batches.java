package dev.adjoint.tensor;

import java.util.Arrays;

/** Matrix products over broadcast batches. */
final class Batches {
    private Batches() {}

    static Tensor matmul(Tensor x, Tensor y) {
        Tensor a = x.shape.length == 1 ? x.unsqueeze(0) : x;
        Tensor b = y.shape.length == 1 ? y.unsqueeze(1) : y;
        int m = a.size(-2);
        int k = a.size(-1);
        int n = b.size(-1);
        int[] batch = Shape.broadcast("matmul", head(a.shape), head(b.shape));
        int[] result = resultShape(batch, m, n, x.shape.length == 1, y.shape.length == 1);
        if (b.shape.length == 2) {
            return unsafeView(a.reshape(Shape.numel("matmul", batch) * m, k).mm(b), result);
        }
        int count = Shape.numel("matmul", batch);
        Tensor left = a.expand(join(batch, m, k)).reshape(count, m, k);
        Tensor right = b.expand(join(batch, b.size(-2), n)).reshape(count, b.size(-2), n);
        return unsafeView(left.bmm(right), result);
    }

    private static Tensor unsafeView(Tensor x, int[] shape) {
        ViewRows.Reshape args = new ViewRows.Reshape(x.shape, shape);
        Tensor y = new Tensor(x.storage, x.dtype, shape, x.numel);
        if (GradMode.isEnabled()) {
            ViewRows.UNSAFE_VIEW.record(y, args, new Tensor[] {x});
        }
        return y;
    }

    private static int[] head(int[] shape) {
        return Arrays.copyOf(shape, shape.length - 2);
    }

    private static int[] join(int[] batch, int rows, int columns) {
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = rows;
        shape[batch.length + 1] = columns;
        return shape;
    }

    private static int[] resultShape(int[] batch, int m, int n, boolean noRows, boolean noColumns) {
        int[] shape = join(batch, m, n);
        if (noColumns) {
            shape = ViewRows.without(shape, shape.length - 1);
        }
        return noRows ? ViewRows.without(shape, batch.length) : shape;
    }
}
