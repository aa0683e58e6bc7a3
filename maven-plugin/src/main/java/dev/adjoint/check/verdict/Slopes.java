package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Vectors;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.numeric.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Holds the claimed derivatives of a candidate against finite differences and against each other, at one input. */
final class Slopes {
    /** So many coordinates are looked at one by one; an input with more numbers has some chosen at random. */
    private static final int COORDINATES = 8;
    /** So many results are searched for the wrong one. */
    private static final int SEARCHED = 32;
    /** Below this magnitude, steps no longer shrink with the number: it may as well be 0. */
    private static final double SMALL = 0x1p-7;

    private final Candidate candidate;
    private final Point point;
    private final int sample;
    private final Precision precision;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final double[] x;
    private final List<Verdict.Kind> kinds = new ArrayList<>();

    Slopes(Candidate candidate, Point point, int sample, Precision precision, RandomGenerator random, Ledger ledger) {
        this.candidate = candidate;
        this.point = point;
        this.sample = sample;
        this.precision = precision;
        this.random = random;
        this.ledger = ledger;
        this.x = point.numbers();
    }

    /** Makes all comparisons, and tells how each direction went. */
    List<Verdict.Kind> check(int results) {
        double[] w = weights(results);
        double[] v = direction();
        Optional<double[]> forward = candidate.forward(v);
        Optional<double[]> reverse = candidate.reverse(w);
        if (forward.isPresent() && reverse.isPresent()) {
            compareModes(forward.get(), reverse.get(), v, w);
        }
        double slope = forward.isPresent() ? Vectors.dot(w, forward.get()) : Vectors.dot(reverse.orElseThrow(), v);
        for (int i : coordinates()) {
            coordinate(i, w, reverse);
        }
        if (!kinds.contains(Verdict.Kind.DIFFERS)) {
            along(v, w, slope);
        }
        return kinds;
    }

    private double[] weights(int results) {
        return results == 1
                ? new double[] {1}
                : random.doubles(results, 0.5, 1.5).toArray();
    }

