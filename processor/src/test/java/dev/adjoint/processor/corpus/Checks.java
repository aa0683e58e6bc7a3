package dev.adjoint.processor.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that is demanded of the derivatives of one method. */
public final class Checks {
    private Checks() {}

    /** Runs every check on every argument list and gives what was found wrong. */
    public static List<String> all(Subject subject) throws Throwable {
        return all(subject, Demands.CORPUS);
    }

    /** The same with other demands. */
    public static List<String> all(Subject subject, Demands demands) throws Throwable {
        List<String> findings = new ArrayList<>();
        boolean any = subject.piece("Inputs").isPresent();
        for (Object[] arguments : Inputs.of(subject)) {
            Trial trial = new Trial(subject, arguments, demands);
            any |= trial.finite();
            one(trial);
            findings.addAll(trial.findings());
        }
        if (!any) {
            findings.add("no drawn input gives a finite value: write " + subject.entry() + "Inputs");
        }
        findings.addAll(kinks(subject));
        return findings;
    }

    private static void one(Trial trial) throws Throwable {
        FirstOrder.run(trial);
        if (trial.finite() && !trial.aliased()) {
            byHand(trial);
        }
        if (trial.subject().entry().order() == 2 && trial.subject().isScalar()) {
            SecondOrder.run(trial);
        }
        if (trial.subject().hasJacobian()) {
            Jacobians.run(trial);
        }
    }

    /** The hand-written derivative, where there is one. */
    private static void byHand(Trial trial) throws Throwable {
        Subject subject = trial.subject();
        Optional<Method> piece = subject.piece("Expected").or(() -> subject.piece("Defined"));
        if (piece.isEmpty()) {
            return;
        }
        double[] expected = Leaves.of(subject.run(piece.get(), trial.arguments()));
        double tolerance = subject.tolerance(Tolerances.BY_HAND, Tolerances.BY_HAND_FLOAT);
        Object[] arguments = trial.arguments();
        if (subject.isScalar() && subject.entry().reverse()) {
            Object gradient = trial.derivative("Grad", arguments, () -> subject.grad(arguments));
            trial.expectClose("Grad against the hand-written one", expected, Leaves.of(gradient), tolerance);
        } else if (!subject.isScalar()) {
            Object jacobian = trial.derivative("Jacobian", arguments, () -> subject.jacobian(arguments));
            trial.expectClose("Jacobian against the hand-written one", expected, Leaves.of(jacobian), tolerance);
        }
    }

    /** The gradients at kinks, in both modes. */
    private static List<String> kinks(Subject subject) throws Throwable {
        List<String> findings = new ArrayList<>();
        Optional<Method> piece = subject.piece("At");
        if (piece.isEmpty()) {
            return findings;
        }
        for (Object[] row : (Object[][]) subject.run(piece.get(), new Object[0])) {
            Object[] arguments = Inputs.fitted(subject, Arrays.copyOf(row, row.length - 1));
            Trial trial = new Trial(subject, arguments, Demands.CORPUS);
            FirstOrder.kink(trial, Leaves.of(row[row.length - 1]));
            findings.addAll(trial.findings());
        }
        return findings;
    }
}
