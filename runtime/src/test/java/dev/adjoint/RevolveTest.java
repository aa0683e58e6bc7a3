package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevolveTest {
    /** A loop reversed on the schedule, as generated code does it. */
    private static final class Run {
        private final int slots;
        private final List<Integer> stored = new ArrayList<>();
        private final List<Integer> reversed = new ArrayList<>();
        private int most;
        private long advanced;

        Run(int steps, int slots) {
            this.slots = slots;
            int last = steps - 1;
            assertEquals(last + 1, onward(0, last, steps), "the forward sweep runs all steps");
            for (int step = last; step >= 0; step--) {
                int at = stored.remove(stored.size() - 1);
                assertEquals(step, onward(at, step, step), "the way ends before the step to be reversed");
                reversed.add(step);
            }
        }

        private int onward(int from, int last, int end) {
            int at = from;
            while (at < end) {
                stored.add(at);
                int next = Revolve.next(at, last, slots - stored.size());
                assertTrue(next > at && next <= end, () -> "from " + from + " to " + last);
                if (at < last) {
                    most = Math.max(most, stored.size());
                    advanced += next - at;
                }
                at = next;
            }
            return at;
        }
    }

    /** Griewank and Walther, Algorithm 799: Revolve, ACM TOMS 26 (2000), equation (3). */
    private static long fewest(int steps, int slots) {
        int r = 0;
        while (binomial((long) slots + r, r).compareTo(BigInteger.valueOf(steps)) < 0) {
            r++;
        }
        return (long) r * steps - binomial((long) slots + r, r - 1).longValueExact();
    }

    private static BigInteger binomial(long n, int k) {
        BigInteger result = k < 0 ? BigInteger.ZERO : BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }

    private static void isOptimal(int steps, int slots) {
        Run run = new Run(steps, slots);
        assertEquals(fewest(steps, slots), run.advanced, () -> steps + " steps, " + slots + " slots");
        assertTrue(run.most <= slots, () -> run.most + " states are stored in " + slots + " slots");
        assertEquals(steps, run.reversed.size());
        for (int i = 0; i < steps; i++) {
            assertEquals(steps - 1 - i, run.reversed.get(i));
        }
    }

    @Test
    void noScheduleNeedsFewerSteps() {
        for (int slots = 1; slots <= 9; slots++) {
            for (int steps = 1; steps <= 60; steps++) {
                isOptimal(steps, slots);
            }
        }
    }

    @Test
    void longLoopsAndManySlots() {
        isOptimal(100_000, 50);
        isOptimal(30_000, 3);
        isOptimal(300, 1);
        isOptimal(5_000, 5_000);
        isOptimal(5_000, Integer.MAX_VALUE);
    }

    @Test
    void theLongestLoopsDoNotOverflow() {
        int last = Integer.MAX_VALUE - 1;
        for (int free : new int[] {0, 1, 2, 3, 10, 1_000, 1_000_000, Integer.MAX_VALUE - 2}) {
            int next = Revolve.next(0, last, free);
            assertTrue(next > 0 && next <= last, () -> free + " free slots: " + next);
        }
    }

    @Test
    void nothingIsStoredWithoutAFreeSlot() {
        assertEquals(17, Revolve.next(3, 17, 0));
        assertEquals(18, Revolve.next(17, 17, 5));
    }
}
