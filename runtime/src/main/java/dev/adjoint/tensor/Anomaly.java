package dev.adjoint.tensor;

/** Finds the operation whose gradient is NaN, and where its forward step was called. */
final class Anomaly {
    static volatile boolean enabled;

    private Anomaly() {}

    /** Remembers where an operation was called. */
    static void trace(Node n) {
        if (enabled) {
            n.trace = new Throwable("the forward call of " + n.shortName());
        }
    }

    /** Throws if the gradient for operand i holds a NaN. */
    static void check(Node n, Tensor g, int i) {
        if (enabled && hasNaN(g)) {
            IllegalStateException e = new IllegalStateException(
                    "Function '" + n.shortName() + "' returned nan values in its " + i + "th output." + where(n),
                    n.trace);
            throw e;
        }
    }

    private static String where(Node n) {
        if (n.trace == null) {
            return " The forward call was made before anomaly detection was enabled.";
        }
        for (StackTraceElement e : n.trace.getStackTrace()) {
            if (!e.getClassName().startsWith("dev.adjoint.tensor.")
                    || e.getClassName().endsWith("Test")) {
                return " Its forward call was at " + e + ".";
            }
        }
        return "";
    }

    private static boolean hasNaN(Tensor g) {
        for (double v : g.toDoubleArray()) {
            if (Double.isNaN(v)) {
                return true;
            }
        }
        return false;
    }
}
