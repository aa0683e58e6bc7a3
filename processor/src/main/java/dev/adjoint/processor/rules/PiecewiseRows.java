package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.Differentiable.Row.NOTHING;
import static dev.adjoint.processor.rules.Differentiable.Row.of;

import dev.adjoint.processor.ir.Operand;
import java.util.List;
import java.util.Map;

/** Functions that are put together of pieces, and those without a derivative to speak of. */
final class PiecewiseRows {
    private PiecewiseRows() {}

    static void addTo(Map<String, Rule> rows) {
        selections(rows);
        constants(rows);
        rows.put(
                "random",
                new Rule.Refused("its value differs from call to call, so that a derivative would belong to another"
                        + " value than the one computed; pass the random number as a parameter"));
    }

    private static void selections(Map<String, Rule> rows) {
        rows.put(
                "abs",
                of(s -> s.seedTimes(s.call("signum", s.x())))
                        .on(-3, -1)
                        .on(1, 3)
                        .at("The derivative of abs at 0 is 0."));
        rows.put(
                "max",
                of(s -> selected(s, 0, "<"), s -> selected(s, 1, "<"))
                        .on(-3, -1, 1, 3)
                        .on(1, 3, -3, -1)
                        .at(tie("max")));
        rows.put(
                "min",
                of(s -> selected(s, 0, ">"), s -> selected(s, 1, ">"))
                        .on(-3, -1, 1, 3)
                        .on(1, 3, -3, -1)
                        .at(tie("min")));
        rows.put(
                "clamp",
                of(s -> throughBoth(s, 0), s -> throughBoth(s, 1), PiecewiseRows::upper)
                        .on(-2, -1.6, -1.5, -1, 1, 2)
                        .on(-0.9, 0.9, -1.5, -1, 1, 2)
                        .on(2.1, 3, -1.5, -1, 1, 2)
                        .at("The derivative of clamp is that of min(max(value, lower), upper)."));
        rows.put(
                "copySign",
                of(PiecewiseRows::sign, NOTHING)
                        .on(-3, -1, 1, 3)
                        .on(-3, -1, -3, -1)
                        .at("The derivative of copySign in its first argument at 0 is 0, in its second always."));
    }

    private static String tie(String name) {
        return "Where the arguments of " + name + " are equal, each gets half of the derivative; if one of them is"
                + " not differentiated, that one gets all.";
    }

    /** The seed where argument k is selected; a NaN in either argument lets it pass. */
    private static Operand selected(Site s, int k, String loses) {
        Partial nothing = NOTHING;
        if (!s.isActive(1 - k)) {
            return s.choose(loses + "=", s.arg(k), s.arg(1 - k), nothing, Site::seed);
        }
        Partial tieOrAll = t -> t.choose("==", t.arg(k), t.arg(1 - k), u -> u.seedTimes(0.5), Site::seed);
        return s.choose(loses, s.arg(k), s.arg(1 - k), nothing, tieOrAll);
    }

    /** clamp(v, l, u) = min(max(v, l), u) by v or l. */
    private static Operand throughBoth(Site s, int k) {
        Operand raised = s.call("max", s.arg(0), s.arg(1));
        ActiveMask mask = i -> i == 0 || s.isActive(2);
        Operand inner = selected(s.of(List.of(raised, s.arg(2)), s.y(), mask), 0, ">");
        return selected(s.seeded(inner), k, "<");
    }

    /** clamp(v, l, u) = min(max(v, l), u) by u. */
    private static Operand upper(Site s) {
        Operand raised = s.call("max", s.arg(0), s.arg(1));
        ActiveMask mask = i -> i == 1 || s.isActive(0) || s.isActive(1);
        return selected(s.of(List.of(raised, s.arg(2)), s.y(), mask), 1, ">");
    }

    /** copySign(x, s) = |x| * sign of s. */
    private static Operand sign(Site s) {
        Operand ofSecond = s.call("copySign", s.number(1), s.arg(1));
        return s.seedTimes(s.times(s.call("signum", s.x()), ofSecond));
    }

    private static void constants(Map<String, Rule> rows) {
        for (String name : List.of("floor", "ceil", "rint", "round", "signum", "ulp", "getExponent")) {
            rows.put(name, new Rule.PiecewiseConstant("The derivative of " + name + " is 0 everywhere."));
        }
    }
}
