package dev.adjoint.processor.simplify;

/**
 * A row of the table of rewrites.
 *
 * @param kind where it may be used
 * @param text the rule as it is written: {@code "from = to"}
 * @param from what is replaced
 * @param to what it is replaced by
 */
record Rewrite(Kind kind, String text, Pattern from, Pattern to) {
    /** Where a rule may be used. */
    enum Kind {
        /** On any floating-point value: every bit stays, also for infinities and signed zeros; NaN stays NaN. */
        EXACT,
        /** On derivatives only: finite values stay the same real number. */
        DERIVATIVE,
        /** On {@code int} and {@code long}, whose arithmetic wraps around. */
        INTEGRAL
    }

    static Rewrite of(Kind kind, String text) {
        String[] sides = text.split(" = ");
        return new Rewrite(kind, text, Pattern.parse(sides[0]), Pattern.parse(sides[1]));
    }

    /** The operator that the rule begins with. */
    String symbol() {
        return ((Pattern.Operation) from).symbol();
    }
}
