package corpus;

import dev.adjoint.Differentiable;

/** Formulas of finance, robotics, physics, statistics and signal processing. */
public final class Models {
    private Models() {}

    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double p = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * p;
        return x >= 0 ? 1 - tail : tail;
    }

    @Differentiable(order = 2)
    public static double blackScholes(double spot, double strike, double rate, double sigma, double time) {
        double root = sigma * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + sigma * sigma / 2) * time) / root;
        double d2 = d1 - root;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
    }

    static Object[][] blackScholesInputs() {
        return new Object[][] {{100, 95, 0.05, 0.2, 1}, {80, 100, 0.02, 0.35, 0.5}};
    }

    @Differentiable
    public static double bondPrice(double[] cashFlows, double yield) {
        double price = 0;
        double discount = 1;
        for (double cash : cashFlows) {
            discount /= 1 + yield;
            price += cash * discount;
        }
        return price;
    }

    @Differentiable
    public static double internalRate(double[] cashFlows) {
        double r = 0.1;
        for (int k = 0; k < 60; k++) {
            double value = 0;
            double slope = 0;
            for (int t = 0; t < cashFlows.length; t++) {
                value += cashFlows[t] * Math.pow(1 + r, -t);
                slope -= t * cashFlows[t] * Math.pow(1 + r, -t - 1);
            }
            if (Math.abs(value) < 1e-13) {
                break;
            }
            r -= value / slope;
        }
        return r;
    }

    static Object[][] internalRateInputs() {
        return new Object[][] {{new double[] {-10, 3, 4, 5}}, {new double[] {-1, 1.2}}};
    }

    @Differentiable
    public static double binomialOption(double spot, double strike, double up, double rate) {
        int n = 6;
        double down = 1 / up;
        double p = (rate - down) / (up - down);
        double[] value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            value[i] = Math.max(spot * Math.pow(up, i) * Math.pow(down, n - i) - strike, 0);
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int i = 0; i <= k; i++) {
                value[i] = (p * value[i + 1] + (1 - p) * value[i]) / rate;
            }
        }
        return value[0];
    }

    static Object[][] binomialOptionInputs() {
        return new Object[][] {{100, 96, 1.1, 1.01}, {50, 60, 1.2, 1.02}};
    }

    @Differentiable
    public static double monteCarlo(double spot, double rate, double sigma, double[] normals) {
        double total = 0;
        for (double z : normals) {
            double end = spot * Math.exp(rate - sigma * sigma / 2 + sigma * z);
            total += Math.max(end - 1, 0);
        }
        return total / (normals.length + 1) * Math.exp(-rate);
    }

    @Differentiable
    public static double portfolioVariance(double[] w, double[][] covariance) {
        double v = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                v += w[i] * covariance[i][j] * w[j];
            }
        }
        return Math.sqrt(v * v + 0.01);
    }

    @Differentiable
    public static double[] planarArm(double[] angles, double[] lengths) {
        double x = 0;
        double y = 0;
        double total = 0;
        for (int i = 0; i < angles.length; i++) {
            total += angles[i];
            x += lengths[i] * Math.cos(total);
            y += lengths[i] * Math.sin(total);
        }
        return new double[] {x, y, total};
    }

    static double[][] denavit(double theta, double d, double a, double alpha) {
        double ct = Math.cos(theta);
        double st = Math.sin(theta);
        double ca = Math.cos(alpha);
        double sa = Math.sin(alpha);
        return new double[][] {
            {ct, -st * ca, st * sa, a * ct}, {st, ct * ca, -ct * sa, a * st}, {0, sa, ca, d}, {0, 0, 0, 1}
        };
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    @Differentiable
    public static double[] robotArm(double[] q) {
        double[][] pose = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        double[] alpha = {Math.PI / 2, 0, -Math.PI / 2};
        for (int i = 0; i < q.length; i++) {
            pose = times(pose, denavit(q[i], 0.1 * (i + 1), 0.5, alpha[i % 3]));
        }
        return new double[] {pose[0][3], pose[1][3], pose[2][3]};
    }

    @Differentiable
    public static double quaternionRotation(double[] q, double[] v) {
        double n = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double w = q[0] / n;
        double x = q[1] / n;
        double y = q[2] / n;
        double z = q[3] / n;
        double tx = 2 * (y * v[2] - z * v[1]);
        double ty = 2 * (z * v[0] - x * v[2]);
        double tz = 2 * (x * v[1] - y * v[0]);
        double rx = v[0] + w * tx + y * tz - z * ty;
        double ry = v[1] + w * ty + z * tx - x * tz;
        double rz = v[2] + w * tz + x * ty - y * tx;
        return rx + 2 * ry + 3 * rz;
    }

    static Object[][] quaternionRotationInputs() {
        return new Object[][] {{new double[] {1, 0.2, -0.3, 0.5}, new double[] {1, 2, 3}}};
    }

    @Differentiable
    public static double lennardJones(double[][] p) {
        double e = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = i + 1; j < p.length; j++) {
                double r2 = 0;
                for (int k = 0; k < p[i].length; k++) {
                    double d = p[i][k] - p[j][k];
                    r2 += d * d;
                }
                double s = 1 / (r2 * r2 * r2);
                e += 4 * (s * s - s);
            }
        }
        return e;
    }

    static Object[][] lennardJonesInputs() {
        return new Object[][] {
            {new double[][] {{0, 0, 0}, {1.1, 0.2, 0}, {0.3, 1.2, 0.5}, {-0.5, 0.1, 1.3}}}, {new double[][] {{1, 2, 3}}}
        };
    }

    @Differentiable
    public static double doublePendulum(double a, double b, double m) {
        double u = 0;
        double v = 0;
        for (int i = 0; i < 10; i++) {
            double d = a - b;
            double den = 2 * m + 1 - Math.cos(2 * d);
            double au = (-Math.sin(a) * (2 * m + 1) - Math.sin(a - 2 * b) - 2 * Math.sin(d) * (v * v + u * u * Math.cos(d)))
                    / den;
            double av = 2 * Math.sin(d) * (u * u * (m + 1) + (m + 1) * Math.cos(a) + v * v * Math.cos(d)) / den;
            u += 0.05 * au;
            v += 0.05 * av;
            a += 0.05 * u;
            b += 0.05 * v;
        }
        return a * b + u;
    }

    @Differentiable
    public static double threeBody(double[] x, double[] v, int n) {
        for (int step = 0; step < n; step++) {
            double[] f = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    if (i != j) {
                        double d = x[j] - x[i];
                        f[i] += d / Math.pow(d * d + 0.5, 1.5);
                    }
                }
            }
            for (int i = 0; i < x.length; i++) {
                v[i] += 0.1 * f[i];
                x[i] += 0.1 * v[i];
            }
        }
        double e = 0;
        for (int i = 0; i < x.length; i++) {
            e += v[i] * v[i] + x[i];
        }
        return e;
    }

    @Differentiable
    public static double logisticRegression(double[] w, double[][] x, int[] label) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            double s = label[i] % 2 == 1 ? z : -z;
            loss += Math.log1p(Math.exp(-s));
        }
        return loss / (x.length + 1);
    }

    @Differentiable
    public static double twoLayers(double[][] w1, double[] w2, double[] x) {
        double y = 0;
        for (int i = 0; i < w1.length; i++) {
            double h = 0;
            for (int j = 0; j < x.length; j++) {
                h += w1[i][j] * x[j];
            }
            y += w2[i] * Math.tanh(h);
        }
        return 1 / (1 + Math.exp(-y));
    }

    @Differentiable
    public static double layerNorm(double[] x, double gain) {
        double mean = 0;
        for (double e : x) {
            mean += e / x.length;
        }
        double variance = 0;
        for (double e : x) {
            variance += (e - mean) * (e - mean) / x.length;
        }
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += gain * (i + 1) * (x[i] - mean) / Math.sqrt(variance + 1e-2);
        }
        return s * s;
    }

    @Differentiable
    public static double attention(double[][] q, double[][] k, double[][] v) {
        double out = 0;
        for (int i = 0; i < q.length; i++) {
            double[] score = new double[k.length];
            double total = 0;
            for (int j = 0; j < k.length; j++) {
                double s = 0;
                for (int d = 0; d < q[i].length; d++) {
                    s += q[i][d] * k[j][d];
                }
                score[j] = Math.exp(s / Math.sqrt(q[i].length));
                total += score[j];
            }
            for (int j = 0; j < k.length; j++) {
                for (int d = 0; d < v[j].length; d++) {
                    out += score[j] / total * v[j][d] * (d + 1);
                }
            }
        }
        return out;
    }

    @Differentiable
    public static double fourier(double[] signal) {
        int n = signal.length;
        double s = 0;
        for (int k = 0; k < n; k++) {
            double re = 0;
            double im = 0;
            for (int t = 0; t < n; t++) {
                double phase = 2 * Math.PI * k * t / n;
                re += signal[t] * Math.cos(phase);
                im -= signal[t] * Math.sin(phase);
            }
            s += Math.sqrt(re * re + im * im + 0.1) * (k + 1);
        }
        return s;
    }

    @Differentiable
    public static double fastFourier(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int len = 2; len <= n; len <<= 1) {
            double angle = -2 * Math.PI / len;
            for (int i = 0; i < n; i += len) {
                for (int k = 0; k < len / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int p = i + k;
                    int q = p + len / 2;
                    double tr = re[q] * c - im[q] * s;
                    double ti = re[q] * s + im[q] * c;
                    re[q] = re[p] - tr;
                    im[q] = im[p] - ti;
                    re[p] += tr;
                    im[p] += ti;
                }
            }
        }
        double power = 0;
        for (int k = 0; k < n; k++) {
            power += (k + 1) * (re[k] * re[k] + im[k] * im[k]);
        }
        return power;
    }

    static Object[][] fastFourierInputs() {
        return new Object[][] {
            {new double[] {1, -2, 0.5, 3, 1, 0, -1, 2}, new double[] {0, 1, 0, -1, 2, 0.5, 0, 1}},
            {new double[] {3}, new double[] {1}}
        };
    }

    @Differentiable
    public static double biquad(double[] x, double b0, double a1, double a2) {
        double z1 = 0;
        double z2 = 0;
        double s = 0;
        for (double in : x) {
            double out = b0 * in + z1;
            z1 = -0.3 * a1 * out + z2;
            z2 = -0.2 * a2 * out;
            s += out * out;
        }
        return s;
    }

    @Differentiable
    public static double garch(double[] returns, double omega, double alpha, double beta) {
        double h = omega;
        double l = 0;
        for (double r : returns) {
            l += Math.log(h) + r * r / h;
            h = omega + 0.1 * alpha * alpha * r * r + 0.5 * beta * beta * h;
        }
        return l;
    }

    static Object[][] garchInputs() {
        return new Object[][] {{new double[] {0.5, -1, 0.3, 2}, 0.7, 1.1, 0.9}, {new double[0], 0.5, 1, 1}};
    }

    @Differentiable
    public static double sirEpidemic(double beta, double gamma, int n) {
        double s = 0.99;
        double i = 0.01;
        double peak = 0;
        for (int t = 0; t < n * 4; t++) {
            double infected = 0.3 * beta * s * i;
            double recovered = 0.1 * gamma * i;
            s -= infected;
            i += infected - recovered;
            peak = Math.max(peak, i);
        }
        return peak + s;
    }

    static double bessel(double x, int order) {
        double term = 1;
        for (int k = 1; k <= order; k++) {
            term *= x / 2 / k;
        }
        double sum = term;
        for (int k = 1; k < 30; k++) {
            term *= -(x * x / 4) / (k * (double) (k + order));
            sum += term;
        }
        return sum;
    }

    @Differentiable
    public static double besselFunctions(double x, int n) {
        return bessel(x, n % 3);
    }

    @Differentiable
    public static double legendre(double x, int n) {
        double p0 = 1;
        double p1 = x;
        for (int k = 2; k <= n; k++) {
            double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
            p0 = p1;
            p1 = p2;
        }
        return n == 0 ? p0 : p1;
    }

    @Differentiable
    public static double continuedFraction(double x) {
        double f = 1;
        for (int k = 12; k >= 1; k--) {
            f = k + x * x / (1.5 + f * f);
        }
        return f;
    }
}
