package dev.adjoint.check.numeric;

/**
 * How a claimed derivative compares with finite differences.
 *
 * @param kind which way it went
 * @param claimed the claimed derivative
 * @param left the derivative from the left, equal to {@code right} where the function is smooth
 * @param right the derivative from the right
 * @param floor derivatives below this magnitude cannot be told from 0
 */
public record Verdict(Kind kind, double claimed, double left, double right, double floor) {
    /** The ways it can go. */
    public enum Kind {
        /** The numbers agree. */
        AGREES,
        /** Left and right differ, and the claim is one of them or lies between. */
        KINK,
        /** Claimed and true derivative are infinite or undefined. */
        SINGULAR,
        /** Finite differences are too inaccurate to decide. */
        UNRESOLVED,
        /** The numbers differ although finite differences are accurate. */
        DIFFERS
    }

    /** The number the claim is held against: the nearer one of both sides. */
    public double expected() {
        return Math.abs(claimed - left) < Math.abs(claimed - right) ? left : right;
    }

    /** The distance from what was expected, relative to the larger of both. */
    public double distance() {
        double size = Math.max(Math.max(Math.abs(claimed), Math.abs(expected())), floor);
        return size == 0 ? 0 : Math.abs(claimed - expected()) / size;
    }
}
