package corpus;

import dev.adjoint.Differentiable;

/** Blocks, shadowing in sequence, reuse of names, comments and layouts. */
public final class Scoping {
    private Scoping() {}

    static final double y = 3;

    @Differentiable
    public static double siblingBlocks(double a) {
        double r = 0;
        {
            double t = a * a;
            r += t;
        }
        {
            double t = Math.sin(a);
            r *= t;
        }
        return r;
    }

    @Differentiable
    public static double sameNameOtherType(double a, int n) {
        double r = a;
        {
            int t = n + 1;
            r *= t;
        }
        {
            double t = r * a;
            r += t;
        }
        {
            boolean t = r > 1;
            r = t ? r : r * r;
        }
        for (int t = 0; t < 2; t++) {
            r *= a;
        }
        for (double t : new double[] {a, 2 * a}) {
            r += t;
        }
        return r;
    }

    @Differentiable
    public static double parameterShadowsField(double x) {
        return x * x;
    }

    @Differentiable
    public static double localShadowsConstant(double a) {
        double r = a * y;
        double y = a * a;
        return r * y;
    }

    @Differentiable
    public static double loopVariablesReused(double[] a) {
        double r = 0;
        for (int i = 0; i < a.length; i++) {
            r += a[i];
        }
        for (int i = a.length - 1; i >= 0; i--) {
            r = r * 0.5 + a[i] * r;
        }
        int i = 2;
        return r * i;
    }

    @Differentiable
    public static double declaredInLoop(double[] a) {
        double r = 1;
        for (double e : a) {
            double t;
            if (e > 1) {
                t = e * r;
            } else {
                t = e - r;
            }
            double u = t * t;
            r = Math.sin(u);
        }
        return r;
    }

    @Differentiable
    public static double finalEverywhere(final double a, final int n) {
        final double b;
        if (n > 2) {
            b = a * a;
        } else {
            b = a;
        }
        double r = 0;
        for (final double e : new double[] {a, b}) {
            final double s = e * b;
            r += s;
        }
        return r;
    }

    @Differentiable
    public static double deepBlocks(double a) {
        {
            {
                {
                    a = a * a;
                }
                a = a + 1;
            }
            ;
        }
        return a;
    }

    @Differentiable // a comment
    public static double commented(/* first */ double a /* the number */) {
        // nothing
        double b = a * a; // its square
        /* between */
        return b /* times */ * a;
    }

    @Differentiable public static double oneLine(double a) { double b = a * a; return b + a; }

    @Differentiable
    public static strictfp double modifiers(double a) {
        return a * a;
    }

    @Differentiable
    @SuppressWarnings("unused")
    static double packagePrivate(double a) {
        return a * a;
    }

    @Differentiable
    protected static double protectedMethod(double a) {
        return a * a * 2;
    }

    public static final class Inner {
        private Inner() {}

        @Differentiable
        public static double nestedClass(double a) {
            return a * y;
        }

        public static final class Deeper {
            private Deeper() {}

            @Differentiable
            public static double twiceNested(double a) {
                return a * a * Scoping.y;
            }
        }
    }

    @Differentiable
    public static double arraySyntax(double a[], double[]... more) {
        double b[] = {a[0], a[0] * a[0]};
        double c[][] = {b, a};
        return c[0][1] + c[1][0] + more.length;
    }

    static Object[][] arraySyntaxInputs() {
        return new Object[][] {{new double[] {1.5}, new double[][] {{1}, {2}}}};
    }

    @Differentiable
    public static double variadic(double... a) {
        double r = 1;
        for (double e : a) {
            r *= 1 + e;
        }
        return r;
    }

    @Differentiable
    public static double parametersNamedLikeClasses(double[] Arrays, double[] Math, double[] Shapes) {
        double s = 0;
        for (double Double : Arrays) {
            s += java.lang.Math.sin(Double) * Math[0] * Shapes[0];
        }
        return s;
    }
}
