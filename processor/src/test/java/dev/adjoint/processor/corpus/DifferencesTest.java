package dev.adjoint.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What differences say where a step meets a kink, a jump or a narrower type, and how sure they are of it. */
class DifferencesTest {
    private static Differences of(DoubleUnaryOperator function, boolean single) {
        return Differences.of(h -> new double[] {function.applyAsDouble(h)}, single);
    }

    private static void is(double slope, double tolerance, Differences found) {
        assertEquals(slope, found.derivative()[0], tolerance);
        assertTrue(found.error()[0] <= tolerance, () -> "error " + found.error()[0]);
    }

    private static void unsure(Differences found) {
        assertTrue(found.error()[0] > 0.1, () -> found.derivative()[0] + " with error " + found.error()[0]);
    }

    @Test
    void smoothFunctionsAreSeenToManyDigits() {
        is(Math.cos(0.3), 1e-10, of(h -> Math.sin(0.3 + h), false));
        is(3e4, 1e-2, of(h -> Math.expm1(3e4 * h), false));
    }

    @Test
    void whatDoesNotDependHasNoSlope() {
        is(0, 0, of(h -> 1e9 / 3, false));
    }

    @Test
    void kinksNearbyAreSteppedShortOf() {
        for (double kink = 0x1p-15; kink < 1; kink *= 1.25) {
            double at = kink;
            is(1, 1e-6, of(h -> Math.min(h, at) + 2, false));
            is(0, 0, of(h -> Math.max(h, at), false));
            is(1, 1e-6, of(h -> Math.sin(2 * h) + Math.abs(h - at), false));
            is(0, 1e-6, of(h -> h < -at ? 1 : 2, false));
        }
    }

    @Test
    void kinksNearbyAreSteppedShortOfBesideNumbersOfTypeFloat() {
        for (double kink = 0x1p-9; kink < 1; kink *= 1.25) {
            double at = kink;
            is(1, 2e-2, of(h -> Math.min(h, at), true));
            is(0, 2e-2, of(h -> Math.max(h, at), true));
            is(1, 2e-2, of(h -> Math.sin(2 * h) + Math.abs(h - at), true));
            is(0.5, 2e-2, of(h -> (float) Math.min(0.5 * (float) h, at) + 1, true));
        }
    }

    @Test
    void kinksAtThePlaceItselfAreNoted() {
        unsure(of(Math::abs, false));
        unsure(of(h -> Math.max(h, 3 * h), true));
        unsure(of(h -> h > 0 ? 1 : 0, false));
    }

    /** Of small size, so that the slopes of its values over the larger steps are all but zero. */
    @Test
    void swingsThatNoStepCanFollowAreNoted() {
        unsure(of(h -> 1e-10 * Math.sin(1e20 * (0.3 + h)), false));
    }

    @Test
    void numbersOfTypeFloatAreSeenByLargeSteps() {
        is(Math.cos(0.3), 1e-3, of(h -> (float) Math.sin((float) (0.3 + h)), true));
        is(1, 1e-2, of(h -> (float) (1000 + h), true));
        is(1, 1e-2, of(h -> (float) (1000 + h) - 1000, true));
        is(1.001, 1e-4, of(h -> h + (float) (3 + 0.001 * h), true));
        is(0.001, 1e-4, of(h -> (float) (3 + 0.001 * h), true));
    }
}
