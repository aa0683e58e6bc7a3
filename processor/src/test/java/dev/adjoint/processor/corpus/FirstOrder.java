package dev.adjoint.processor.corpus;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Values, modes against each other, differences, buffers and repeatability. */
final class FirstOrder {
    /** Up to so many numbers each is moved on its own; beyond, drawn directions have to do. */
    private static final int COORDINATES = 24;

    private static final int DIRECTIONS = 4;

    private final Trial trial;
    private final Subject subject;

    private FirstOrder(Trial trial) {
        this.trial = trial;
        this.subject = trial.subject();
    }

    static void run(Trial trial) throws Throwable {
        FirstOrder checks = new FirstOrder(trial);
        if (trial.subject().isScalar()) {
            checks.values();
        }
        checks.modes();
        if (trial.finite() && !checks.isTiedInPlace() && trial.subject().smooth()) {
            checks.differences();
        }
    }

    /** Here both adjoints are one buffer, so that a sum over the parameters counts it twice. */
    private boolean isTiedInPlace() {
        return trial.aliased() && subject.isVoid();
    }

    /** The gradient at a kink, component by component in forward mode. */
    static void kink(Trial trial, double[] expected) {
        new FirstOrder(trial).kink(expected);
    }

    private void kink(double[] expected) {
        double tolerance = subject.tolerance(Tolerances.BY_HAND, Tolerances.BY_HAND_FLOAT);
        Object[] arguments = trial.arguments();
        if (subject.entry().reverse()) {
            Object gradient = trial.derivative("Grad", arguments, () -> subject.grad(arguments));
            trial.expectClose("Grad at a kink", expected, Leaves.of(gradient), tolerance);
        }
        double[] forward = new double[expected.length];
        for (int j = 0; subject.entry().forward() && j < forward.length; j++) {
            double[] tangent = Leaves.of(jvp(unit(j)));
            forward[j] = tangent.length == 1 ? tangent[0] : Double.NaN;
        }
        if (subject.entry().forward()) {
            trial.expectClose("Jvp at a kink", expected, forward, tolerance);
        }
    }

    private Object[] active() {
        return subject.active(trial.arguments());
    }

    /** Copies that are separate arrays even where the same array is passed twice. */
    private static Object[] apart(Object[] values) {
        return Arrays.stream(values).map(v -> Leaves.copy(new Object[] {v})[0]).toArray();
    }

    private Object[] unit(int j) {
        int[] position = {0};
        return (Object[]) Leaves.map(active(), old -> position[0]++ == j ? 1 : 0);
    }

    /** Argument by argument: what was one array becomes two. */
    private static Object[] each(Object[] arguments, UnaryOperator<Object> change) {
        Object[] changed = new Object[arguments.length];
        Arrays.setAll(changed, k -> change.apply(arguments[k]));
        return changed;
    }

    private Object[] drawn() {
        return trial.tied((Object[]) trial.drawn(active()));
    }

    private Object[] shaped(double[] numbers) {
        int[] position = {0};
        return each(active(), argument -> Leaves.shaped(argument, numbers, position));
    }

    /** {@code fGrad} and both forms of {@code fValueAndGrad}: one gradient, and the value bit for bit. */
    private void values() {
        if (!subject.entry().reverse()) {
            return;
        }
        double tolerance = subject.tolerance(trial.demands().sameNumbers(), Tolerances.SAME_NUMBERS_FLOAT);
        Object[] arguments = trial.arguments();
        Object gradient = trial.derivative("Grad", arguments, () -> subject.grad(arguments));
        Object again = trial.derivative("Grad", arguments, () -> subject.grad(arguments));
        trial.expectSame("Grad twice", gradient, again);
        Object both = trial.derivative("ValueAndGrad", arguments, () -> subject.valueAndGrad(arguments));
        if (gradient == null || !(both instanceof Object[] pair)) {
            return;
        }
        shape(gradient);
        trial.expectSame("the value of ValueAndGrad", trial.value(), pair[0]);
        double[] second = Leaves.of(Arrays.copyOfRange(pair, 1, pair.length));
        trial.expectClose("Grad against ValueAndGrad", Leaves.of(gradient), second, tolerance);
        if (subject.onlyArrays()) {
            into(Leaves.of(gradient), tolerance);
        }
    }

