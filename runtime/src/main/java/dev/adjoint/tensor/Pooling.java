package dev.adjoint.tensor;

import dev.adjoint.tensor.IndexRows.Places;
import dev.adjoint.tensor.kernel.Convert;
import dev.adjoint.tensor.kernel.Window;
import java.util.Arrays;

/** Maxima and means under a moving window. */
final class Pooling {
    private Pooling() {}

    /** A mean under a window; the shape is the input's. */
    record Average(Window window, boolean countPadding, int[] from, int[] to) {}

    static Window window(String op, Tensor x, int[] kernel, int[] stride, int[] padding) {
        int dims = x.shape.length;
        if (dims != 3 && dims != 4) {
            throw new IllegalArgumentException(op
                    + "(): Expected 3D or 4D (batch mode) tensor for input, but got shape " + Arrays.toString(x.shape));
        }
        if (kernel.length != 2 || stride.length != 2 || padding.length != 2) {
            throw new IllegalArgumentException(op + "(): expected one integer for each of the two dimensions, but got"
                    + " kernel " + Arrays.toString(kernel) + ", stride " + Arrays.toString(stride) + ", padding "
                    + Arrays.toString(padding));
        }
        for (int d = 0; d < 2; d++) {
            if (kernel[d] < 1 || stride[d] < 1 || padding[d] < 0 || padding[d] > kernel[d] / 2) {
                throw new IllegalArgumentException(
                        op + "(): kernel and stride must be positive and padding at most half"
                                + " of the kernel size, but got kernel " + Arrays.toString(kernel) + ", stride "
                                + Arrays.toString(stride) + ", padding " + Arrays.toString(padding));
            }
        }
        int planes = x.shape[dims - 3] * (dims == 4 ? x.shape[0] : 1);
        Window.Planes p =
                new Window.Planes(1, planes, x.shape[dims - 2], x.shape[dims - 1], planes, kernel[0], kernel[1]);
        Window w = new Window(stride, padding, new int[] {1, 1}, 1, p);
        if (w.outHeight() < 1 || w.outWidth() < 1) {
            String size = x.shape[dims - 3] + "x";
            throw new IllegalArgumentException(op + "(): Given input size: (" + size + p.height() + "x" + p.width()
                    + "). Calculated output size: (" + size + Math.max(0, w.outHeight()) + "x"
                    + Math.max(0, w.outWidth()) + "). Output size is too small");
        }
        return w;
    }

    static int[] resultShape(Tensor x, Window w) {
        int[] shape = x.shape.clone();
        shape[shape.length - 2] = w.outHeight();
        shape[shape.length - 1] = w.outWidth();
        return shape;
    }

    /** Work on one window: where it is in the result, and its corners in the plane. */
    @FunctionalInterface
    private interface Body {
        void run(int to, int plane, int top, int left, int bottom, int right);
    }

    private static void each(Window w, Body body) {
        Window.Planes p = w.planes();
        int to = 0;
        for (int plane = 0; plane < p.channels(); plane++) {
            for (int i = 0; i < w.outHeight(); i++) {
                for (int j = 0; j < w.outWidth(); j++) {
                    int top = i * w.stride()[0] - w.padding()[0];
                    int left = j * w.stride()[1] - w.padding()[1];
                    body.run(
                            to++,
                            plane * p.height() * p.width(),
                            top,
                            left,
                            top + p.kernelHeight(),
                            left + p.kernelWidth());
                }
            }
        }
    }

    /** Where the first largest element under each window is; NaN counts as larger than all. */
    static Places largest(Tensor x, Window w) {
        double[] v = x.detach().toDoubleArray();
        int[] shape = resultShape(x, w);
        int[] map = new int[Shape.numel("maxPool2d", shape)];
        Window.Planes p = w.planes();
        each(w, (to, plane, top, left, bottom, right) -> {
            int best = -1;
            for (int r = Math.max(top, 0); r < Math.min(bottom, p.height()); r++) {
                for (int c = Math.max(left, 0); c < Math.min(right, p.width()); c++) {
                    int at = plane + r * p.width() + c;
                    if (best < 0 || v[at] > v[best] || (Double.isNaN(v[at]) && !Double.isNaN(v[best]))) {
                        best = at;
                    }
                }
            }
            map[to] = best;
        });
        return new Places(map, shape, x.shape);
    }

    private static double divisor(Average a, int top, int left, int bottom, int right) {
        Window w = a.window();
        Window.Planes p = w.planes();
        if (a.countPadding()) {
            int rows = Math.min(bottom, p.height() + w.padding()[0]) - top;
            return (double) rows * (Math.min(right, p.width() + w.padding()[1]) - left);
        }
        int rows = Math.min(bottom, p.height()) - Math.max(top, 0);
        return (double) rows * (Math.min(right, p.width()) - Math.max(left, 0));
    }

    static Tensor average(Tensor x, Average a) {
        double[] v = x.detach().toDoubleArray();
        Tensor y = Tensor.empty(x.dtype, a.to());
        double[] result = new double[y.numel];
        Window.Planes p = a.window().planes();
        each(a.window(), (to, plane, top, left, bottom, right) -> {
            double sum = 0;
            for (int r = Math.max(top, 0); r < Math.min(bottom, p.height()); r++) {
                for (int c = Math.max(left, 0); c < Math.min(right, p.width()); c++) {
                    sum += v[plane + r * p.width() + c];
                }
            }
            result[to] = sum / divisor(a, top, left, bottom, right);
        });
        Convert.fromDoubles(result, y.storage.array, result.length);
        return y;
    }

    static Tensor averageBackward(Tensor g, Average a) {
        double[] v = g.detach().toDoubleArray();
        Tensor x = Tensor.empty(g.dtype, a.from());
        double[] result = new double[x.numel];
        Window.Planes p = a.window().planes();
        each(a.window(), (to, plane, top, left, bottom, right) -> {
            double share = v[to] / divisor(a, top, left, bottom, right);
            for (int r = Math.max(top, 0); r < Math.min(bottom, p.height()); r++) {
                for (int c = Math.max(left, 0); c < Math.min(right, p.width()); c++) {
                    result[plane + r * p.width() + c] += share;
                }
            }
        });
        Convert.fromDoubles(result, x.storage.array, result.length);
        return x;
    }
}
