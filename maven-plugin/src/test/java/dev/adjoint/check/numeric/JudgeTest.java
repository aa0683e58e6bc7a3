package dev.adjoint.check.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.check.numeric.Verdict.Kind;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final double NOISE = 4 * Math.ulp(1d);

    private static Kind judge(DoubleUnaryOperator f, double claimed) {
        Differences differences = new Differences(f, 1, NOISE, Differences.Steps.DOUBLE);
        return new Judge(1e-6, NOISE / 1e-6).judge(claimed, differences).kind();
    }

    @Test
    void smoothFunctions() {
        assertEquals(Kind.AGREES, judge(t -> Math.exp(1 + t), Math.E));
        assertEquals(Kind.DIFFERS, judge(t -> Math.exp(1 + t), Math.E * (1 + 1e-4)));
        assertEquals(Kind.AGREES, judge(t -> 3, 0));
        assertEquals(Kind.DIFFERS, judge(t -> 3, 1e-3));
        assertEquals(Kind.AGREES, judge(t -> 5 * t, 5));
    }

    @Test
    void steepAndNarrow() {
        assertEquals(Kind.AGREES, judge(t -> Math.sin(1e4 * t), 1e4));
        assertEquals(Kind.AGREES, judge(t -> Math.log(1e-4 + t), 1e4));
    }

    @Test
    void kinks() {
        assertEquals(Kind.KINK, judge(t -> Math.max(0, t), 0));
        assertEquals(Kind.KINK, judge(t -> Math.max(0, t), 1));
        assertEquals(Kind.DIFFERS, judge(t -> Math.max(0, t), -1));
        assertEquals(Kind.KINK, judge(t -> t < 0 ? 0 : 1 + t, 1));
        assertEquals(Kind.DIFFERS, judge(t -> t < 0 ? 0 : 1 + t, 7));
    }

    @Test
    void edgesOfTheDomainAreJudgedFromInside() {
        DoubleUnaryOperator half = t -> t < 0 ? Double.NaN : Math.exp(t);
        assertEquals(Kind.KINK, judge(half, 1));
        assertEquals(Kind.DIFFERS, judge(half, 2));
    }

    @Test
    void infiniteDerivatives() {
        assertEquals(Kind.SINGULAR, judge(t -> t < 0 ? Double.NaN : Math.sqrt(t), Double.POSITIVE_INFINITY));
        assertEquals(Kind.SINGULAR, judge(Math::cbrt, Double.POSITIVE_INFINITY));
        assertEquals(Kind.DIFFERS, judge(Math::sin, Double.NaN));
    }

    /** Results of an inner iteration with a tolerance of 1e-9: too noisy to decide, but never a reason to fail. */
    @Test
    void noiseIsNoFailure() {
        for (long seed = 0; seed < 500; seed++) {
            long salt = seed;
            DoubleUnaryOperator noisy = t -> Math.sin(1 + t) + 1e-9 * noise(t, salt);
            Kind kind = judge(noisy, Math.cos(1));
            assertTrue(kind == Kind.AGREES || kind == Kind.UNRESOLVED, seed + ": " + kind);
            assertEquals(Kind.DIFFERS, judge(noisy, 1.01 * Math.cos(1)), () -> "seed " + salt);
        }
    }

    private static double noise(double t, long salt) {
        return new SplittableRandom(Double.doubleToLongBits(t) * 31 + salt).nextDouble(-1, 1);
    }

    @Test
    void theRemainderTellsRightFromWrong() {
        assertEquals(2, Taylor.order(t -> Math.exp(t), 1, 1, NOISE), 0.1);
        assertEquals(1, Taylor.order(t -> Math.exp(t), 1.1, 1, NOISE), 0.1);
        assertTrue(Double.isNaN(Taylor.order(t -> 3 * t, 3, 1, NOISE)));
    }
}