    /** A gradient has the type and the lengths of what it is taken by. */
    private void shape(Object gradient) {
        Object zeros = Leaves.map(gradient, old -> 0);
        trial.expectSame("the shape of Grad", Leaves.map(active(), old -> 0), zeros);
    }

    private void into(double[] gradient, double tolerance) {
        Object[] arguments = trial.arguments();
        Object[] outs = (Object[]) Leaves.map(apart(active()), old -> Double.NaN);
        Object value =
                trial.derivative("ValueAndGrad with outs", arguments, () -> subject.valueAndGradInto(arguments, outs));
        trial.expectSame("the value of ValueAndGrad with outs", trial.value(), value);
        trial.expectClose("the outs of ValueAndGrad", gradient, Leaves.of(outs), tolerance);
    }

    /** The dot-product identity, and that both modes change nothing they should not. */
    private void modes() {
        Object[] dots = drawn();
        Object yBar = trial.drawn(trial.outcome());
        Object tangent = subject.entry().forward() ? jvp(dots) : null;
        Object gradient = subject.entry().reverse() ? vjp(yBar) : null;
        if (tangent == null || gradient == null || !trial.finite() || isTiedInPlace()) {
            return;
        }
        double[][] products = {Leaves.of(yBar), Leaves.of(tangent), Leaves.of(gradient), Leaves.of(dots)};
        if (products[0].length != products[1].length || products[2].length != products[3].length) {
            trial.fail("shapes", "Jvp gave " + Leaves.text(tangent) + ", Vjp gave " + Leaves.text(gradient));
            return;
        }
        double scale = size(products[0], products[1])
                + size(products[2], products[3])
                + trial.demands().floor();
        double gap = dot(products[0], products[1]) - dot(products[2], products[3]);
        if (!(Math.abs(gap) <= subject.tolerance(trial.demands().dotProduct(), Tolerances.DOT_PRODUCT_FLOAT) * scale)) {
            trial.fail(
                    "Jvp against Vjp",
                    "the dot products differ by " + gap + " of " + scale + ": Jvp " + Leaves.text(tangent)
                            + " for dots " + Leaves.text(dots) + ", Vjp " + Leaves.text(gradient) + " for yBar "
                            + Leaves.text(yBar));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double size(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    /** The tangent of the outcome. */
    private Object jvp(Object[] dots) {
        Object[] arguments = trial.arguments();
        Object[] moving = Leaves.copy(dots);
        if (!subject.isVoid()) {
            Object first = trial.derivative("Jvp", arguments, () -> subject.jvp(arguments, moving));
            trial.expectSame("the dots of Jvp", dots, moving);
            trial.expectSame(
                    "Jvp twice", first, trial.derivative("Jvp", arguments, () -> subject.jvp(arguments, moving)));
            return first;
        }
        trial.attempt("Jvp", () -> subject.jvp(arguments, moving));
        if (trial.thrown() == null) {
            trial.expectSame("what Jvp leaves in the arguments", trial.after(), arguments);
        }
        return trial.thrown() == null ? subject.buffers(moving) : null;
    }

    /** The adjoints of the differentiable arguments, those of arrays accumulated onto something. */
    private Object vjp(Object yBar) {
        Object[] arguments = trial.arguments();
        if (subject.isVoid()) {
            return vjpInPlace(arguments, (Object[]) Leaves.copy(yBar));
        }
        Object bar = trial.thrown() == null ? Leaves.copy(yBar) : missing();
        Object[] outs = subject.buffers(each(active(), argument -> Leaves.map(argument, old -> 0.5)));
        Object[] all = (Object[]) trial.derivative("Vjp", arguments, () -> subject.vjp(arguments, bar, outs));
        if (trial.thrown() == null) {
            trial.expectSame("the yBar of Vjp", yBar, bar);
        }
        return all == null || !subject.isScalar() ? all : less(all, outs);
    }

    /** Any adjoint will do for a result that never comes. */
    private Object missing() {
        return subject.isScalar() ? 1.0 : null;
    }

    private Object vjpInPlace(Object[] arguments, Object[] buffers) {
        Object all = trial.attempt("Vjp", () -> subject.vjpInPlace(arguments, buffers(buffers)));
        if (trial.thrown() == null) {
            trial.expectSame("what Vjp leaves in the arguments", trial.after(), arguments);
        }
        return all;
    }

    private Object[] buffers(Object[] buffers) {
        return trial.thrown() == null ? buffers : subject.buffers(active());
    }

    private static Object[] less(Object[] all, Object[] outs) {
        Object[] less = all.clone();
        for (int k = 0; k < less.length; k++) {
            boolean accumulated = Arrays.asList(outs).contains(less[k]);
            less[k] = accumulated ? Leaves.map(less[k], x -> x - 0.5) : less[k];
        }
        return less;
    }

    /** Forward mode against differences, along each coordinate or along drawn directions. */
    private void differences() throws Throwable {
        int n = Leaves.of(active()).length;
        int m = Leaves.of(trial.outcome()).length;
        if (n == 0 || m == 0) {
            return;
        }
        boolean each = n <= COORDINATES && !trial.aliased();
        for (int j = 0; j < (each ? n : DIRECTIONS); j++) {
            Object[] direction = each ? unit(j) : drawn();
            double[] tangent = subject.entry().forward() ? Leaves.of(jvp(direction)) : reverse(direction, m);
            compare(direction, tangent);
        }
    }

    /** The tangent by reverse mode alone. */
    private double[] reverse(Object[] direction, int m) {
        double[] tangent = new double[m];
        for (int i = 0; i < m; i++) {
            double[] row = new double[m];
            row[i] = 1;
            Object yBar = Leaves.shaped(trial.outcome(), row, new int[] {0});
            tangent[i] = dot(Leaves.of(vjp(yBar)), Leaves.of(direction));
        }
        return tangent;
    }

    private void compare(Object[] direction, double[] tangent) throws Throwable {
        double[] point = Leaves.of(active());
        double[] way = Leaves.of(direction);
        Differences found = Differences.of(h -> along(point, way, h), subject.single());
        if (tangent.length != found.derivative().length) {
            trial.fail("differences", "Jvp gave " + Leaves.text(tangent) + " for " + Leaves.text(found.derivative()));
            return;
        }
        double scale = 1e-3;
        for (double slope : found.derivative()) {
            scale = Math.max(scale, Math.abs(slope));
        }
        for (int k = 0; k < tangent.length; k++) {
            String which = "d result[" + k + "] along " + Leaves.text(direction);
            judge(which, tangent[k], found.derivative()[k], found.error()[k], scale);
        }
    }

    private void judge(String which, double tangent, double slope, double error, double scale) {
        double limit = subject.tolerance(trial.demands().differences(), Tolerances.DIFFERENCES_FLOAT) * scale;
        boolean reliable = error <= subject.tolerance(Tolerances.RELIABLE, Tolerances.RELIABLE_FLOAT) * scale;
        if (trial.demands().skips(reliable)) {
            return;
        } else if (!reliable) {
            trial.fail(
                    "differences", which + " cannot be had by differences (error " + error + "): other inputs, please");
        } else if (!(Math.abs(tangent - slope) <= limit + trial.demands().errors() * error)) {
            trial.fail("differences", which + ": expected " + slope + " (error " + error + "), got " + tangent);
        }
    }

    /** The outcome a step away: no numbers where there is none, or one of another length, across a jump. */
    private double[] along(double[] point, double[] way, double h) {
        double[] moved = new double[point.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = point[i] + h * way[i];
        }
        double[] nothing = Leaves.of(Leaves.map(trial.outcome(), old -> Double.NaN));
        try {
            double[] there = trial.at(shaped(moved));
            return there.length == nothing.length ? there : nothing;
        } catch (Throwable e) {
            return nothing;
        }
    }
}
