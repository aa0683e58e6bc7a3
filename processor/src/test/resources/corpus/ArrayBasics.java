package corpus;

import dev.adjoint.Differentiable;
import java.util.Arrays;

/** Creation, initialisers, reads, writes, length, clone and the array methods of the library. */
public final class ArrayBasics {
    private ArrayBasics() {}

    static final double[] WEIGHTS = {0.5, -1.0, 2.0};
    static final double[][] MATRIX = {{1, 2}, {3, 4}};

    @Differentiable
    public static double oneElement(double[] a) {
        return a[0] * a[0];
    }

    @Differentiable
    public static double constantIndices(double[] a) {
        return a.length < 3 ? 0 : a[0] * a[1] - a[2] * a[2] * a[0];
    }

    @Differentiable
    public static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    static Object[] dotExpected(double[] a, double[] b) {
        return new Object[] {b, a};
    }

    @Differentiable(wrt = "a")
    public static double dotByFirst(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    @Differentiable
    public static double scalarTimesArray(double s, double[] a) {
        double y = 0;
        for (double e : a) {
            y += s * e * e;
        }
        return y;
    }

    @Differentiable
    public static double weighted(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += WEIGHTS[i % WEIGHTS.length] * a[i] * a[i];
        }
        return y;
    }

    @Differentiable
    public static double constantMatrix(double x, double z) {
        return MATRIX[0][0] * x + MATRIX[0][1] * x * z + MATRIX[1][0] * z * z + MATRIX[1].length;
    }

