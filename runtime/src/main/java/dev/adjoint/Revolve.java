package dev.adjoint;

/**
 * The schedule of binomial checkpointing, for generated code: which states of a loop are stored, so that its steps can be
 * reversed one by one, from the last to the first, with as few steps run again as the number of stored states allows.
 * Griewank and Walther, Algorithm 799: Revolve, ACM TOMS 26 (2000); the numbers follow from &beta;(s, r) =
 * (s + r)! / (s! r!), which is how many steps can be reversed with {@code s} stored states, the initial one included, if
 * none is run more than {@code r} times before it is reversed.
 */
public final class Revolve {
    private Revolve() {}

    /**
     * Where to store the next state. The state before a step is at hand and stored, and the step to be reversed next is a
     * later one.
     *
     * @param at the step that the state is before
     * @param last the step that is to be reversed next
     * @param free how many more states can be stored
     * @return the step before which the next state is to be stored, after {@code at} and before {@code last}; {@code last}
     *     itself if nothing more is stored on the way to it; {@code last + 1} if {@code at} is {@code last}
     */
    public static int next(int at, int last, int free) {
        int steps = last - at + 1;
        if (steps <= 2 || free <= 0) {
            return Math.max(last, at + 1);
        }
        long states = free + 1L;
        int repetitions = 1;
        long reach = states + 1;
        while (reach < steps) {
            repetitions++;
            reach = reach * (states + repetitions) / repetitions;
        }
        long before = before(reach, repetitions, states);
        return at + (int) Math.min(before, steps - afterLeast(before, repetitions, states));
    }

    /** &beta;(s, r - 1): how many steps can come before the next state. */
    private static long before(long reach, int repetitions, long states) {
        return reach * repetitions / (states + repetitions);
    }

    /** &beta;(s - 1, r - 1): how many steps come after it at least. */
    private static long afterLeast(long before, int repetitions, long states) {
        return before * states / (states + repetitions - 1);
    }
}
