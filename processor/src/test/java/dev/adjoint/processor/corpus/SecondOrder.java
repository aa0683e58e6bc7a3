package dev.adjoint.processor.corpus;

/** Hessians: their shape, symmetry, differences of the gradient, and products with vectors. */
final class SecondOrder {
    private final Trial trial;
    private final Subject subject;

    private SecondOrder(Trial trial) {
        this.trial = trial;
        this.subject = trial.subject();
    }

    static void run(Trial trial) {
        new SecondOrder(trial).hessian();
    }

    private void hessian() {
        Object[] arguments = trial.arguments();
        Object[] active = subject.active(arguments);
        int n = Leaves.of(active).length;
        Object result = trial.derivative(
                "Hessian", arguments, () -> subject.takesRecords() ? columns(n) : subject.hessian(arguments));
        Object[] directions = (Object[]) trial.drawn(active);
        Object product = trial.derivative("Hvp", arguments, () -> subject.hvp(arguments, directions));
        if (result == null || product == null || !trial.finite() || trial.aliased()) {
            return;
        }
        double[] hessian = Leaves.of(result);
        if (hessian.length != n * n) {
            trial.fail("Hessian", "has " + hessian.length + " entries for " + n + " numbers");
            return;
        }
        symmetric(hessian, n);
        trial.expectClose(
                "Hvp against Hessian", times(hessian, Leaves.of(directions)), Leaves.of(product), sameNumbers());
        if (subject.smooth()) {
            differences(hessian, n);
        }
    }

    /** By records there is no matrix, but the product with each unit vector, which is a column. */
    private double[] columns(int n) throws Throwable {
        double[] matrix = new double[n * n];
        for (int j = 0; j < n; j++) {
            int column = j;
            int[] position = {0};
            Object[] arguments = trial.arguments();
            Object[] unit = (Object[]) Leaves.map(subject.active(arguments), old -> position[0]++ == column ? 1 : 0);
            double[] product = Leaves.of(subject.hvp(arguments, unit));
            for (int i = 0; i < product.length; i++) {
                matrix[i * n + j] = product[i];
            }
        }
        return matrix;
    }

    private void symmetric(double[] hessian, int n) {
        double[] transposed = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            transposed[i] = hessian[i % n * n + i / n];
        }
        trial.expectClose("the symmetry of Hessian", hessian, transposed, sameNumbers());
    }

    private double sameNumbers() {
        return subject.tolerance(trial.demands().sameNumbers(), Tolerances.SAME_NUMBERS_FLOAT);
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i / vector.length] += matrix[i] * vector[i % vector.length];
        }
        return product;
    }

    private void differences(double[] hessian, int n) {
        for (int j = 0; j < n; j++) {
            int column = j;
            Differences found = Differences.of(h -> gradient(column, h), subject.single());
            double scale = 1e-3;
            for (double slope : found.derivative()) {
                scale = Math.max(scale, Math.abs(slope));
            }
            for (int i = 0; i < n; i++) {
                judge("[" + i + "][" + j + "]", hessian[i * n + j], found.derivative()[i], found.error()[i], scale);
            }
        }
    }

    private void judge(String which, double second, double slope, double error, double scale) {
        Demands demands = trial.demands();
        double limit = subject.tolerance(demands.differences(), Tolerances.DIFFERENCES_FLOAT) * scale;
        boolean reliable = error <= subject.tolerance(Tolerances.RELIABLE, Tolerances.RELIABLE_FLOAT) * scale;
        if (!demands.skips(reliable) && !(Math.abs(second - slope) <= limit + demands.errors() * error)) {
            trial.fail(
                    "Hessian by differences", which + ": expected " + slope + " (error " + error + "), got " + second);
        }
    }

    private double[] gradient(int column, double h) {
        int[] position = {0};
        Object[] arguments = trial.arguments();
        Object[] active = subject.active(arguments);
        Object[] moved = (Object[]) Leaves.map(active, old -> position[0]++ == column ? old + h : old);
        try {
            return Leaves.of(subject.grad(subject.replaced(arguments, moved)));
        } catch (Throwable e) {
            return Leaves.of(Leaves.map(active, old -> Double.NaN));
        }
    }
}
