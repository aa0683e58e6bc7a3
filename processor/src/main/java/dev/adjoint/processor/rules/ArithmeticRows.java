package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.Differentiable.Row.NOTHING;
import static dev.adjoint.processor.rules.Differentiable.Row.of;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import java.util.List;
import java.util.Map;

/** Operators, conversions, and the methods that are arithmetic by another name. */
final class ArithmeticRows {
    private static final Partial SEED = Site::seed;
    private static final Partial NEGATIVE_SEED = s -> s.negative(s.seed());

    private ArithmeticRows() {}

    static void addTo(Map<String, Rule> rows) {
        rows.put(Op.Form.INFIX + "+", of(SEED, SEED).on(-3, 3, -3, 3).smooth());
        rows.put(Op.Form.INFIX + "-", of(SEED, NEGATIVE_SEED).on(-3, 3, -3, 3).smooth());
        rows.put(
                Op.Form.INFIX + "*",
                of(s -> s.seedTimes(s.arg(1)), s -> s.seedTimes(s.arg(0)))
                        .on(-3, 3, -3, 3)
                        .smooth());
        rows.put(Op.Form.INFIX + "/", quotient());
        rows.put(Op.Form.PREFIX + "-", of(NEGATIVE_SEED).on(-3, 3).smooth());
        rows.put(Op.Form.PREFIX + "+", of(SEED).on(-3, 3).smooth());
        rows.put(Op.Form.CAST + "cast", of(Site::seedConverted).on(-3, 3).smooth());
        rows.put(
                Op.Form.INFIX + "%", remainder().on(3.55, 3.7, 0.65, 0.68).at("The quotient of % counts as constant."));
        rows.put(
                "IEEEremainder",
                remainder().on(4.2, 4.3, 1.08, 1.12).at("The quotient of IEEEremainder counts as constant."));
        rows.put("dev.adjoint.valueOf", of(NOTHING, SEED).smooth());
        rows.put("sum", of(SEED, SEED).on(-3, 3, -3, 3).smooth());
        rows.put(
                "fma",
                of(s -> s.seedTimes(s.arg(1)), s -> s.seedTimes(s.arg(0)), SEED)
                        .on(-3, 3, -3, 3, -3, 3)
                        .smooth());
        rows.put(
                "scalb",
                of(s -> s.again(s.seed(), s.arg(1)), NOTHING).on(-3, 3, -2, 2).smooth());
        rows.put("toRadians", of(s -> s.seedTimes(Math.PI / 180)).on(-90, 90).smooth());
        rows.put("toDegrees", of(s -> s.seedTimes(180 / Math.PI)).on(-3, 3).smooth());
        rows.put("nextUp", of(SEED).on(-3, 3).smooth());
        rows.put("nextDown", of(SEED).on(-3, 3).smooth());
        rows.put("nextAfter", of(SEED, NOTHING).on(-3, -1, 1, 3).smooth());
    }

    /**
     * y = a / b: with q = seed / b, the contributions are q and -q * y; both use the one division. A reciprocal has all that
     * it takes in its result: -seed * y * y.
     */
    private static Rule quotient() {
        Partial numerator = s -> s.seedOver(s.arg(1));
        Partial denominator = s -> {
            Operand q = s.is(s.arg(0), 1) ? s.seedTimes(s.y()) : s.seedOver(s.arg(1));
            return s.times(s.negative(q), s.y());
        };
        return of(numerator, denominator).on(-3, 3, 0.5, 3).smooth();
    }

    /** y = a - n * b with an integer n; n is recovered exactly as (a - y) / b rounded. */
    private static Differentiable.Row remainder() {
        return of(SEED, s -> s.seedTimes(quotientOf(s)));
    }

    private static Operand quotientOf(Site s) {
        List<Operand> args = List.of(s.arg(0), s.arg(1));
        return s.rint(s.over(s.minus(s.y(), args.get(0)), args.get(1)));
    }
}
