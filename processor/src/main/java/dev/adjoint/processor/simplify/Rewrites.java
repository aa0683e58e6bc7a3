package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of rewrites. The first rule that fits is used. */
final class Rewrites {
    private static final List<String> EXACT = List.of(
            "x * 1 = x",
            "1 * x = x",
            "x / 1 = x",
            "x * -1 = -x",
            "-1 * x = -x",
            "x / -1 = -x",
            "-(-x) = x",
            "x - 0 = x",
            "x + -0 = x",
            "-0 + x = x",
            "(-x) * (-y) = x * y",
            "(-x) * c = x * (-c)",
            "c * (-x) = (-c) * x",
            "(-x) * y = -(x * y)",
            "x * (-y) = -(x * y)",
            "(-x) / (-y) = x / y",
            "(-x) / y = -(x / y)",
            "x / (-y) = -(x / y)",
            "x + (-y) = x - y",
            "(-x) + y = y - x",
            "x - (-y) = x + y");

    private static final List<String> DERIVATIVE = List.of(
            "0 * x = 0",
            "x * 0 = 0",
            "0 / x = 0",
            "x + 0 = x",
            "0 + x = x",
            "0 - x = -x",
            "x - x = 0",
            "-[x - y] = y - x",
            "-[c * x] = (-c) * x",
            "-[c / x] = (-c) / x",
            "x * [1 / y] = x / y",
            "[1 / x] * y = y / x",
            "c / (d * x) = (c / d) / x",
            "c * (d / x) = (c * d) / x",
            "c * [x / y] = (c * x) / y",
            "x * c = c * x",
            "c + x = x + c");

    private static final List<String> INTEGRAL = List.of(
            "x + 0 = x",
            "0 + x = x",
            "x - 0 = x",
            "x * 1 = x",
            "1 * x = x",
            "x / 1 = x",
            "x * 0 = 0",
            "0 * x = 0",
            "x - x = 0",
            "-(-x) = x",
            "x + (-y) = x - y",
            "x - (-y) = x + y",
            "(x + c) + d = x + (c + d)",
            "(x + c) - d = x + (c - d)",
            "(x - c) + d = x + (d - c)",
            "(x - c) - d = x - (c + d)",
            "(x + y) - y = x",
            "(x + y) - x = y",
            "x - (x - y) = y",
            "(x - y) + y = x");

    static final List<Rewrite> ALL = all();
    private static final Map<String, List<Rewrite>> BY_SYMBOL = bySymbol();

    private Rewrites() {}

    private static List<Rewrite> all() {
        List<Rewrite> all = new ArrayList<>();
        EXACT.forEach(text -> all.add(Rewrite.of(Rewrite.Kind.EXACT, text)));
        DERIVATIVE.forEach(text -> all.add(Rewrite.of(Rewrite.Kind.DERIVATIVE, text)));
        INTEGRAL.forEach(text -> all.add(Rewrite.of(Rewrite.Kind.INTEGRAL, text)));
        return List.copyOf(all);
    }

    private static Map<String, List<Rewrite>> bySymbol() {
        Map<String, List<Rewrite>> map = new HashMap<>();
        ALL.forEach(r -> map.computeIfAbsent(r.symbol(), s -> new ArrayList<>()).add(r));
        return map;
    }

    /** The expression in a simpler form, or null if no rule fits; what it is made of is bound by the matcher. */
    static @Nullable Expr simpler(Expr.Apply e, Matching matching, boolean derivative) {
        for (Rewrite rule : BY_SYMBOL.getOrDefault(e.op().name(), List.of())) {
            if (allowed(rule.kind(), e.op().result(), derivative)) {
                Expr simpler = matching.rewrite(rule, e);
                if (simpler != null) {
                    return simpler;
                }
            }
        }
        return null;
    }

    private static boolean allowed(Rewrite.Kind kind, Primitive type, boolean derivative) {
        return switch (kind) {
            case EXACT -> type.isFloating();
            case DERIVATIVE -> type.isFloating() && derivative;
            case INTEGRAL -> type == Primitive.INT || type == Primitive.LONG;
        };
    }
}
