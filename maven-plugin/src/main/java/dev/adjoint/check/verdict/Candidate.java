package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Vectors;
import org.jspecify.annotations.Nullable;

/** A function of many numbers together with its claimed derivatives, at one input. */
interface Candidate {
    /** What the derivatives claim to be, for messages: {@code df/dx}. */
    String derivativeOf(String result, String number);

    /** The function. */
    double[] value(double[] x);

    /** The claimed Jacobian times a direction, null if there is no such method. */
    double @Nullable [] forward(double[] v);

    /** Weights times the claimed Jacobian, null if there is no such method. */
    double @Nullable [] reverse(double[] w);

    /** The annotated method and its first derivatives. */
    record First(Generated generated, Point point, String name) implements Candidate {
        @Override
        public String derivativeOf(String result, String number) {
            return "d " + name + result + " / d " + number;
        }

        @Override
        public double[] value(double[] x) {
            return generated.value(point, x);
        }

        @Override
        public double @Nullable [] forward(double[] v) {
            return generated.hasJvp() ? generated.jvp(point, point.numbers(), v) : null;
        }

        @Override
        public double @Nullable [] reverse(double[] w) {
            if (generated.hasVjp()) {
                return generated.vjp(point, point.numbers(), w);
            }
            return generated.hasGrad()
                    ? Vectors.along(new double[point.size()], w[0], generated.grad(point, point.numbers()))
                    : null;
        }
    }

    /** The gradient and the second derivatives. */
    record Second(Generated generated, Point point, String name) implements Candidate {
        @Override
        public String derivativeOf(String result, String number) {
            return "d2 " + name + " / (d " + point.names().get(index(result)) + " d " + number + ")";
        }

        private static int index(String result) {
            return result.isEmpty() ? 0 : Integer.parseInt(result.substring(1, result.length() - 1));
        }

        @Override
        public double[] value(double[] x) {
            return generated.grad(point, x);
        }

        @Override
        public double[] forward(double[] v) {
            return generated.hvp(point, point.numbers(), v);
        }

        @Override
        public double @Nullable [] reverse(double[] w) {
            return null;
        }
    }
}
