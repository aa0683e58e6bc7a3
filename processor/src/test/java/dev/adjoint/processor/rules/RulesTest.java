package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests generated from the table: each row against differences of the function, and the table against the JDK. */
class RulesTest {
    /** Richardson's differences of a smooth function of size 1 to 100 are good to about 1e-10; a tenth is left for growth. */
    private static final double DIFFERENCES = 1e-8;

    /** The same in float, computed in double from the same row: the rounding of a float, times a few operations. */
    private static final double FLOAT = 1e-5;

    private static final double[] PARTS = {0, 0.13, 0.38, 0.5, 0.71, 0.94, 1};

    @TestFactory
    Stream<DynamicTest> everyMethodOfMathIsInTheTable() {
        return Operations.methods().stream()
                .map(op -> DynamicTest.dynamicTest(op.toString(), () -> {
                    assertTrue(Rules.isListed(op), "no row");
                    assertEquals(op.name().endsWith(".random"), Rules.of(op) instanceof Rule.Refused);
                }));
    }

    @TestFactory
    Stream<DynamicTest> partialsAgreeWithDifferences() {
        return differentiable()
                .map(op -> DynamicTest.dynamicTest(op.toString(), () -> {
                    for (List<Interval> box : row(op).domains()) {
                        points(box).forEach(point -> compare(op, point));
                    }
                }));
    }

    private static Stream<Op> differentiable() {
        return Operations.all().stream().filter(op -> Rules.of(op) instanceof Differentiable);
    }

    private static Differentiable row(Op op) {
        return (Differentiable) Rules.of(op);
    }

    private static Stream<double[]> points(List<Interval> box) {
        Stream<double[]> points = Stream.of(new double[0]);
        for (int i = 0; i < box.size(); i++) {
            Interval interval = box.get(i);
            points = points.flatMap(head -> Stream.of(append(head, interval, PARTS)));
        }
        return points;
    }

    private static double[][] append(double[] head, Interval interval, double[] parts) {
        double[][] all = new double[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            all[i] = java.util.Arrays.copyOf(head, head.length + 1);
            all[i][head.length] = (float) interval.at(parts[i]);
        }
        return all;
    }

    private static void compare(Op op, double[] point) {
        for (int k = 0; k < point.length; k++) {
            if (op.parameters().get(k).isFloating()) {
                double expected = row(op).passes(k) ? slope(op, k, point) : 0;
                boolean single = op.parameters().contains(Primitive.FLOAT) || op.result() == Primitive.FLOAT;
                double tolerance = (single ? FLOAT : DIFFERENCES) * Math.max(1, Math.abs(expected));
                Sample sample = Sample.of(op);
                assertEquals(expected, sample.partial(k, point), tolerance, () -> "at " + List.of(point[0]));
                assertEquals(expected, sample.partialWithLiterals(k, point), tolerance);
                assertEquals(-1.5 * expected, sample.contribution(k, -1.5, point), 1.5 * tolerance);
            }
        }
    }

    /** Differences are taken in double; the float overloads compute the same functions. */
    private static double slope(Op op, int k, double[] point) {
        Sample wide = Sample.of(widened(op));
        return Differences.slope(
                t -> {
                    double[] moved = point.clone();
                    moved[k] = t;
                    return wide.value(moved);
                },
                point[k]);
    }

    private static Op widened(Op op) {
        List<Primitive> parameters = op.parameters().stream()
                .map(p -> p == Primitive.FLOAT ? Primitive.DOUBLE : p)
                .toList();
        return new Op(op.name(), op.form(), parameters, Primitive.DOUBLE);
    }

    @Test
    void aConversionGivesTheTypeOfTheOtherEnd() {
        Sample narrowing = Sample.of(Op.cast(Primitive.DOUBLE, Primitive.FLOAT));
        assertEquals(0.1f, narrowing.contribution(0, 0.1, Primitive.DOUBLE, 1));
        assertEquals((double) 0.1f, narrowing.contribution(0, 0.1, Primitive.FLOAT, 1));
    }

    @Test
    void nothingPassesThroughIntegers() {
        assertFalse(Rules.of(Op.cast(Primitive.DOUBLE, Primitive.INT)).passes(0));
        assertFalse(Rules.of(Op.cast(Primitive.INT, Primitive.DOUBLE)).passes(0));
        assertFalse(Rules.of(Op.infix("*", Primitive.INT)).passes(0));
        assertFalse(Rules.of(Op.compare("<", Primitive.DOUBLE)).passes(0));
    }

    @Test
    void anUnknownFunctionOfNumbersIsRefused() {
        Op unknown = Op.call("demo.Lib.erf", List.of(Primitive.DOUBLE), Primitive.DOUBLE);
        assertInstanceOf(Rule.Refused.class, Rules.of(unknown));
    }

    @Test
    void whatAPartialReadsIsReadOffTheRow() {
        assertEquals(new Needs(java.util.Set.of(), true), needs(Operations.math("exp", 1), 0));
        assertEquals(new Needs(java.util.Set.of(1), false), needs(Op.infix("*", Primitive.DOUBLE), 0));
        assertEquals(new Needs(java.util.Set.of(1), true), needs(Op.infix("/", Primitive.DOUBLE), 1));
        assertEquals(new Needs(java.util.Set.of(), false), needs(Op.infix("+", Primitive.DOUBLE), 1));
        assertEquals(new Needs(java.util.Set.of(0, 1), false), needs(Operations.math("pow", 2), 0));
    }

    private static Needs needs(Op op, int k) {
        List<dev.adjoint.processor.ir.Operand> args = new java.util.ArrayList<>();
        op.parameters().forEach(p -> args.add(new dev.adjoint.processor.ir.Var("x", p)));
        return row(op).needs(op, k, args, ActiveMask.ALL);
    }
}