    private double[] direction() {
        double[] v = new double[x.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) (random.nextDouble(0.25, 1) * (random.nextBoolean() ? 1 : -1)) * scale(x[i]);
        }
        return v;
    }

    /** A power of two, so that steps are exact where the numbers allow it. */
    private static double scale(double number) {
        return Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(number), SMALL)));
    }

    private int[] coordinates() {
        int count = Math.min(COORDINATES, x.length);
        return x.length <= COORDINATES
                ? java.util.stream.IntStream.range(0, count).toArray()
                : random.ints(0, x.length).distinct().limit(count).sorted().toArray();
    }

    private void compareModes(double[] forward, double[] reverse, double[] v, double[] w) {
        double one = Vectors.dot(w, forward);
        double other = Vectors.dot(reverse, v);
        if (!Double.isFinite(one) || !Double.isFinite(other)) {
            return;
        }
        double size = Math.max(Vectors.magnitude(w, forward), Vectors.magnitude(reverse, v));
        double distance = size == 0 ? 0 : Math.abs(one - other) / size;
        ledger.dot(distance);
        if (distance > precision.exact()) {
            String message = String.format(
                    Locale.ROOT,
                    "forward and reverse mode disagree: w.(J v) is %s by the Jvp, (w J).v is %s by the Vjp",
                    one,
                    other);
            ledger.finding(new Finding("dot product", message, point.text(), sample, other, one));
        }
    }

    private void along(double[] v, double[] w, double slope) {
        Direction direction = new Direction(candidate, x, v, w, 1, precision);
        Verdict verdict = direction.judge(slope);
        double order = direction.order(slope);
        if (verdict.kind() == Verdict.Kind.AGREES) {
            ledger.order(order);
        }
        record(verdict, "the derivative in a random direction", order);
    }

    private void coordinate(int i, double[] w, Optional<double[]> reverse) {
        double[] e = Vectors.unit(x.length, i);
        double claimed = reverse.isPresent()
                ? reverse.get()[i]
                : Vectors.dot(w, candidate.forward(e).orElseThrow());
        Direction direction = new Direction(candidate, x, e, w, scale(x[i]), precision);
        Verdict verdict = direction.judge(claimed);
        String name = point.names().get(i);
        if (verdict.kind() == Verdict.Kind.DIFFERS && w.length > 1 && blame(i, w.length, reverse.isPresent())) {
            kinds.add(Verdict.Kind.DIFFERS);
            return;
        }
        String results = w.length == 1 ? "" : " (results weighted at random)";
        record(
                verdict,
                candidate.derivativeOf(w.length == 1 ? "" : "[0]", name) + results,
                orderIfWrong(verdict, direction));
    }

    private static double orderIfWrong(Verdict verdict, Direction direction) {
        return verdict.kind() == Verdict.Kind.DIFFERS ? direction.order(verdict.claimed()) : Double.NaN;
    }

    /** Finds a single result whose derivative by number {@code i} is wrong. */
    private boolean blame(int i, int results, boolean inReverse) {
        double[] e = Vectors.unit(x.length, i);
        for (int j = 0; j < Math.min(results, SEARCHED); j++) {
            double[] w = Vectors.unit(results, j);
            double claimed = inReverse
                    ? candidate.reverse(w).orElseThrow()[i]
                    : candidate.forward(e).orElseThrow()[j];
            Direction direction = new Direction(candidate, x, e, w, scale(x[i]), precision);
            Verdict verdict = direction.judge(claimed);
            if (verdict.kind() == Verdict.Kind.DIFFERS) {
                String what =
                        candidate.derivativeOf("[" + j + "]", point.names().get(i));
                report(verdict, what, direction.order(claimed));
                return true;
            }
        }
        return false;
    }

    private void record(Verdict verdict, String what, double order) {
        boolean first = !kinds.contains(verdict.kind());
        ledger.compared(verdict.claimed());
        kinds.add(verdict.kind());
        if (verdict.kind() == Verdict.Kind.AGREES) {
            ledger.difference(verdict.distance());
        } else if (verdict.kind() == Verdict.Kind.DIFFERS) {
            report(verdict, what, order);
        } else if (first) {
            ledger.note(note(verdict, what));
        }
    }

    /** One such note for each input is enough. */
    private String note(Verdict verdict, String what) {
        String is = what + " is " + verdict.claimed();
        return switch (verdict.kind()) {
            case KINK ->
                "kink at " + point.text() + ": " + is + ", from the left " + rounded(verdict.left())
                        + ", from the right " + rounded(verdict.right());
            case SINGULAR -> "singular at " + point.text() + ": " + is;
            default -> "undecided at " + point.text() + ": " + is + ", and finite differences do not settle";
        };
    }

    private void report(Verdict verdict, String what, double order) {
        ledger.difference(verdict.distance());
        String message = what + " is " + verdict.claimed() + " by the generated derivative, but " + expected(verdict)
                + " by finite differences" + remainder(order);
        ledger.finding(new Finding(
                "finite differences", message, point.text(), sample, verdict.claimed(), verdict.expected()));
    }

    private static String expected(Verdict verdict) {
        return verdict.left() == verdict.right() || Double.isNaN(verdict.left())
                ? rounded(verdict.expected())
                : rounded(verdict.left()) + " from the left and " + rounded(verdict.right()) + " from the right";
    }

    /** The order says something only where the error stands out from the curvature. */
    private static String remainder(double order) {
        return order < 1.5
                ? String.format(Locale.ROOT, " (the Taylor remainder is of order %.1f instead of 2)", order)
                : "";
    }

    /** Finite differences have about ten digits at best. */
    private static String rounded(double value) {
        return Double.isFinite(value)
                ? new java.math.BigDecimal(value, new java.math.MathContext(9))
                        .stripTrailingZeros()
                        .toString()
                : Double.toString(value);
    }
}
