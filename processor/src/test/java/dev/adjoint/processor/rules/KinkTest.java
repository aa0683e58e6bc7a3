package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.Operations.math;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conventions at kinks and poles, one line each, exact. */
class KinkTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void absAndRoots() {
        assertEquals(0, Sample.of(math("abs", 1)).partial(0, 0));
        assertEquals(INFINITY, Sample.of(math("sqrt", 1)).partial(0, 0));
        assertEquals(INFINITY, Sample.of(math("cbrt", 1)).partial(0, 0));
        assertEquals(0, Sample.of(math("hypot", 2)).partial(0, 0, 0));
        assertEquals(0, Sample.of(math("hypot", 2)).partial(1, 0, 0));
    }

    @Test
    void tiesAreSharedByActiveOperands() {
        for (String name : new String[] {"max", "min"}) {
            Sample both = Sample.of(math(name, 2));
            assertEquals(0.5, both.partial(0, 2, 2));
            assertEquals(0.5, both.partial(1, 2, 2));
            assertEquals(0, both.with(ActiveMask.only(0)).partial(0, 2, 2));
            assertEquals(0, both.with(ActiveMask.only(1)).partial(1, 2, 2));
        }
    }

    @Test
    void aNotANumberLetsTheDerivativePass() {
        Sample max = Sample.of(math("max", 2));
        assertEquals(1, max.partial(0, Double.NaN, 2));
        assertEquals(1, max.with(ActiveMask.only(1)).partial(1, 0, Double.NaN));
    }

    @Test
    void powers() {
        Sample pow = Sample.of(math("pow", 2));
        assertEquals(0, pow.partial(0, 0, 2.5));
        assertEquals(1, pow.partial(0, 0, 1));
        assertEquals(0, pow.partial(0, 0, 0));
        assertEquals(0, pow.partial(0, INFINITY, 0));
        assertEquals(INFINITY, pow.partial(0, 0, 0.5));
        assertEquals(0, pow.partial(1, 0, 2));
        assertEquals(Double.NaN, pow.partial(1, -2, 2));
        assertEquals(12, pow.partial(0, -2, 3));
    }

    @Test
    void literalPowers() {
        Sample pow = Sample.of(math("pow", 2));
        for (double p : new double[] {-1, 0, 0.5, 1, 2, 3, 4}) {
            assertEquals(pow.partial(0, 0, p), pow.partialWithLiterals(0, 0, p), "exponent " + p);
        }
        assertEquals(75, pow.partialWithLiterals(0, 5, 3));
    }

    @Test
    void remaindersKeepTheQuotient() {
        Op remainder = Op.infix("%", Primitive.DOUBLE);
        assertEquals(-3, Sample.of(remainder).partial(1, 0.7, 0.2));
        assertEquals(3, Sample.of(remainder).partial(1, -0.7, 0.2));
        assertEquals(1, Sample.of(remainder).partial(0, -0.7, 0.2));
        assertEquals(-4, Sample.of(math("IEEEremainder", 2)).partial(1, 0.75, 0.2));
        assertEquals(-3, Sample.of(Op.infix("%", Primitive.FLOAT)).partial(1, 0.7f, 0.2f));
    }

    @Test
    void formulasDoNotOverflowWhereTheDerivativeDoesNot() {
        assertEquals(0.6, Sample.of(math("hypot", 2)).partial(0, 3e200, 4e200), 1e-15);
        assertEquals(0.16e-200, Sample.of(math("atan2", 2)).partial(0, 3e200, 4e200), 1e-215);
        assertEquals(0.16e200, Sample.of(math("atan2", 2)).partial(0, 3e-200, 4e-200), 1e185);
        assertEquals(0, Sample.of(math("atan", 1)).partial(0, 1e200));
    }

    /** An element that does not influence the result never poisons the gradient. */
    @TestFactory
    Stream<DynamicTest> aZeroSeedGivesZeroEvenAtPoles() {
        return Stream.of(
                pole("sqrt", 0, 0),
                pole("sqrt", 0, -1),
                pole("cbrt", 0, 0),
                pole("log", 0, 0),
                pole("log10", 0, 0),
                pole("log1p", 0, -1),
                pole("exp", 0, 800),
                pole("expm1", 0, 800),
                pole("sinh", 0, 800),
                pole("cosh", 0, 800),
                pole("asin", 0, 1),
                pole("acos", 0, -1),
                pole("pow", 0, 0, 0.5),
                pole("pow", 0, -1, 0.5),
                pole("pow", 1, -1, 2),
                pole("pow", 0, 1e300, 2.5),
                pole("hypot", 0, 0, 0),
                pole("atan2", 0, 0, 0),
                pole("atan2", 1, 0, 0));
    }

    private static DynamicTest pole(String name, int k, double... args) {
        return DynamicTest.dynamicTest(name, () -> {
            assertEquals(0, Sample.of(math(name, args.length)).contribution(k, 0, args));
            assertEquals(0, Sample.of(math(name, args.length)).contribution(k, -0.0, args));
        });
    }

    @Test
    void clampIsMinOfMax() {
        Op clamp = math("clamp", 3);
        org.junit.jupiter.api.Assumptions.assumeTrue(Operations.methods().contains(clamp), "clamp came with Java 21");
        assertEquals(0.5, Sample.of(clamp).partial(0, 1, 1, 2));
        assertEquals(0.5, Sample.of(clamp).partial(1, 1, 1, 2));
        assertEquals(0, Sample.of(clamp).with(ActiveMask.only(0)).partial(0, 1, 1, 2));
        assertEquals(0.5, Sample.of(clamp).partial(2, 2, 1, 2));
        assertEquals(1, Sample.of(clamp).partial(0, 1.5, 1, 2));
    }
}
