package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.Differentiable.Row.guard;
import static dev.adjoint.processor.rules.Differentiable.Row.guarded;
import static dev.adjoint.processor.rules.Differentiable.Row.of;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import java.util.Map;

/**
 * Roots, powers, exponentials, logarithms, circular and hyperbolic functions. Partials use the result where that spares
 * a second evaluation. Source of the formulas: NIST Digital Library of Mathematical Functions, chapter 4.
 */
final class ElementaryRows {
    /** 1 / ln 10, rounded to nearest. */
    private static final double LOG10_E = 0.4342944819032518;

    private ElementaryRows() {}

    static void addTo(Map<String, Rule> rows) {
        roots(rows);
        exponentials(rows);
        circular(rows);
    }

    private static void roots(Map<String, Rule> rows) {
        rows.put(
                "sqrt",
                guarded(s -> s.seedOver(s.times(2, s.y()))).on(0.2, 4).at("The derivative of sqrt at 0 is +Infinity."));
        rows.put(
                "cbrt",
                guarded(s -> s.seedOver(s.times(s.times(3, s.y()), s.y())))
                        .on(-4, -0.3)
                        .on(0.3, 4)
                        .at("The derivative of cbrt at 0 is +Infinity."));
        rows.put(
                "hypot",
                of(s -> leg(s, 0), s -> leg(s, 1))
                        .on(0.5, 3, -3, 3)
                        .at("Both partial derivatives of hypot at (0, 0) are 0."));
        rows.put(
                "pow",
                of(ElementaryRows::base, guard(ElementaryRows::exponent))
                        .on(0.3, 3, -2, 3)
                        .at("The derivative of pow(x, 0) in x is 0, and that of pow(0, p) in p is 0 for p > 0."));
    }

    private static Operand leg(Site s, int k) {
        return s.unlessZero(s.y(), t -> t.seedTimes(t.over(t.arg(k), t.y())));
    }

    /** d x^p / dx = p * x^(p - 1), which is 0 for p = 0 even where x^(p - 1) is infinite. */
    private static Operand base(Site s) {
        if (s.arg(1) instanceof Literal literal && literal.value() instanceof Double p) {
            return literalPower(s, p);
        }
        return s.guarded(s.seed(), t -> t.guarded(t.arg(1), ElementaryRows::variablePower));
    }

    private static Operand variablePower(Site s) {
        Operand lower = s.call("pow", s.x(), s.minus(s.arg(1), s.number(1)));
        return s.seedTimes(s.times(s.arg(1), lower));
    }

    private static Operand literalPower(Site s, double p) {
        if (p == 0) {
            return s.zero();
        }
        if (p == 1 || p == 2) {
            return s.seedTimes(s.times(p, p == 1 ? s.number(1) : s.x()));
        }
        if (p == 3) {
            return s.seedTimes(s.times(s.times(3, s.x()), s.x()));
        }
        return s.guarded(s.seed(), t -> t.seedTimes(t.times(p, t.call("pow", t.x(), t.number(p - 1)))));
    }

    /** d x^p / dp = x^p * log x, which is 0 where x^p is 0 although log x is infinite there. */
    private static Operand exponent(Site s) {
        return s.unlessZero(s.y(), t -> t.seedTimes(t.times(t.y(), t.call("log", t.x()))));
    }

    private static void exponentials(Map<String, Rule> rows) {
        rows.put("exp", guarded(s -> s.seedTimes(s.y())).on(-3, 3).smooth());
        rows.put("expm1", guarded(s -> s.seedTimes(s.plus(1, s.y()))).on(-3, 3).smooth());
        rows.put("log", guarded(s -> s.seedOver(s.x())).on(0.2, 4).smooth());
        rows.put(
                "log10",
                guarded(s -> s.over(s.seedTimes(LOG10_E), s.x())).on(0.2, 4).smooth());
        rows.put("log1p", guarded(s -> s.seedOver(s.plus(1, s.x()))).on(-0.8, 4).smooth());
        rows.put(
                "sinh",
                guarded(s -> s.seedTimes(s.call("cosh", s.x()))).on(-3, 3).smooth());
        rows.put(
                "cosh",
                guarded(s -> s.seedTimes(s.call("sinh", s.x()))).on(-3, 3).smooth());
        rows.put(
                "tanh",
                of(s -> s.seedTimes(s.minus(1, s.times(s.y(), s.y()))))
                        .on(-3, 3)
                        .smooth());
    }

    private static void circular(Map<String, Rule> rows) {
        rows.put("sin", of(s -> s.seedTimes(s.call("cos", s.x()))).on(-3, 3).smooth());
        rows.put(
                "cos",
                of(s -> s.negative(s.seedTimes(s.call("sin", s.x())))).on(-3, 3).smooth());
        rows.put(
                "tan",
                of(s -> s.seedTimes(s.plus(1, s.times(s.y(), s.y()))))
                        .on(-1.2, 1.2)
                        .smooth());
        rows.put(
                "asin",
                guarded(s -> s.seedOver(cosineOfArc(s)))
                        .on(-0.9, 0.9)
                        .at("The derivative of asin at 1 and -1 is +Infinity."));
        rows.put(
                "acos",
                guarded(s -> s.negative(s.seedOver(cosineOfArc(s))))
                        .on(-0.9, 0.9)
                        .at("The derivative of acos at 1 and -1 is -Infinity."));
        rows.put(
                "atan",
                of(s -> s.seedOver(s.plus(1, s.times(s.x(), s.x())))).on(-4, 4).smooth());
        rows.put(
                "atan2",
                guarded(s -> turned(s, 1), s -> s.negative(turned(s, 0)))
                        .on(-3, 3, 0.5, 3)
                        .smooth());
    }

    /** sqrt(1 - x^2), where the factored form keeps its precision near 1 and -1. */
    private static Operand cosineOfArc(Site s) {
        return s.call("sqrt", s.times(s.minus(1, s.x()), s.plus(1, s.x())));
    }

    /** seed / h * (arg / h) with h = hypot(x, y), so that no square can overflow or vanish. */
    private static Operand turned(Site s, int k) {
        Operand h = s.call("hypot", s.arg(1), s.arg(0));
        return s.times(s.seedOver(h), s.over(s.arg(k), h));
    }
}
