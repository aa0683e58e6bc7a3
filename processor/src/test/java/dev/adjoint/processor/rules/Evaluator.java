package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes what the rows build: bindings of operations and branches on them. */
final class Evaluator {
    private final Map<Var, Object> values = new HashMap<>();

    void set(Var variable, Object value) {
        values.put(variable, value);
    }

    Object value(Operand operand) {
        return operand instanceof Literal literal ? literal.value() : values.get(operand);
    }

    void run(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Let let) {
                Expr.Apply apply = (Expr.Apply) let.value();
                values.put(
                        let.target(),
                        apply(apply.op(), apply.args().stream().map(this::value).toArray()));
            } else {
                branch((Stmt.If) statement);
            }
        }
    }

    private void branch(Stmt.If s) {
        Block arm = (Boolean) value(s.condition()) ? s.then() : s.otherwise();
        run(arm.statements());
        values.put(s.results().get(0), value(arm.yields().get(0)));
    }

    static Object apply(Op op, Object... args) {
        return switch (op.form()) {
            case CALL -> op.isGuard() ? ((Number) args[0]).doubleValue() == 0 : call(op, args);
            case CAST -> number((Number) args[0], op.result());
            case PREFIX ->
                number(op.name().equals("-") ? -((Number) args[0]).doubleValue() : (Number) args[0], op.result());
            case INFIX -> infix(op, (Number) args[0], (Number) args[1]);
        };
    }

    /** Arithmetic on float values is exact in double but for one rounding, which the conversion makes. */
    private static Object infix(Op op, Number left, Number right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (op.name()) {
            case "+" -> number(a + b, op.result());
            case "-" -> number(a - b, op.result());
            case "*" -> number(a * b, op.result());
            case "/" -> number(a / b, op.result());
            case "%" -> number(a % b, op.result());
            case "==" -> a == b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private static Object number(Number value, Primitive type) {
        return switch (type) {
            case FLOAT -> value.floatValue();
            case INT -> value.intValue();
            default -> value.doubleValue();
        };
    }

    private static Object call(Op op, Object[] args) {
        int dot = op.name().lastIndexOf('.');
        Class<?>[] parameters = op.parameters().stream().map(Evaluator::type).toArray(Class<?>[]::new);
        try {
            Method method = Class.forName(op.name().substring(0, dot))
                    .getMethod(op.name().substring(dot + 1), parameters);
            return method.invoke(null, args);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(op.name(), e);
        }
    }

    static Class<?> type(Primitive primitive) {
        return switch (primitive) {
            case FLOAT -> float.class;
            case INT -> int.class;
            case LONG -> long.class;
            default -> double.class;
        };
    }
}
