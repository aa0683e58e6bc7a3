package dev.adjoint.processor.corpus;

import java.util.Arrays;

/** Both forms of the Jacobian against its columns by forward mode. */
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
        if (jacobian == null
                || trial.thrown() != null
                || trial.aliased()
                || !subject.entry().forward()) {
            return;
        }
        double tolerance = subject.single()
                ? Tolerances.SAME_NUMBERS_FLOAT
                : trial.demands().sameNumbers();
        int from = 0;
        for (int k = 0; k < jacobian.length; k++) {
            int n = Leaves.of(subject.active(arguments)[k]).length;
            double[] columns = columns(from, n);
            trial.expectClose(
                    "Jacobian against Jvp",
                    columns,
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

    private void flat(double[] jacobian, double tolerance) {
        Object[] arguments = trial.arguments();
        double[] out = new double[jacobian.length];
        Arrays.fill(out, Double.NaN);
        Object rows = trial.derivative("flat Jacobian", arguments, () -> subject.jacobianInto(arguments, out));
        trial.expectSame("the rows of the flat Jacobian", Leaves.of(trial.value()).length, rows);
        trial.expectClose("the flat Jacobian", jacobian, out, tolerance);
    }
}
