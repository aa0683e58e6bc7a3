package dev.adjoint.check.numeric;

/** Compares claimed derivatives with finite differences. */
public final class Judge {
    /** An error bar is an estimate, not a bound: this many of them still count as agreement. */
    private static final double BARS = 10;
    /** A finite difference known less accurately than this (relative) decides nothing. */
    private static final double DECISIVE = 1e-3;
    /** Differences of quotients from both sides that are larger than this part of them make a kink. */
    private static final double APART = 1e-2;

    private final double tolerance;
    private final double floor;

    /**
     * Prepares comparisons.
     *
     * @param tolerance the relative distance allowed
     * @param floor derivatives below this magnitude count as 0, since the function's rounding hides them
     */
    public Judge(double tolerance, double floor) {
        this.tolerance = tolerance;
        this.floor = floor;
    }

    /** The verdict on a claimed derivative of the function that {@code differences} looks at. */
    public Verdict judge(double claimed, Differences differences) {
        Estimate central = differences.central();
        Estimate left = differences.left();
        Estimate right = differences.right();
        if (agrees(claimed, central) && decisive(central)) {
            boolean smooth = !decisive(left) || !decisive(right) || !apart(left, right);
            return smooth
                    ? verdict(Verdict.Kind.AGREES, claimed, central.value(), central.value())
                    : verdict(Verdict.Kind.KINK, claimed, left.value(), right.value());
        }
        if (!Double.isFinite(claimed)) {
            return singular(claimed, central, left, right);
        }
        if (apart(left, right)) {
            return kink(claimed, left, right);
        }
        return smooth(claimed, central.better(left).better(right));
    }

    private Verdict verdict(Verdict.Kind kind, double claimed, double left, double right) {
        return new Verdict(kind, claimed, left, right, floor);
    }

    private boolean agrees(double claimed, Estimate estimate) {
        double size = Math.max(Math.max(Math.abs(claimed), Math.abs(estimate.value())), floor);
        return Math.abs(claimed - estimate.value()) <= tolerance * size + BARS * estimate.error();
    }

    private boolean decisive(Estimate estimate) {
        return estimate.within(Math.max(DECISIVE, tolerance), floor);
    }

    private boolean apart(Estimate left, Estimate right) {
        double size = Math.max(Math.abs(left.value()), Math.abs(right.value()));
        double distance = Math.abs(left.value() - right.value());
        boolean oneDiverges = diverges(left, right) != diverges(right, left);
        return oneDiverges || distance > APART * Math.max(size, floor) + BARS * (left.error() + right.error());
    }

    /** Whether quotients do not settle; what is small beside the other side is 0. */
    private boolean diverges(Estimate side, Estimate other) {
        double beside = Double.isNaN(other.value()) ? 0 : APART * Math.abs(other.value());
        return !side.within(0.1, Math.max(floor, beside));
    }

    /** Where one side is not defined or jumps, the derivative is that of the other side. */
    private Verdict kink(double claimed, Estimate left, Estimate right) {
        if (diverges(left, right) || diverges(right, left)) {
            Estimate only = diverges(left, right) ? right : left;
            Verdict.Kind kind = agrees(claimed, only) ? Verdict.Kind.KINK : Verdict.Kind.DIFFERS;
            return verdict(kind, claimed, only.value(), only.value());
        }
        double low = Math.min(left.value(), right.value());
        double high = Math.max(left.value(), right.value());
        double margin = tolerance * Math.max(Math.abs(low), Math.abs(high)) + BARS * (left.error() + right.error());
        boolean between = claimed >= low - margin && claimed <= high + margin;
        return verdict(between ? Verdict.Kind.KINK : Verdict.Kind.DIFFERS, claimed, left.value(), right.value());
    }

    private Verdict singular(double claimed, Estimate central, Estimate left, Estimate right) {
        Estimate best = central.better(left).better(right);
        boolean finite = decisive(best) && !apart(left, right);
        Verdict.Kind kind = finite ? Verdict.Kind.DIFFERS : Verdict.Kind.SINGULAR;
        return verdict(kind, claimed, best.value(), best.value());
    }

    private Verdict smooth(double claimed, Estimate best) {
        Verdict.Kind kind = !decisive(best)
                ? undecided(claimed, best)
                : agrees(claimed, best) ? Verdict.Kind.AGREES : Verdict.Kind.DIFFERS;
        return verdict(kind, claimed, best.value(), best.value());
    }

    /** An inaccurate difference still shows that a claim is wrong if that lies far outside of its error bar. */
    private Verdict.Kind undecided(double claimed, Estimate best) {
        boolean far = Math.abs(claimed - best.value()) > 100 * BARS * best.error();
        return far ? Verdict.Kind.DIFFERS : Verdict.Kind.UNRESOLVED;
    }
}
