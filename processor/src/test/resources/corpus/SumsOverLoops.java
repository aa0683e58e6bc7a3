package corpus;

import dev.adjoint.Differentiable;
import java.util.Arrays;

/** Loops that add up: independent iterations, what they share, and what they must not be taken to be. */
public final class SumsOverLoops {
    private SumsOverLoops() {}

    @Differentiable
    public static double rosenbrockLookingAhead(double[] x) {
        double s = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    /** A bound from which the offset cannot be taken without wrapping around. */
    @Differentiable
    public static double lookingAheadOfAnyBound(double x, int n) {
        double s = x;
        for (int i = 0; i + 3 < n; i++) {
            s = s * x + i;
        }
        return s;
    }

    static Object[][] lookingAheadOfAnyBoundInputs() {
        return new Object[][] {{0.5, 6}, {0.5, 3}, {0.5, 0}, {0.5, Integer.MIN_VALUE}, {0.5, Integer.MIN_VALUE + 2}};
    }

    @Differentiable
    public static double elementSums(double[] a) {
        double[] b = a.clone();
        for (int i = 0; i < a.length; i++) {
            b[i] += a[i] * a[i];
            b[i] = Math.sin(a[i]) + b[i];
            b[i] -= Math.cos(a[i]);
            b[i] = b[i] - a[0] * b[i];
        }
        double s = 0;
        for (double e : b) {
            s += e * e;
        }
        return s;
    }

    /** The element is written between its reading and the sum. */
    @Differentiable
    public static double elementChangedBeforeItsSum(double[] a) {
        if (a.length == 0) {
            return 0;
        }
        double[] b = a.clone();
        double old = b[0];
        double[] c = b;
        c[0] = a[0] * a[0];
        b[0] = old + Math.sin(a[0]);
        return b[0] * b[0];
    }

    @Differentiable
    public static double matrixVectorSums(double[][] m, double[] v) {
        double[] out = new double[m.length];
        for (int r = 0; r < m.length; r++) {
            for (int c = 0; c < m[r].length && c < v.length; c++) {
                out[r] += m[r][c] * v[c];
            }
        }
        double s = 0;
        for (double e : out) {
            s += e * e;
        }
        return s;
    }

    /** A counter beside the loop's own, as in packed triangular matrices. */
    @Differentiable(wrt = {"packed", "v"})
    public static double packedTriangle(double[] packed, double[] v, int d) {
        double[] w = v.clone();
        double[] out = new double[d];
        int p = 0;
        for (int c = 0; c < d; c++) {
            w[c] = w[c] * w[c];
            for (int r = c; r < d; r++) {
                out[r] += packed[p++] * w[c];
                w[c] += 0.5 * out[r] * packed[p - 1];
            }
        }
        double s = p;
        for (double e : out) {
            s += e * e;
        }
        return s;
    }

    static Object[][] packedTriangleInputs() {
        return new Object[][] {
            {new double[] {0.5, -0.4, 0.3, 0.2, 0.7, -0.6}, new double[] {0.4, 0.8, -0.3}, 3},
            {new double[] {0.5}, new double[] {0.4}, 1},
            {new double[] {}, new double[] {}, 0}
        };
    }

    /** Counters that go down, by different steps, and by what an outer loop knows. */
    @Differentiable(wrt = "a")
    public static double countersOfAllKinds(double[] a, int n) {
        double[] b = a.clone();
        int down = 100;
        int wide = 3;
        int mixed = 0;
        double s = 0;
        for (int i = 0; i < n; i++) {
            down--;
            int width = i * i;
            for (int k = n; k > 0; k -= 2) {
                wide += width;
                mixed = mixed * 3 + 1;
                int at = Math.floorMod(down + wide + mixed, a.length);
                b[at] = Math.sin(b[at]) * b[at] + a[at];
                s += b[at];
            }
            if (i % 2 == 0) {
                down -= 2;
            }
        }
        return s;
    }

    static Object[][] countersOfAllKindsInputs() {
        return new Object[][] {
            {new double[] {0.3, -0.8, 1.2, 0.5}, 4}, {new double[] {0.3, -0.8}, 3}, {new double[] {1}, 0}
        };
    }

    /** Scratch that every iteration fills before it reads it. */
    @Differentiable
    public static double scratchOfEachIteration(double[][] points, double[] mean) {
        double[] centered = new double[mean.length];
        double[] squared = new double[mean.length];
        double loss = 0;
        for (double[] point : points) {
            for (int j = 0; j < mean.length; j++) {
                centered[j] = point[j % point.length] - mean[j];
            }
            for (int j = 0; j < mean.length; j++) {
                squared[j] = centered[j] * centered[j];
                for (int k = 0; k < mean.length; k++) {
                    squared[j] += 0.25 * centered[k] * centered[j];
                }
            }
            double s = 1;
            for (double e : squared) {
                s += Math.exp(-e) * e;
            }
            loss += Math.log(s * s);
        }
        return loss;
    }

    static Object[][] scratchOfEachIterationInputs() {
        return new Object[][] {
            {new double[][] {{0.5, 0.7, -0.2}, {0.1, 0.4, 0.9}}, new double[] {0.3, -0.6, 0.2}},
            {new double[][] {{0.5}}, new double[] {0.3}},
            {new double[][] {}, new double[] {0.3}}
        };
    }

    /** The scratch starts with what the iteration before has left in its last element. */
    @Differentiable
    public static double scratchThatRemembers(double[] a) {
        double[] scratch = new double[3];
        double s = 0;
        for (double e : a) {
            scratch[0] = e * e;
            scratch[1] = scratch[0] * scratch[2];
            scratch[2] = scratch[1] + e;
            s += scratch[1] + scratch[2] * scratch[0];
        }
        return s;
    }

    /** Filled on one path only. */
    @Differentiable
    public static double scratchFilledSometimes(double[] a) {
        double[] scratch = new double[2];
        double s = 0;
        for (double e : a) {
            if (e > 0.6) {
                scratch[0] = e * e;
            }
            scratch[1] = Math.sin(scratch[0]) * e;
            s += scratch[0] * scratch[1];
        }
        return s;
    }

    /** Filled on both paths, and with {@code Arrays.fill}. */
    @Differentiable
    public static double scratchFilledOnEveryPath(double[] a) {
        double[] scratch = new double[2];
        double[] filled = new double[3];
        double s = 0;
        for (double e : a) {
            if (e > 0.6) {
                scratch[0] = e * e;
                scratch[1] = e;
            } else {
                scratch[0] = Math.sin(e);
                scratch[1] = 2 * e;
            }
            Arrays.fill(filled, e);
            filled[1] *= scratch[0];
            s += Math.sin(scratch[0] * scratch[1] * filled[1]) * filled[2];
        }
        return s;
    }

    /** Filled too short: the last element is the one of the iteration before. */
    @Differentiable
    public static double scratchFilledTooShort(double[] a) {
        int n = a.length;
        double[] scratch = new double[n + 1];
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scratch[j] = a[i] * a[j];
            }
            for (int j = 0; j <= n; j++) {
                s += scratch[j] * scratch[j] * a[i];
            }
            scratch[n] = a[i];
        }
        return s;
    }

    /** What the last iteration leaves in the scratch is read after the loop. */
    @Differentiable
    public static double scratchReadAfterwards(double[] a) {
        double[] scratch = new double[a.length];
        double s = 0;
        for (double e : a) {
            for (int j = 0; j < a.length; j++) {
                scratch[j] = e * a[j];
            }
            for (double t : scratch) {
                s += t * t;
            }
        }
        for (double t : scratch) {
            s += t * t * t;
        }
        return s;
    }

    /** The same scratch in two loops. */
    @Differentiable
    public static double scratchOfTwoLoops(double[] a) {
        double[] scratch = new double[a.length];
        double s = 0;
        for (double e : a) {
            for (int j = 0; j < a.length; j++) {
                scratch[j] = e * a[j];
            }
            for (double t : scratch) {
                s += t * t;
            }
        }
        double p = 1;
        for (double e : a) {
            for (int j = 0; j < a.length; j++) {
                scratch[j] = Math.sin(e + a[j]);
            }
            for (double t : scratch) {
                p += t * t * p * 0.1;
            }
        }
        return s * p;
    }

    /** Scratch of an inner loop, all of it kept for the logarithm. */
    @Differentiable(wrt = {"means", "weights"})
    public static double mixture(double[] x, double[] means, double[] weights) {
        int k = weights.length;
        int d = k == 0 ? 0 : means.length / k;
        double[] terms = new double[k];
        double[] centered = new double[d];
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    centered[j] = x[i] - means[c * d + j];
                }
                double q = 0;
                for (int j = 0; j < d; j++) {
                    q += centered[j] * centered[j];
                }
                terms[c] = weights[c] - 0.5 * q;
            }
            double max = Double.NEGATIVE_INFINITY;
            for (double t : terms) {
                if (t > max) {
                    max = t;
                }
            }
            double s = 0;
            for (double t : terms) {
                s += Math.exp(t - max);
            }
            total += Math.log(s) + max;
        }
        return total;
    }

    static Object[][] mixtureInputs() {
        return new Object[][] {
            {new double[] {0.2, 0.9, -0.4}, new double[] {0.1, 0.5, -0.3, 0.8}, new double[] {0.3, 0.6}},
            {new double[] {0.2}, new double[] {0.1, 0.5, -0.3}, new double[] {0.3}},
            {new double[] {}, new double[] {0.1}, new double[] {0.3}}
        };
    }

    /** The sum is used by a function: what goes back to the iterations is known only after them. */
    @Differentiable
    public static double logOfASum(double[] a) {
        double s = 1;
        for (double e : a) {
            s += Math.exp(e) * e;
        }
        return Math.log(s) + s;
    }

    /** Sums used by sums: constants, signs, other arguments. */
    @Differentiable
    public static double linearInTheSums(double[] a, double w) {
        double s = 0;
        double r = w;
        for (int i = 0; i < a.length; i++) {
            s += Math.sin(a[i]) * a[i];
            r -= Math.exp(a[i]) * s(a, i);
        }
        double v = 2 * w * w;
        return 3 * s - r * v + w / (1 + v) - s * w;
    }

    private static double s(double[] a, int i) {
        return a[i] * a[0] + 1;
    }

    /** The sum so far is used within the loop. */
    @Differentiable
    public static double sumReadInside(double[] a) {
        double s = 0;
        double t = 0;
        for (double e : a) {
            s += e * e;
            t += Math.sin(s) * e;
        }
        return s + t;
    }

    /** A branch looks at the sum, and an exit does. */
    @Differentiable
    public static double sumThatDecides(double[] a) {
        double s = 0;
        for (double e : a) {
            if (s < 1.2) {
                s += Math.exp(e) * e;
            } else {
                s -= e * e;
            }
        }
        for (double e : a) {
            if (s > 2) {
                break;
            }
            s += Math.sin(e) * e;
        }
        return s;
    }

    /** Added to in inner loops and branches. */
    @Differentiable
    public static double nestedSums(double[][] m) {
        double s = 0;
        double count = 0;
        for (double[] row : m) {
            double r = 1;
            for (double e : row) {
                r *= e;
                if (e > 0.7) {
                    s += e * e * r;
                } else {
                    for (int k = 0; k < 2; k++) {
                        s += Math.sin(k + e) * e;
                    }
                }
                count++;
            }
            s += Math.exp(r) * r;
        }
        return s / (1 + count);
    }

    /** A sum that starts with an active value, and an outer value used in every iteration. */
    @Differentiable
    public static double outerValueInside(double w, double[] a) {
        double v = Math.sin(w) * w;
        double s = v;
        for (double e : a) {
            double t = Math.tanh(v * e);
            s += t * t * w;
        }
        return s;
    }

    /** What an iteration adds to one element the next one reads: an exchange through an array. */
    @Differentiable
    public static double exchangeThroughAnArray(double[] a) {
        double[] b = a.clone();
        double s = 0;
        for (int i = 0; i + 1 < b.length; i++) {
            b[i + 1] += b[i] * b[i];
            s += b[i] * a[i];
        }
        return s;
    }

    /** The arguments may be one array, which the loop reads as one and adds to as the other. */
    @Differentiable
    public static double perhapsTheSameArray(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length && i < b.length; i++) {
            a[i] = b[i] * b[i] + a[0];
            s += a[i] * b[b.length - 1 - i];
        }
        return s;
    }

    /** What the loop has read is overwritten after it. */
    @Differentiable
    public static double overwrittenAfterTheLoop(double[] a) {
        double[] b = a.clone();
        double s = 0;
        for (double e : b) {
            s += Math.sin(e) * e;
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = a[i] * a[0];
        }
        double t = 0;
        for (double e : b) {
            t += e * e;
        }
        return s + t;
    }

    /** New arrays in every iteration, one of them kept for the next. */
    @Differentiable
    public static double newArraysInside(double[] a) {
        double[] kept = new double[2];
        double s = 0;
        for (double e : a) {
            double[] fresh = new double[2];
            fresh[0] += e * e;
            fresh[1] = Math.sin(e) * fresh[0] + kept[0];
            s += fresh[0] * fresh[1];
            kept = fresh;
        }
        return s;
    }

    /** Rows kept and changed later. */
    @Differentiable
    public static double rowsChangedLater(double[] a) {
        double[][] rows = new double[a.length][];
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double[] row = new double[2];
            row[0] = a[i] * a[i];
            row[1] = Math.sin(row[0]) * a[i];
            rows[i] = row;
            if (i > 0) {
                rows[i - 1][0] = row[1] * 2;
            }
            s += row[0] * row[1];
        }
        for (double[] row : rows) {
            s += row[0] * row[0];
        }
        return s;
    }

    @Differentiable(wrt = "centers")
    public static double nearest(double[][] points, double[][] centers) {
        double cost = 0;
        for (double[] p : points) {
            double best = Double.POSITIVE_INFINITY;
            for (double[] c : centers) {
                double d = 0;
                for (int j = 0; j < p.length; j++) {
                    double e = p[j] - c[j];
                    d += e * e;
                }
                best = Math.min(best, d);
            }
            cost += best;
        }
        return cost;
    }

    static Object[][] nearestInputs() {
        return new Object[][] {
            {new double[][] {{0.1, 0.2}, {0.9, 0.7}, {-0.5, 0.4}}, new double[][] {{0, 0.1}, {0.8, 0.9}}},
            {new double[][] {{0.1}}, new double[][] {{0.4}}},
            {new double[][] {}, new double[][] {{0.4}}}
        };
    }

    @Differentiable(wrt = "w")
    public static double logisticRegression(double[] w, double[][] x, double[] y) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            loss += Math.log(1 + Math.exp(-y[i] * z));
        }
        return loss / x.length;
    }

    static Object[][] logisticRegressionInputs() {
        return new Object[][] {
            {new double[] {0.3, -0.2}, new double[][] {{0.1, 0.2}, {0.9, 0.7}, {-0.5, 0.4}}, new double[] {1, -1, 1}},
            {new double[] {0.3}, new double[][] {{0.4}}, new double[] {1}}
        };
    }

    /** A recurrence with arrays as its state, whose steps must be kept. */
    @Differentiable(wrt = "p")
    public static double recurrentCells(double[] p, double[] x, int layers) {
        int b = layers == 0 ? 0 : p.length / (2 * layers);
        double[] state = new double[layers * b];
        double[] input = new double[b];
        double total = 0;
        for (int t = 0; t + 1 < x.length; t++) {
            for (int i = 0; i < b; i++) {
                input[i] = x[t];
            }
            for (int layer = 0; layer < layers; layer++) {
                int at = 2 * b * layer;
                for (int i = 0; i < b; i++) {
                    double gate = 1 / (1 + Math.exp(-(input[i] * p[at + i] + p[at + b + i])));
                    state[layer * b + i] = state[layer * b + i] * gate + input[i] * (1 - gate);
                    input[i] = Math.tanh(state[layer * b + i]);
                }
            }
            for (int i = 0; i < b; i++) {
                total += (input[i] - x[t + 1]) * (input[i] - x[t + 1]);
            }
        }
        return -total / (b + 1);
    }

    static Object[][] recurrentCellsInputs() {
        return new Object[][] {
            {new double[] {0.3, -0.2, 0.5, 0.7, -0.1, 0.4, 0.2, -0.6}, new double[] {0.1, 0.9, -0.5, 0.4}, 2},
            {new double[] {0.3, -0.2}, new double[] {0.1, 0.9}, 1},
            {new double[] {0.3, -0.2}, new double[] {}, 1}
        };
    }

    /** An exception in the middle of the loop. */
    @Differentiable
    public static double refusesInside(double[] a) {
        double s = 0;
        for (double e : a) {
            if (e > 1e9) {
                throw new IllegalArgumentException("too large");
            }
            s += Math.exp(e) * e;
        }
        return s;
    }

    /** The loop runs within a branch and within another loop. */
    @Differentiable
    public static double sumsWithinOtherCode(double[] a, int n) {
        double s = 0;
        if (n > 1) {
            for (double e : a) {
                s += Math.sin(e) * e;
            }
        }
        double r = 1;
        for (int i = 0; i < n; i++) {
            double q = 0;
            for (double e : a) {
                q += Math.exp(0.1 * e * r) * e;
            }
            r = Math.sin(q) + r * 0.5;
        }
        return s + r;
    }

    /** The mean's divisor is made after the loop, from what is there before it. */
    @Differentiable
    public static double meanLoss(double[] w, double[][] x, int[] y) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = w[0];
            for (int j = 0; j < x[i].length; j++) {
                z += w[j + 1] * x[i][j];
            }
            double p = 1 / (1 + Math.exp(-z));
            loss -= y[i] == 1 ? Math.log(p) : Math.log(1 - p);
        }
        return loss / x.length;
    }

    static Object[][] meanLossInputs() {
        double[][] x = {{0.3, -0.7}, {1.1, 0.2}, {}};
        return new Object[][] {{new double[] {0.1, 0.4, -0.3}, x, new int[] {1, 0, 1}}};
    }

    /** The divisor depends on the sum. */
    @Differentiable
    public static double relativeToItself(double[] x, double y) {
        double sum = 0;
        for (double e : x) {
            sum += Math.exp(e * y);
        }
        double scale = 2 * y - sum;
        return sum * scale / (scale + 3 * y);
    }

    static Object[][] relativeToItselfInputs() {
        return new Object[][] {{new double[] {0.3, 0.5, -0.2}, 0.8}};
    }

    /** What the branch results in, and the adjoint of the sum with it, is not there before the loop in one of its arms. */
    @Differentiable
    public static double meanInOneArm(double x, int n) {
        double y = switch (Math.floorMod(n, 3)) {
            case 0 -> 2;
            case 1 -> {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += Math.sin(x * i);
                }
                yield sum / 3;
            }
            default -> x * x;
        };
        return Math.atan(y);
    }

    static Object[][] meanInOneArmInputs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }

    /** Products of a triangular matrix, stored by columns, and several vectors in turn, through the same scratch. */
    @Differentiable
    public static double triangularProducts(double[] lower, double[] diagonal, double[][] points) {
        int d = diagonal.length;
        double[] centered = new double[d];
        double[] scaled = new double[d];
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            for (int r = 0; r < d; r++) {
                centered[r] = points[k][r] - diagonal[r];
            }
            for (int r = 0; r < d; r++) {
                scaled[r] = Math.sin(diagonal[r]) * centered[r];
            }
            int p = 0;
            for (int c = 0; c < d; c++) {
                for (int r = c + 1; r < d; r++) {
                    scaled[r] += lower[p++] * centered[c];
                }
            }
            for (int r = 0; r < d; r++) {
                sum += scaled[r] * scaled[r];
            }
        }
        return Math.sqrt(1 + sum);
    }

    static Object[][] triangularProductsInputs() {
        return new Object[][] {
            {new double[] {0.3, -0.2, 0.7}, new double[] {0.5, 1.1, -0.4}, new double[][] {{1, 2, 3}, {-1, 0.5, 2}}},
            {new double[] {}, new double[] {0.5}, new double[][] {{1}, {-1}, {0.25}}},
            {new double[] {}, new double[] {}, new double[][] {{}}}
        };
    }

    /** Each element counts for itself and for its neighbours on both sides, upwards and downwards. */
    @Differentiable
    public static double neighbours(double[] u) {
        double sum = 0;
        for (int i = 1; i < u.length - 1; i++) {
            double bend = u[i - 1] - 2 * u[i] + u[i + 1];
            sum += bend * bend;
        }
        for (int i = u.length - 1; i >= 1; i--) {
            double slope = u[i] - u[i - 1];
            sum += slope * slope * slope;
        }
        return sum;
    }

    static Object[][] neighboursInputs() {
        return new Object[][] {
            {new double[] {0.1, 0.4, -0.3, 0.9, 1.2}},
            {new double[] {1, 3, 2}},
            {new double[] {1, 2}},
            {new double[] {1}},
            {new double[] {}}
        };
    }

    /** The first product is the argument of the second; rows may be empty. */
    @Differentiable
    public static double twoProducts(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        double[] z = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            z[i] = Math.tanh(y[i]);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += z[i] * y[i];
        }
        return sum;
    }

    static Object[][] twoProductsInputs() {
        return new Object[][] {
            {new double[][] {{1, 2}, {-0.5, 0.3}, {0.1, 0.7}}, new double[] {0.4, -0.2}},
            {new double[][] {{}, {}}, new double[] {}},
            {new double[][] {}, new double[] {1}}
        };
    }

    /** What the loop's derivative needs is computed for another purpose only after the loop. */
    @Differentiable
    public static double sineAfterCosine(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += i > 1 ? Math.cos(x) * i : x;
        }
        return s + Math.sin(x);
    }

    @Differentiable
    public static double sineBeforeCosine(double x, int n) {
        double s = Math.sin(x);
        for (int i = 0; i < n; i++) {
            s += i > 1 ? Math.cos(x) * i : x;
        }
        return s;
    }
}
