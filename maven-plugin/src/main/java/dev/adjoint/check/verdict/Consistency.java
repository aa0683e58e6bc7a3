package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Vectors;
import dev.adjoint.check.model.Finding;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Compares the generated methods of one derivative with each other: they say the same in different shapes. */
final class Consistency {
    private final Generated generated;
    private final Point point;
    private final int sample;
    private final Precision precision;
    private final Ledger ledger;
    private final double[] x;

    Consistency(Generated generated, Point point, int sample, Precision precision, Ledger ledger) {
        this.generated = generated;
        this.point = point;
        this.sample = sample;
        this.precision = precision;
        this.ledger = ledger;
        this.x = point.numbers();
    }

    void check(double[] value, RandomGenerator random) {
        if (generated.hasGrad()) {
            gradients(value);
        }
        if (generated.hasJacobian()) {
            jacobian(random);
        }
        if (generated.hasHvp() && generated.hasHessian()) {
            hessian(random);
        }
    }

    private void gradients(double[] value) {
        double[] gradient = generated.grad(point, x);
        if (generated.hasVjp()) {
            same("Vjp with weight 1 and Grad", generated.vjp(point, x, new double[] {1}), gradient);
        }
        if (generated.hasValueAndGrad()) {
            together("ValueAndGrad", generated.valueAndGrad(point, x), value, gradient);
        }
        if (generated.hasValueAndGradInto()) {
            together("ValueAndGrad into arrays", generated.valueAndGradInto(point, x), value, gradient);
        }
        untouched("Grad");
    }

    private void together(String name, double[] both, double[] value, double[] gradient) {
        if (Double.doubleToLongBits(both[0]) != Double.doubleToLongBits(value[0])) {
            ledger.finding(new Finding(
                    "value",
                    name + " gives the value " + both[0] + ", but the method gives " + value[0],
                    point.text(),
                    sample,
                    both[0],
                    value[0]));
        }
        same(name + " and Grad", Arrays.copyOfRange(both, 1, both.length), gradient);
    }

    private void untouched(String ending) {
        if (!generated.leavesArguments(point, ending)) {
            ledger.finding(
                    Finding.of("arguments", ending + " has changed the arrays of its caller", point.text(), sample));
        }
    }

    private void jacobian(RandomGenerator random) {
        double[] v = random.doubles(x.length, -1, 1).toArray();
        double[] column = generated.jvp(point, x, v);
        products("Jacobian times a direction and Jvp", generated.jacobian(point, x), v, column);
        untouched("Jacobian");
    }

    private void hessian(RandomGenerator random) {
        double[] v = random.doubles(x.length, -1, 1).toArray();
        double[][] hessian = generated.hessian(point, x);
        products("Hessian times a direction and Hvp", hessian, v, generated.hvp(point, x, v));
        symmetric(hessian);
        untouched("Hessian");
    }

    private void symmetric(double[][] hessian) {
        double size = Arrays.stream(hessian).mapToDouble(Vectors::largest).max().orElse(0);
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < i; j++) {
                symmetric(hessian, i, j, size);
            }
        }
    }

    private void symmetric(double[][] hessian, int i, int j, double size) {
        double one = hessian[i][j];
        double other = hessian[j][i];
        if (!Double.isFinite(one) || !Double.isFinite(other) || size == 0) {
            return;
        }
        double distance = Math.abs(one - other) / size;
        ledger.symmetry(distance);
        if (distance > precision.exact()) {
            String message = "the Hessian is not symmetric: [" + i + "][" + j + "] is " + one + ", [" + j + "][" + i
                    + "] is " + other;
            ledger.finding(new Finding("symmetry", message, point.text(), sample, one, other));
        }
    }

    private void products(String what, double[][] matrix, double[] v, double[] expected) {
        for (int i = 0; i < matrix.length; i++) {
            double found = Vectors.dot(matrix[i], v);
            compare(what, found, expected[i], Vectors.magnitude(matrix[i], v));
        }
    }

    private void same(String what, double[] found, double[] expected) {
        double size = Vectors.largest(expected);
        Vectors.dot(found, expected);
        for (int i = 0; i < found.length; i++) {
            compare(what, found[i], expected[i], size);
        }
    }

    /** Infinite and undefined derivatives are compared as such by {@link Slopes} only. */
    private void compare(String what, double found, double expected, double size) {
        boolean finite = Double.isFinite(found) && Double.isFinite(expected);
        if (finite && Math.abs(found - expected) > precision.exact() * size) {
            String message = what + " differ: " + found + " and " + expected;
            ledger.finding(new Finding("consistency", message, point.text(), sample, found, expected));
        }
    }
}
