package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Vectors;
import java.util.Optional;

/** A function of many numbers together with its claimed derivatives, at one input. */
interface Candidate {
    /** What the derivatives claim to be, for messages: {@code df/dx}. */
    String derivativeOf(String result, String number);

    /** The function. */
    double[] value(double[] x);

    /** The claimed Jacobian times a direction, empty if there is no such method. */
    Optional<double[]> forward(double[] v);

    /** Weights times the claimed Jacobian, empty if there is no such method. */
    Optional<double[]> reverse(double[] w);

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
        public Optional<double[]> forward(double[] v) {
            return generated.hasJvp() ? Optional.of(generated.jvp(point, point.numbers(), v)) : Optional.empty();
        }

        @Override
        public Optional<double[]> reverse(double[] w) {
            if (generated.hasVjp()) {
                return Optional.of(generated.vjp(point, point.numbers(), w));
            }
            return generated.hasGrad() ? Optional.of(weighted(w[0])) : Optional.empty();
        }

        private double[] weighted(double weight) {
            return Vectors.along(new double[point.size()], weight, generated.grad(point, point.numbers()));
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
        public Optional<double[]> forward(double[] v) {
            return Optional.of(generated.hvp(point, point.numbers(), v));
        }

        @Override
        public Optional<double[]> reverse(double[] w) {
            return Optional.empty();
        }
    }
}
