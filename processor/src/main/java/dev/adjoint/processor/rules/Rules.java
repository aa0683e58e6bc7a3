package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the row of an operation. */
public final class Rules {
    /** The classes whose methods are primitive operations; they share rows by the methods' names. */
    private static final Set<String> OWNERS =
            Set.of("java.lang.Math", "java.lang.StrictMath", "java.lang.Double", "java.lang.Float");

    private static final Map<String, Rule> ROWS = rows();

    private Rules() {}

    private static Map<String, Rule> rows() {
        Map<String, Rule> rows = new HashMap<>();
        ArithmeticRows.addTo(rows);
        ElementaryRows.addTo(rows);
        PiecewiseRows.addTo(rows);
        return Map.copyOf(rows);
    }

    /** The rule of an operation. An operation that takes or gives no floating-point number carries no derivative. */
    public static Rule of(Op op) {
        Rule row = ROWS.get(key(op));
        boolean carries = op.result().isFloating() && op.parameters().stream().anyMatch(p -> p.isFloating());
        if (row instanceof Differentiable && !carries) {
            return new Rule.PiecewiseConstant("");
        }
        if (row != null) {
            return row;
        }
        return carries ? new Rule.Refused("no derivative is known for " + op.name()) : new Rule.PiecewiseConstant("");
    }

    /** Whether the table has a row of its own for the operation. */
    public static boolean isListed(Op op) {
        return ROWS.containsKey(key(op));
    }

    private static String key(Op op) {
        if (op.form() != Op.Form.CALL) {
            return op.form() + op.name();
        }
        int dot = op.name().lastIndexOf('.');
        boolean known = dot > 0 && OWNERS.contains(op.name().substring(0, dot));
        return known ? op.name().substring(dot + 1) : op.name();
    }
}
