package corpus;

import dev.adjoint.Differentiable;

/** Arrays of which each element is written once and read after that, and arrays that only look like it. */
final class FilledInOrder {
    private FilledInOrder() {}

    @Differentiable
    static double recurrence(double[] x) {
        double[] y = new double[x.length + 1];
        y[0] = 0.5;
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = y[i] * x[i] + Math.sin(y[i]);
        }
        return y[x.length] * y[x.length / 2];
    }

    @Differentiable
    static double recurrenceOfTwoBefore(double[] x) {
        double[] y = new double[x.length + 2];
        y[0] = 0.3;
        y[1] = 0.7;
        for (int i = 2; i < y.length; i++) {
            y[i] = y[i - 1] * y[i - 2] + x[i - 2];
        }
        return y[y.length - 1];
    }

    @Differentiable
    static double downwards(double[] x) {
        int n = x.length;
        double[] y = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double s = x[i];
            for (int k = i + 1; k < n; k++) {
                s -= 0.25 * y[k] * y[k];
            }
            y[i] = s;
        }
        double sum = 0;
        for (double v : y) {
            sum += v * v;
        }
        return sum;
    }

    /** The next element is read as it was before its turn. */
    @Differentiable
    static double readBeforeItsTurn(double[] x) {
        int n = x.length;
        double[] y = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            y[i] = 0.1 * i + 1;
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * y[i + 1] * y[i + 1];
            s += y[i] * y[i];
        }
        return s;
    }

    /** Read on the way up, and overwritten on the way down. */
    @Differentiable
    static double upAndDown(double[] x) {
        int n = x.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i == 0 ? x[0] : Math.sin(y[i - 1]) * x[i];
        }
        for (int i = n - 2; i >= 0; i--) {
            y[i] = y[i + 1] * y[i] * y[i];
        }
        return n == 0 ? 0 : y[0] * y[n - 1];
    }

    @Differentiable
    static double everySecond(double[] x) {
        double[] y = new double[2 * x.length + 2];
        y[0] = 1;
        for (int i = 0; i < 2 * x.length; i += 2) {
            y[i + 1] = y[i] * y[i];
            y[i + 2] = y[i + 1] * x[i / 2];
        }
        return y[2 * x.length];
    }

    /** Written twice: in the second step it is another number. */
    @Differentiable
    static double everySecondOverlapping(double[] x) {
        double[] y = new double[x.length + 2];
        y[0] = 1;
        y[1] = 1;
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = y[i + 1] * y[i] + x[i];
            y[i + 2] = y[i + 1] * y[i + 1];
            s += y[i + 2] * y[i];
        }
        return s;
    }

    @Differentiable
    static double choleskyOfProducts(double[][] b) {
        int n = b.length;
        double[][] l = new double[n][n];
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = i == j ? 2 : 0;
                for (int k = 0; k < Math.min(b[i].length, b[j].length); k++) {
                    s += b[i][k] * b[j][k];
                }
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(s);
                    logDeterminant += Math.log(l[i][i]);
                } else {
                    l[i][j] = s / l[j][j];
                }
            }
        }
        return logDeterminant;
    }

    /** By columns, with the diagonal first. */
    @Differentiable
    static double choleskyByColumns(double[][] b) {
        int n = b.length;
        double[][] l = new double[n][n];
        double product = 1;
        for (int j = 0; j < n; j++) {
            double d = 3;
            for (int k = 0; k < Math.min(j, b[j].length); k++) {
                d += b[j][k] * b[j][k] - l[j][k] * l[j][k] * 0.01;
            }
            l[j][j] = Math.sqrt(d);
            product *= l[j][j];
            for (int i = j + 1; i < n; i++) {
                double s = b[i].length == 0 ? 0.5 : b[i][0];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = s / l[j][j];
            }
        }
        return product;
    }

    @Differentiable
    static double editDistance(double[] a, double[] b) {
        double[][] d = new double[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            d[i][0] = d[i - 1][0] + a[i - 1] * a[i - 1];
        }
        for (int j = 1; j <= b.length; j++) {
            d[0][j] = d[0][j - 1] + b[j - 1] * b[j - 1];
        }
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                double change = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                double soft = Math.exp(-d[i - 1][j]) + Math.exp(-d[i][j - 1]) + Math.exp(-d[i - 1][j - 1] - change);
                d[i][j] = -Math.log(soft);
            }
        }
        return d[a.length][b.length];
    }

    /** A table over time: layer after layer. */
    @Differentiable
    static double diffusion(double[] start, double rate) {
        int n = start.length;
        double[][] u = new double[5][n];
        for (int i = 0; i < n; i++) {
            u[0][i] = start[i];
        }
        for (int t = 0; t + 1 < u.length; t++) {
            for (int i = 0; i < n; i++) {
                double left = i == 0 ? 0 : u[t][i - 1];
                double right = i == n - 1 ? 0 : u[t][i + 1];
                u[t + 1][i] = u[t][i] + rate * u[t][i] * (left - 2 * u[t][i] + right);
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += u[4][i] * u[4][i];
        }
        return s;
    }

    /** In one layer, so that some neighbours are new and others old. */
    @Differentiable
    static double gaussSeidel(double[] x) {
        int n = x.length;
        double[] u = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 1; i < n - 1; i++) {
                u[i] = 0.25 * u[i] * (u[i - 1] + u[i + 1]) + x[i];
            }
        }
        double s = 0;
        for (double v : u) {
            s += v * v;
        }
        return s;
    }

    /** The rows are one array. */
    @Differentiable
    static double oneRowUnderTwoNames(double[] x) {
        double[] row = new double[x.length];
        double[][] y = {row, row, new double[x.length]};
        double s = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < x.length; j++) {
                double before = i == 0 ? 1 : y[i - 1][j];
                y[i][j] = 0.3 * x[j] * before * before;
                s += y[i][j];
            }
        }
        return s;
    }

    /** Rows change places between the writes. */
    @Differentiable
    static double rowsMoved(double[] x) {
        int n = x.length;
        double[][] y = new double[4][n];
        for (int j = 0; j < n; j++) {
            y[0][j] = 1 + 0.1 * j;
        }
        double s = 0;
        for (int i = 1; i < 4; i++) {
            for (int j = 0; j < n; j++) {
                y[i][j] = y[i - 1][j] * y[i - 1][j] * x[j];
                s += y[i][j];
            }
            double[] row = y[i];
            y[i] = y[i - 1];
            y[i - 1] = row;
        }
        return s + (n == 0 ? 0 : y[0][0] * y[3][n - 1]);
    }

    /** A copy of the rows' array has the same rows. */
    @Differentiable
    static double rowsShared(double[] x) {
        int n = x.length;
        double[][] y = new double[3][n];
        double[][] z = y.clone();
        for (int j = 0; j < n; j++) {
            y[0][j] = x[j];
        }
        double s = 0;
        for (int i = 1; i < 3; i++) {
            for (int j = 0; j < n; j++) {
                y[i][j] = y[i - 1][j] * y[i - 1][j];
                z[i - 1][j] = y[i][j] + x[j];
                s += z[i][j] * y[i - 1][j];
            }
        }
        return s;
    }

    /** The first element is a sum that goes on. */
    @Differentiable
    static double constantIndex(double[] x) {
        double[] y = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = y[0] * x[i];
            y[0] = Math.cos(y[0] + y[i + 1]);
        }
        return y[0];
    }

    /** Which element is written is not told by the loop. */
    @Differentiable
    static double scattered(double[] x) {
        double[] y = new double[3];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            int k = i * i % 3;
            y[k] = Math.sin(x[i]) + y[k] * y[k];
            s += y[k] * y[(k + 1) % 3];
        }
        return s;
    }

    /** While the counter of the outer loop grows, the index falls, and then meets what was read. */
    @Differentiable
    static double fallingIndex(double[] x) {
        int n = x.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i];
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            double front = y[i];
            y[n - 1 - i] = front * front + 0.5 * x[i];
            s += y[n - 1 - i] * front;
        }
        return s;
    }

    @Differentiable
    static double inWhile(double[] x) {
        double[] y = new double[x.length + 1];
        y[0] = 1;
        int i = 0;
        while (i < x.length) {
            y[i + 1] = Math.exp(-y[i] * y[i]) * x[i];
            i++;
        }
        return y[i];
    }

    /** An uncounted loop around: the table is filled anew in each of its passes. */
    @Differentiable
    static double filledAgain(double[] x) {
        double[] y = new double[x.length + 1];
        double r = 0.5;
        while (r < 3) {
            y[0] = r;
            for (int i = 0; i < x.length; i++) {
                y[i + 1] = y[i] * y[i] * 0.1 + x[i];
            }
            r += 1 + 0.1 * y[x.length] * y[x.length];
        }
        return r;
    }

    @Differentiable
    static double passesWithOwnArrays(double[] x) {
        double s = 0;
        for (int pass = 0; pass < 3; pass++) {
            double[] h = new double[x.length + 1];
            h[0] = pass;
            for (int i = 0; i < x.length; i++) {
                h[i + 1] = Math.tanh(h[i] * x[i] + 0.2);
            }
            s += h[x.length] * h[x.length / 2];
        }
        return s;
    }

    @Differentiable
    static double layers(double[][] w, double[] x) {
        double[][] h = new double[w.length + 1][x.length];
        for (int i = 0; i < x.length; i++) {
            h[0][i] = x[i];
        }
        for (int l = 0; l < w.length; l++) {
            for (int i = 0; i < x.length; i++) {
                double z = w[l].length == 0 ? 0 : w[l][i % w[l].length];
                for (int j = 0; j < x.length; j++) {
                    z += h[l][j] * (1 + 0.1 * i - 0.2 * j);
                }
                h[l + 1][i] = Math.tanh(z);
            }
        }
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += h[w.length][i];
        }
        return s;
    }

    /** Above the diagonal only, guarded by a condition that says so. */
    @Differentiable
    static double aboveTheDiagonal(double[] x) {
        int n = x.length;
        double[][] y = new double[n][n];
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j > i) {
                    y[i][j] = x[i] * x[j];
                } else if (j < i) {
                    y[i][j] = y[j][i] * y[j][i] * x[j];
                } else {
                    y[i][j] = i == 0 ? x[0] : y[i - 1][i] * x[i];
                }
                s += y[i][j];
            }
        }
        return s;
    }

    /** The condition does not keep the second write away from what was read. */
    @Differentiable
    static double guardedSecondWrite(double[] x) {
        int n = x.length;
        double[] y = new double[n];
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j == i) {
                    y[j] = x[i] * x[i];
                } else if (j != i + 1) {
                    s += y[j] * y[i] * x[j];
                    y[j] = s * 0.1;
                }
            }
        }
        return s;
    }

    @Differentiable
    static float singlePrecision(float[] x) {
        float[] y = new float[x.length + 1];
        y[0] = 1;
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = 0.2f * y[i] * x[i] + 0.5f * y[i];
        }
        return y[x.length];
    }

    @Differentiable
    static void fillInPlace(double[] x) {
        for (int i = 0; i + 1 < x.length; i++) {
            x[i + 1] = x[i] * x[i] + 0.5 * x[i + 1];
        }
    }

    @Differentiable(order = 2)
    static double recurrenceTwice(double[] x) {
        double[] y = new double[x.length + 1];
        y[0] = 0.9;
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = Math.exp(-y[i]) * x[i] * x[i];
        }
        return y[x.length];
    }

    @Differentiable
    static double[] running(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = i == 0 ? x[0] : y[i - 1] * Math.sin(x[i]);
        }
        return y;
    }
}
