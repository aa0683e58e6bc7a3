package dev.adjoint.processor.corpus;

import java.util.Arrays;

/** Both forms of the Jacobian against its columns by forward mode, or its rows by reverse mode where there is no other. */
final class Jacobians {
    private final Trial trial;
    private final Subject subject;

    private Jacobians(Trial trial) {
        this.trial = trial;
        this.subject = trial.subject();
    }

    static void run(Trial trial) {
        new Jacobians(trial).all();
    }

    private void all() {
        Object[] arguments = trial.arguments();
        Object[] jacobian = (Object[]) trial.derivative("Jacobian", arguments, () -> subject.jacobian(arguments));
        if (jacobian == null || trial.thrown() != null || trial.aliased()) {
            return;
        }
        double tolerance = subject.single()
                ? Tolerances.SAME_NUMBERS_FLOAT
                : trial.demands().sameNumbers();
        int from = 0;
        for (int k = 0; k < jacobian.length; k++) {
            int n = Leaves.of(subject.active(arguments)[k]).length;
            boolean forward = subject.entry().forward();
            trial.expectClose(
                    forward ? "Jacobian against Jvp" : "Jacobian against Vjp",
                    forward ? columns(from, n) : rows(k, n),
                    Leaves.of(jacobian[k]),
                    tolerance,
                    trial.demands().floor());
            from += n;
        }
        if (jacobian.length == 1 && subject.result() == double[].class && from > 0) {
            flat(Leaves.of(jacobian[0]), tolerance);
        }
    }

    /** The block of the Jacobian for some of the numbers, row by row. */
    private double[] columns(int from, int n) {
        int m = Leaves.of(trial.outcome()).length;
        double[] block = new double[m * n];
        for (int j = 0; j < n; j++) {
            int column = from + j;
            int[] position = {0};
            Object[] arguments = trial.arguments();
            Object[] unit = (Object[]) Leaves.map(subject.active(arguments), old -> position[0]++ == column ? 1 : 0);
            double[] tangent = Leaves.of(trial.derivative("Jvp", arguments, () -> subject.jvp(arguments, unit)));
            for (int i = 0; i < tangent.length && i < m; i++) {
                block[i * n + j] = tangent[i];
            }
        }
        return block;
    }

    /** The block of the Jacobian for one parameter, row by row. */
    private double[] rows(int parameter, int n) {
        int m = Leaves.of(trial.outcome()).length;
        double[] block = new double[m * n];
        for (int i = 0; i < m; i++) {
            int row = i;
            int[] position = {0};
            Object[] arguments = trial.arguments();
            Object unit = Leaves.map(trial.outcome(), old -> position[0]++ == row ? 1 : 0);
            Object all = trial.derivative("Vjp", arguments, () -> subject.vjp(arguments, unit, new Object[0]));
            if (all != null) {
                System.arraycopy(Leaves.of(((Object[]) all)[parameter]), 0, block, i * n, n);
            }
        }
        return block;
    }

    private void flat(double[] jacobian, double tolerance) {
        Object[] arguments = trial.arguments();
        double[] out = new double[jacobian.length];
        Arrays.fill(out, Double.NaN);
        Object rows = trial.derivative("flat Jacobian", arguments, () -> subject.jacobianInto(arguments, out));
        trial.expectSame("the rows of the flat Jacobian", Leaves.of(trial.value()).length, rows);
        trial.expectClose("the flat Jacobian", jacobian, out, tolerance);
    }
}
