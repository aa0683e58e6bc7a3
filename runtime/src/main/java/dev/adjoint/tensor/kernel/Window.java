package dev.adjoint.tensor.kernel;

/**
 * How a window moves over a plane, by rows and columns.
 *
 * @param groups into how many parts the channels of a convolution are divided
 * @param planes the sizes of input and kernel: batch, channels, height, width, out channels, kernel height and width
 */
public record Window(int[] stride, int[] padding, int[] dilation, int groups, Planes planes) {
    /** Sizes of a convolution. */
    public record Planes(int batch, int channels, int height, int width, int out, int kernelHeight, int kernelWidth) {}

    /** The height of the result. */
    public int outHeight() {
        return size(planes.height, planes.kernelHeight, 0);
    }

    /** The width of the result. */
    public int outWidth() {
        return size(planes.width, planes.kernelWidth, 1);
    }

    private int size(int n, int kernel, int d) {
        long extent = dilation[d] * (kernel - 1L) + 1;
        long size = Math.floorDiv(n + 2L * padding[d] - extent, (long) stride[d]) + 1;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(size, Integer.MAX_VALUE));
    }

    /** The elements under one position of the window, for one group: channels times kernel size. */
    public int depth() {
        return planes.channels / groups * planes.kernelHeight * planes.kernelWidth;
    }

    /** The number of positions of the window. */
    public int positions() {
        return outHeight() * outWidth();
    }
}