    @Differentiable
    public static double localArray(double x) {
        double[] a = new double[4];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.sin(x * (i + 1));
        }
        double y = 1;
        for (double e : a) {
            y *= 1 + e;
        }
        return y;
    }

    @Differentiable
    public static double initialiser(double x, double z) {
        double[] a = {x, z * x, 3, z};
        return a[0] * a[1] + a[2] * a[3];
    }

    @Differentiable
    public static double newWithInitialiser(double x) {
        double[] a;
        a = new double[] {x, x * x, 1};
        return a[0] + a[1] * a[2];
    }

    @Differentiable
    public static double arrayOfSizeZero(double x) {
        double[] a = new double[0];
        double y = x;
        for (double e : a) {
            y *= e;
        }
        return y + a.length;
    }

    @Differentiable
    public static double sizeFromParameter(double x, int n) {
        double[] a = new double[n + 1];
        a[n] = x;
        for (int i = n - 1; i >= 0; i--) {
            a[i] = a[i + 1] * x + 1;
        }
        return a[0];
    }

    @Differentiable
    public static double arrayInLoop(double[] a) {
        double y = 1;
        for (int i = 0; i < a.length; i++) {
            double[] t = {a[i], y};
            double[] u = new double[2];
            u[0] = t[0] * t[1];
            u[1] = t[1] + u[0];
            y = Math.sin(u[1]);
        }
        return y;
    }

    @Differentiable
    public static double cloned(double[] a) {
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] *= a[i];
        }
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s += b[i] * a[i];
        }
        return s;
    }

    @Differentiable
    public static double shallowCloneOfRows(double[][] a) {
        double[][] b = a.clone();
        if (b.length > 1) {
            b[0] = b[1];
            b[1][0] = 2 * b[1][0] * b[1][0];
        }
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b[i].length; j++) {
                s += b[i][j] * a[i][j] * (i + 1);
            }
        }
        return s;
    }

    @Differentiable
    public static double copyOf(double[] a) {
        double[] b = Arrays.copyOf(a, a.length + 2);
        double[] c = Arrays.copyOf(a, a.length / 2);
        b[a.length] = b.length * 0.5;
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s += b[i] * b[i];
        }
        for (double e : c) {
            s += Math.sin(e);
        }
        return s;
    }

    @Differentiable
    public static double copyOfRange(double[] a) {
        if (a.length < 3) {
            return a.length;
        }
        double[] b = Arrays.copyOfRange(a, 1, a.length);
        double[] c = Arrays.copyOfRange(a, 2, a.length + 2);
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s += b[i] * c[i] + c[i];
        }
        return s;
    }

    @Differentiable
    public static double filled(double x, int n) {
        double[] a = new double[n];
        Arrays.fill(a, x * x);
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += a[i] * (i + 1);
        }
        Arrays.fill(a, 2);
        for (double e : a) {
            s *= e;
        }
        return s;
    }

    @Differentiable
    public static double filledRange(double[] a, double x) {
        if (a.length < 3) {
            return x;
        }
        Arrays.fill(a, 1, 3, x * a[0]);
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double arraycopy(double[] a) {
        double[] b = new double[a.length + 1];
        System.arraycopy(a, 0, b, 1, a.length);
        b[0] = 3;
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += b[i] * b[i + 1];
        }
        return s;
    }

    @Differentiable
    public static double arraycopyOverlapping(double[] a) {
        if (a.length < 3) {
            return 1;
        }
        System.arraycopy(a, 0, a, 1, a.length - 1);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        System.arraycopy(a, 1, a, 0, a.length - 1);
        for (int i = 0; i < a.length; i++) {
            s += Math.sin(a[i]);
        }
        return s;
    }

    @Differentiable
    public static double arraycopyOverActive(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        System.arraycopy(a, 0, b, 0, a.length);
        for (int i = 0; i < b.length; i++) {
            s += b[i] * b[i];
        }
        return s;
    }

    @Differentiable
    public static double arraycopyOfZeroLength(double[] a) {
        System.arraycopy(a, 0, a, 0, 0);
        return a.length == 0 ? 0 : a[0] * a[0];
    }

    @Differentiable
    public static double matrixSum(double[][] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                s += a[i][j] * a[i][j] * (i + 2 * j);
            }
        }
        return s;
    }

    @Differentiable
    public static double localMatrix(double[] a) {
        int n = a.length;
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = a[i] * a[j] + (i == j ? 1 : 0);
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s += m[i][j] * m[j][i];
            }
        }
        return s;
    }

    @Differentiable
    public static double matrixInitialiser(double x, double z) {
        double[][] m = {{x, z}, {z * x, 2}};
        double[][] k = new double[][] {{m[0][0]}, m[1]};
        k[1][0] *= x;
        return m[0][0] * m[1][1] - m[0][1] * m[1][0] + k[0][0];
    }

    @Differentiable
    public static double triangularRows(double[] a) {
        double[][] m = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            m[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                m[i][j] = a[j] * (i > 0 ? m[i - 1][Math.min(j, i - 1)] : 1);
            }
        }
        double s = 0;
        for (double[] row : m) {
            for (double e : row) {
                s += e;
            }
        }
        return s;
    }

    @Differentiable
    public static double raggedParameter(double[][] a) {
        double s = 1;
        for (double[] row : a) {
            double p = 0;
            for (double e : row) {
                p += e * e;
            }
            s *= 1 + p / (1 + row.length);
        }
        return s;
    }

    static Object[][] raggedParameterInputs() {
        return new Object[][] {
            {new double[][] {{1, 2}, {}, {0.5}}}, {new double[][] {{}, {}}}, {new double[0][]},
            {new double[][] {{1}, {2, 3, 4}}}
        };
    }

    @Differentiable
    public static double threeRanks(double[][][] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                for (int k = 0; k < a[i][j].length; k++) {
                    s += Math.sin(a[i][j][k]) * (i + j + k);
                }
            }
        }
        return s;
    }

    static Object[][] threeRanksInputs() {
        return new Object[][] {{new double[][][] {{{1, 2}, {0.5, 0.1}}, {{3, -1}, {0.2, 0.7}}}}, {new double[0][][]}};
    }

    @Differentiable
    public static double localOfThreeRanks(double x) {
        double[][][] m = new double[2][3][2];
        double[][][][] deep = new double[1][2][][];
        deep[0][1] = m[1];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j][(i + j) % 2] = x * (i + 1) + j;
            }
        }
        double s = 0;
        for (double[] row : deep[0][1]) {
            s += row[0] * row[1] + row[0] * row[0] + row[1];
        }
        return s;
    }

    @Differentiable
    public static double intArrayOfIndices(double[] a, int[] index) {
        double s = 0;
        for (int k : index) {
            s = s * 0.5 + a[k] * a[k];
        }
        return s;
    }

    static Object[][] intArrayOfIndicesInputs() {
        return new Object[][] {
            {new double[] {1, 2, 3}, new int[] {2, 2, 0}}, {new double[] {1, 2}, new int[0]},
            {new double[] {1, 2, 3}, new int[] {0, 5}}
        };
    }

    @Differentiable
    public static double computedIndices(double[] a) {
        double s = 0;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            s += a[(i * 7 + 3) % n] * a[n - 1 - i];
        }
        return s;
    }

    @Differentiable
    public static double histogram(double[] a) {
        double[] bins = new double[3];
        for (double e : a) {
            bins[(int) Math.min(2, Math.max(0, Math.floor(e)))] += e * e;
        }
        return bins[0] * bins[1] + bins[2] * bins[2] + bins[0];
    }

    @Differentiable
    public static double lengthOnly(double[] a) {
        return a.length * 2.0;
    }

    @Differentiable
    public static double booleanMask(double[] a) {
        boolean[] keep = new boolean[a.length];
        for (int i = 0; i < a.length; i++) {
            keep[i] = a[i] > 0.8;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += keep[i] ? a[i] * a[i] : -a[i];
        }
        return s;
    }

    @Differentiable
    public static double elementAsScratch(double[] a, double[] scratch) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            scratch[0] = a[i] * a[i];
            s += scratch[0] * a[0];
        }
        return s;
    }

    @Differentiable(wrt = "a")
    public static double inactiveScratch(double[] a, double[] scratch) {
        for (int i = 0; i < a.length; i++) {
            scratch[i] = a[i] * scratch[i];
        }
        double s = 0;
        for (double e : scratch) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double parameterReplaced(double[] a) {
        double first = a[0];
        a = new double[] {first, first * 2};
        a[0] *= a[1];
        return a[0] + a[1];
    }

    @Differentiable
    public static double defaultZeros(double x) {
        double[] a = new double[3];
        a[1] = x;
        return (a[0] + a[1]) * (a[1] + a[2]);
    }

    @Differentiable
    public static double polynomialEvaluation(double[] coefficients, double x) {
        double y = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            y = y * x + coefficients[i];
        }
        return y;
    }

    @Differentiable
    public static double rosenbrock(double[] x) {
        double s = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    static double[] rosenbrockExpected(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            g[i] += -400 * a * x[i] - 2 * (1 - x[i]);
            g[i + 1] += 200 * a;
        }
        return g;
    }

    @Differentiable
    public static double multiplyMatrices(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double s = 0;
                for (int k = 0; k < n; k++) {
                    s += a[i][k] * b[k][j];
                }
                c[i][j] = s;
            }
        }
        double t = 0;
        for (int i = 0; i < n; i++) {
            t += c[i][n - 1 - i] * c[i][i];
        }
        return t;
    }

    @Differentiable
    public static double convolution(double[] a, double[] kernel) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double c = 0;
            for (int k = 0; k < kernel.length; k++) {
                int j = i + k - kernel.length / 2;
                if (j >= 0 && j < a.length) {
                    c += a[j] * kernel[k];
                }
            }
            s += Math.tanh(c);
        }
        return s;
    }
}
