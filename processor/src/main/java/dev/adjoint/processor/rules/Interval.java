package dev.adjoint.processor.rules;

/** A closed interval from which a test takes arguments. */
public record Interval(double from, double to) {
    public Interval {
        if (!(from < to)) {
            throw new IllegalArgumentException("the interval [" + from + ", " + to + "] is empty");
        }
    }

    /** The point that lies this part of the way through the interval. */
    public double at(double part) {
        return from + part * (to - from);
    }
}
