package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;

/**
 * The search for a point along a direction that meets the strong Wolfe conditions (Nocedal and Wright, algorithms 3.5
 * and 3.6), with the safeguards of PyTorch's implementation: first an interval that holds such a point is found by
 * growing steps, then it is made smaller.
 */
final class LineSearch {
    /** The share of the initial slope by which the loss must fall. */
    private static final double C1 = 1e-4;

    /** The share of the initial slope to which the slope must fall. */
    private static final double C2 = 0.9;

    private static final double TOLERANCE_CHANGE = 1e-9;
    private static final int MAX_TRIALS = 25;

    private final Objective objective;
    private final Tensor start;
    private final Tensor direction;
    private Point first = new Point(0, 0, Tensor.zeros(0), 0);
    private int trials;
    private int evaluations;
    private boolean done;

    /** A point on the line: its place, and there the loss, its gradient and its slope along the line. */
    record Point(double t, double loss, Tensor gradient, double slope) {}

    LineSearch(Objective objective, Tensor direction) {
        this.objective = objective;
        this.start = objective.parameters().values();
        this.direction = direction;
    }

    /** How often the loss was evaluated. */
    int evaluations() {
        return evaluations;
    }

    /** Searches from a first trial t, with loss, gradient and slope at 0. */
    Point run(double t, double loss, Tensor gradient, double slope) {
        first = new Point(0, loss, gradient, slope);
        Point[] bracket = bracket(evaluate(t));
        return done ? bracket[0] : zoom(bracket);
    }

    private Point evaluate(double t) {
        evaluations++;
        return objective.at(start, direction, t);
    }

    private boolean fallsTooLittle(Point p) {
        return p.loss > first.loss + C1 * p.t * first.slope;
    }

    private boolean isLevel(Point p) {
        return Math.abs(p.slope) <= -C2 * first.slope;
    }

    private Point[] bracket(Point trial) {
        Point previous = first;
        Point now = trial;
        for (; trials < MAX_TRIALS; trials++) {
            if (fallsTooLittle(now) || (trials > 1 && now.loss >= previous.loss)) {
                return new Point[] {previous, now};
            }
            if (isLevel(now)) {
                done = true;
                return new Point[] {now};
            }
            if (now.slope >= 0) {
                return new Point[] {previous, now};
            }
            double least = now.t + 0.01 * (now.t - previous.t);
            double next = cubicMinimum(previous, now, least, 10 * now.t);
            previous = now;
            now = evaluate(next);
        }
        return new Point[] {first, now};
    }

    private Point zoom(Point[] bracket) {
        double size = direction.abs().amax().item();
        boolean stuck = false;
        int low = bracket[0].loss <= bracket[1].loss ? 0 : 1;
        while (!done && trials < MAX_TRIALS && width(bracket) * size >= TOLERANCE_CHANGE) {
            double min = Math.min(bracket[0].t, bracket[1].t);
            double max = Math.max(bracket[0].t, bracket[1].t);
            double t = cubicMinimum(bracket[0], bracket[1], min, max);
            double margin = 0.1 * (max - min);
            if (Math.min(max - t, t - min) < margin) {
                boolean inward = stuck || t >= max || t <= min;
                t = !inward ? t : Math.abs(t - max) < Math.abs(t - min) ? max - margin : min + margin;
                stuck = !inward;
            } else {
                stuck = false;
            }
            low = narrow(bracket, low, evaluate(t));
            trials++;
        }
        return bracket[low];
    }

    private static double width(Point[] bracket) {
        return Math.abs(bracket[1].t - bracket[0].t);
    }

    /** Replaces an end of the interval by a point inside; returns which end is the lower one then. */
    private int narrow(Point[] bracket, int low, Point p) {
        int high = 1 - low;
        if (fallsTooLittle(p) || p.loss >= bracket[low].loss) {
            bracket[high] = p;
            return bracket[0].loss <= bracket[1].loss ? 0 : 1;
        }
        if (isLevel(p)) {
            done = true;
        } else if (p.slope * (bracket[high].t - bracket[low].t) >= 0) {
            bracket[high] = bracket[low];
        }
        bracket[low] = p;
        return low;
    }

    /** Where the cubic through two points with their slopes is smallest, within bounds; their middle if nowhere. */
    private static double cubicMinimum(Point a, Point b, double min, double max) {
        double d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.t - b.t);
        double square = d1 * d1 - a.slope * b.slope;
        if (!(square >= 0)) {
            return (min + max) / 2;
        }
        double d2 = Math.sqrt(square);
        double at = a.t <= b.t
                ? b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
                : a.t - (a.t - b.t) * ((a.slope + d2 - d1) / (a.slope - b.slope + 2 * d2));
        return Math.min(Math.max(at, min), max);
    }
}
