package corpus;

import dev.adjoint.Differentiable;

/** Sorting, gather, scatter and other moves of elements. */
public final class Permutations {
    private Permutations() {}

    @Differentiable
    public static double insertionSort(double[] a) {
        for (int i = 1; i < a.length; i++) {
            double key = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > key) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = key;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    static Object[][] insertionSortInputs() {
        return new Object[][] {
            {new double[] {3, 1, 2}}, {new double[] {1, 2, 3, 4}}, {new double[] {4, 3, 2, 1}}, {new double[0]},
            {new double[] {7}}, {new double[] {0.5, -2, 8, 1, 3, -1}}
        };
    }

    @Differentiable
    public static double bubbleSort(double[] a) {
        boolean changed;
        do {
            changed = false;
            for (int i = 0; i + 1 < a.length; i++) {
                if (a[i] > a[i + 1]) {
                    double t = a[i];
                    a[i] = a[i + 1];
                    a[i + 1] = t;
                    changed = true;
                }
            }
        } while (changed);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * a[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double selectionSort(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            int k = i;
            for (int j = i + 1; j < a.length; j++) {
                if (a[j] < a[k]) {
                    k = j;
                }
            }
            double t = a[k];
            a[k] = a[i];
            a[i] = t;
            s = s * 0.7 + a[i] * a[i];
        }
        return s;
    }

    @Differentiable
    public static double indexSort(double[] a) {
        int[] order = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            int j = i;
            while (j > 0 && a[order[j - 1]] > a[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s = s * 0.5 + a[order[i]] * a[order[i]];
        }
        return s;
    }

    @Differentiable
    public static double gather(double[] a, int[] p) {
        double[] b = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            b[i] = a[p[i]];
        }
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s += b[i] * b[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double scatterAdd(double[] a, int[] p) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[p[i]] += a[i] * a[i];
        }
        double s = 0;
        for (double e : b) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double scatterOverwrite(double[] a, int[] p) {
        double[] b = a.clone();
        for (int i = 0; i < a.length; i++) {
            b[p[i]] = a[i] * b[i];
        }
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s += b[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double inPlacePermutation(double[] a, int[] p) {
        for (int i = 0; i < a.length; i++) {
            double t = a[i];
            a[i] = a[p[i]];
            a[p[i]] = t * 0.9;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double reversed(double[] a) {
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            double t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * i;
        }
        return s;
    }

    @Differentiable
    public static double rotated(double[] a, int n) {
        for (int k = 0; k < n; k++) {
            double first = a[0];
            for (int i = 0; i + 1 < a.length; i++) {
                a[i] = a[i + 1];
            }
            a[a.length - 1] = first * 1.1;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double transposedInPlace(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = i + 1; j < m.length; j++) {
                double t = m[i][j];
                m[i][j] = m[j][i];
                m[j][i] = t;
            }
        }
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                s += m[i][j] * m[i][j] * (i + 3 * j);
            }
        }
        return s;
    }

    @Differentiable
    public static double argMax(double[] a) {
        int k = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] > a[k]) {
                k = i;
            }
        }
        return a[k] * a[k] * (k + 1);
    }

    @Differentiable
    public static double sumOfTwoLargest(double[] a) {
        double first = -1e300;
        double second = -1e300;
        for (double e : a) {
            if (e > first) {
                second = first;
                first = e;
            } else if (e > second) {
                second = e;
            }
        }
        return a.length < 2 ? 0 : first * first + 3 * second;
    }

    @Differentiable
    public static double partition(double[] a) {
        int k = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 1) {
                double t = a[i];
                a[i] = a[k];
                a[k++] = t;
            }
        }
        double s = k;
        for (int i = 0; i < a.length; i++) {
            s += i < k ? a[i] * a[i] * i : a[i] * 2;
        }
        return s;
    }

    @Differentiable
    public static double mergeOfSorted(double[] a, double[] b) {
        double[] c = new double[a.length + b.length];
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (j >= b.length || i < a.length && a[i] <= b[j]) {
                c[i + j] = a[i];
                i++;
            } else {
                c[i + j] = b[j];
                j++;
            }
        }
        double s = 0;
        for (int k = 0; k < c.length; k++) {
            s += c[k] * c[k] * (k + 1);
        }
        return s;
    }
}
