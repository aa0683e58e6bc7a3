package corpus;

import dev.adjoint.Differentiable;

/** float scalars and arrays, and mixes with double. */
public final class Floats {
    private Floats() {}

    @Differentiable
    public static float square(float x) {
        return x * x;
    }

    static float squareExpected(float x) {
        return 2 * x;
    }

    @Differentiable
    public static float polynomial(float x, float y) {
        return x * y * y + 3f * x - y / 2f;
    }

    @Differentiable
    public static float throughMath(float x) {
        return (float) Math.sin(x) * (float) Math.exp(x / 2);
    }

    @Differentiable
    public static float sum(float[] a) {
        float s = 0;
        for (float e : a) {
            s += e * e;
        }
        return s;
    }

    static float[] sumExpected(float[] a) {
        float[] g = new float[a.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = 2 * a[i];
        }
        return g;
    }

    @Differentiable
    public static float promoted(float x) {
        double y = x;
        y = y * y + x;
        return (float) (y / 2);
    }

    @Differentiable
    public static double doubleOfFloats(float[] a) {
        double s = 0;
        for (float e : a) {
            s += (double) e * e;
        }
        return s;
    }

    @Differentiable
    public static double doubleOfFloat(float x, double y) {
        return x * y + x;
    }

    @Differentiable
    public static float floatOfDouble(double x, float y) {
        return (float) (x * x) * y;
    }

    @Differentiable
    public static float compoundNarrowing(float x, double y) {
        float z = x;
        z *= y;
        z += y * x;
        z++;
        return z;
    }

    @Differentiable
    public static float[] mapped(float[] a) {
        float[] b = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * a[i] + i;
        }
        return b;
    }

    @Differentiable
    public static void scaledInPlace(float[] a, float s) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= s * a[i];
        }
    }

    @Differentiable
    public static float matrix(float[][] a) {
        float s = 1;
        for (float[] row : a) {
            float t = 0;
            for (float e : row) {
                t += e;
            }
            s *= 1 + 0.1f * t;
        }
        return s;
    }

    @Differentiable
    public static float branches(float x) {
        return x > 1f ? x * x : x < 0 ? -x : Math.max(x, 0.2f) * Math.abs(x);
    }

    @Differentiable
    public static float loop(float x, int n) {
        float y = x;
        for (int i = 0; i < n; i++) {
            y = 0.5f * y * y + 0.3f * x + i * 0.1f;
        }
        return y;
    }

    @Differentiable
    public static float integerMix(float x, int n, long m) {
        return x * n + x * x * m / 4;
    }

    @Differentiable
    public static float localArrays(float x) {
        float[] a = {x, 2, x * x};
        double[] b = {x, a[1]};
        a[0] += b[1];
        return a[0] * a[2];
    }

    @Differentiable
    public static float throughFloat(double x) {
        float f = (float) x;
        double g = f;
        return (float) (g * g);
    }

    /** The adjoint is nothing before it is converted. */
    @Differentiable
    public static double timesNothing(float x, double y) {
        return 0.0 * x + y * y;
    }

    @Differentiable
    public static float timesNothingOfDouble(double x, float y) {
        return 0.0f * (float) x + y * y;
    }
}
