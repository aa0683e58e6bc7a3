package dev.adjoint.processor.corpus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One method on one argument list: what was found wrong, and the primal's outcome. */
final class Trial {
    /** A call that may throw. */
    interface Call {
        Object run() throws Throwable;
    }

    private final Subject subject;
    private final Demands demands;
    private final Object[] arguments;
    private final Random random;
    private final List<String> findings = new ArrayList<>();
    private final Object[] after;
    private final Object value;
    private final Throwable thrown;

    Trial(Subject subject, Object[] arguments, Demands demands) {
        this.subject = subject;
        this.demands = demands;
        this.arguments = arguments;
        this.random = new Random(subject.entry().toString().hashCode());
        this.after = Leaves.copy(arguments);
        Object result = null;
        Throwable problem = null;
        try {
            result = subject.value(after);
        } catch (Throwable e) {
            problem = e;
        }
        value = result;
        thrown = problem;
    }

    Subject subject() {
        return subject;
    }

    Demands demands() {
        return demands;
    }

    List<String> findings() {
        return findings;
    }

    /** Fresh copies, in which arrays that are one array in the argument list are one array. */
    Object[] arguments() {
        return Leaves.copy(arguments);
    }

    /** What the primal returned. */
    Object value() {
        return value;
    }

    /** What the primal left in its arguments. */
    Object[] after() {
        return after;
    }

    Throwable thrown() {
        return thrown;
    }

    /** The result as differences and products see it: what comes back, or what a {@code void} method leaves. */
    Object outcome() {
        return subject.isVoid() ? subject.buffers(subject.active(after)) : value;
    }

    boolean finite() {
        for (double leaf : Leaves.of(outcome())) {
            if (!Double.isFinite(leaf)) {
                return false;
            }
        }
        return thrown == null;
    }

    /** Whether one array is passed twice: then there is only the derivative by both of them together. */
    boolean aliased() {
        Map<Object, Object> seen = new IdentityHashMap<>();
        for (Object argument : subject.active(arguments)) {
            if (argument != null && argument.getClass().isArray() && seen.put(argument, argument) != null) {
                return true;
            }
        }
        return false;
    }

    /** The same values of the differentiable arguments, where what is one array in the argument list is one again. */
    Object[] tied(Object[] active) {
        Object[] tied = active.clone();
        Object[] given = subject.active(arguments);
        for (int k = 0; k < tied.length; k++) {
            for (int earlier = 0; earlier < k; earlier++) {
                if (given[k] == given[earlier]
                        && given[k] != null
                        && given[k].getClass().isArray()) {
                    tied[k] = tied[earlier];
                }
            }
        }
        return tied;
    }

    /** A vector of that shape with drawn numbers. */
    Object drawn(Object shape) {
        return Leaves.map(shape, old -> random.nextDouble() * 2 - 1);
    }

    /** The primal's outcome at moved differentiable arguments. */
    double[] at(Object[] active) throws Throwable {
        Object[] moved = subject.replaced(arguments(), tied(Leaves.copy(active)));
        Object result = subject.value(moved);
        return Leaves.of(subject.isVoid() ? subject.buffers(subject.active(moved)) : result);
    }

    void fail(String check, String text) {
        findings.add(check + " at " + Leaves.text(arguments) + ": " + text);
    }

    void expectSame(String check, Object expected, Object actual) {
        if (!Leaves.same(expected, actual)) {
            fail(check, "expected " + Leaves.text(expected) + ", got " + Leaves.text(actual));
        }
    }

    /** Numbers within a tolerance relative to the largest expected one; NaN and infinities must be alike. */
    void expectClose(String check, double[] expected, double[] actual, double tolerance) {
        expectClose(check, expected, actual, tolerance, Double.MIN_NORMAL);
    }

    /**
     * Expects numbers that one mode has computed to be those that the other has.
     *
     * @param floor numbers below are compared relative to it: in them, sums of another order cancel
     */
    void expectClose(String check, double[] expected, double[] actual, double tolerance, double floor) {
        double scale = floor;
        for (double number : expected) {
            scale = Double.isFinite(number) ? Math.max(scale, Math.abs(number)) : scale;
        }
        boolean alike = expected.length == actual.length;
        for (int i = 0; alike && i < expected.length; i++) {
            alike = Double.compare(expected[i] + 0.0, actual[i] + 0.0) == 0
                    || Math.abs(expected[i] - actual[i]) <= tolerance * scale;
        }
        if (!alike) {
            fail(check, "expected " + Leaves.text(expected) + ", got " + Leaves.text(actual));
        }
    }

    /** Runs a generated method on copies of the arguments and reports it if it throws or changes them. */
    Object derivative(String name, Object[] copies, Call call) {
        Object[] before = Leaves.copy(copies);
        Object result = attempt(name, call);
        expectSame(name + " leaves the caller's arrays alone", before, copies);
        return result;
    }

    /** Runs a generated method; what it throws must be what the primal throws. */
    Object attempt(String name, Call call) {
        try {
            Object result = call.run();
            if (thrown != null) {
                fail(name, "the method throws " + thrown + ", its derivative returned " + Leaves.text(result));
            }
            return result;
        } catch (Throwable e) {
            if (!sameException(e)) {
                fail(name, "threw " + e + " at " + place(e) + (thrown == null ? "" : ", the method throws " + thrown));
            }
            return null;
        }
    }

    private boolean sameException(Throwable e) {
        return thrown != null
                && e.getClass() == thrown.getClass()
                && String.valueOf(e.getMessage()).equals(String.valueOf(thrown.getMessage()));
    }

    private static String place(Throwable e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }
}
