package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of numbers a derivative keeps in arrays besides its result, as a formula of its parameters. Where that
 * depends on more than sizes and counted loops, nothing is said.
 */
final class Kept {
    private final Function function;
    private final Map<Operand, Expr> definitions = new HashMap<>();
    private final Set<Operand> returned = new HashSet<>();
    /** What cannot be negative: lengths, and what arrays are made of that are always made. */
    private final Set<String> lengths = new HashSet<>();

    private Kept(Function function) {
        this.function = function;
        function.body().statements().forEach(this::define);
        function.body().yields().forEach(this::give);
        function.parameters().forEach(p -> lengths.add(p.name() + ".length"));
        function.body().statements().forEach(this::learn);
    }

    /** The number of bytes; null if there is no formula, or one with larger numbers than a long. */
    static @Nullable Size by(Function function) {
        try {
            return new Kept(function).all(function.body());
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private void define(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            definitions.put(let.target(), let.value());
        }
        Parts.of(statement).blocks().forEach(b -> b.statements().forEach(this::define));
    }

    private void give(Operand result) {
        Expr value = definitions.get(result);
        if (returned.add(result) && (value instanceof Expr.Construct || value instanceof Expr.Copy)) {
            value.operands().forEach(this::give);
        }
    }

    private void learn(Stmt statement) {
        if (statement instanceof Stmt.Let let && let.value() instanceof Expr.NewArray made) {
            Size length = size(made.dimensions().get(0));
            if (length != null && length.terms().size() == 1 && length.isNonnegative(factors(length))) {
                lengths.addAll(factors(length));
            }
        }
    }

    /** The factor of a size that is one factor. */
    private static Set<String> factors(Size size) {
        List<String> factors = size.terms().keySet().iterator().next();
        return factors.size() == 1 ? Set.copyOf(factors) : Set.of();
    }

    // ------------------------------------------------------------------------------------------- statements

    private @Nullable Size all(Block block) {
        Size sum = Size.ZERO;
        for (Stmt statement : block.statements()) {
            Size each = of(statement);
            if (each == null) {
                return null;
            }
            sum = sum.plus(each);
        }
        return sum;
    }

    private @Nullable Size of(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return returned.contains(let.target()) ? Size.ZERO : made(let.value());
        }
        if (statement instanceof Stmt.Do evaluation) {
            return made(evaluation.value());
        }
        if (statement instanceof Stmt.For loop) {
            return inAllTurns(loop);
        }
        boolean makesNone = Parts.of(statement).blocks().stream().allMatch(b -> Size.ZERO.equals(all(b)));
        return makesNone ? Size.ZERO : null;
    }

    /** What every turn makes is kept if every turn stores it; otherwise the next turn does without it. */
    private @Nullable Size inAllTurns(Stmt.For loop) {
        Size each = all(loop.body());
        if (each == null || each.isZero()) {
            return each;
        }
        Size turns = turns(loop);
        return turns != null && storesAll(loop.body()) ? each.times(turns) : null;
    }

    private boolean storesAll(Block block) {
        Set<Operand> stored = new HashSet<>();
        block.statements().forEach(s -> {
            if (s instanceof Stmt.Store store) {
                stored.add(store.value());
            }
        });
        return block.statements().stream()
                .allMatch(s -> !(s instanceof Stmt.Let let)
                        || Size.ZERO.equals(made(let.value()))
                        || stored.contains(let.target()));
    }

    private @Nullable Size turns(Stmt.For loop) {
        Size from = size(loop.from());
        Size bound = size(loop.bound());
        if (from == null || bound == null || Math.abs(loop.step()) != 1) {
            return null;
        }
        Size distance = loop.step() > 0 ? bound.minus(from) : from.minus(bound);
        boolean closed = loop.relation() == Relation.LE || loop.relation() == Relation.GE;
        return atLeastZero(closed ? distance.plus(Size.of(1)) : distance);
    }

    // ------------------------------------------------------------------------------------------- expressions

    private @Nullable Size made(Expr value) {
        if (value instanceof Expr.NewArray made) {
            return bytes(made.arrayType(), made.dimensions());
        }
        if (value instanceof Expr.ArrayOf made) {
            return times(Size.of(made.elements().size()), width(made.arrayType().element()));
        }
        if (value instanceof Expr.Clone made) {
            return times(length(made.array()), width(made.type().element()));
        }
        boolean elsewhere = value instanceof Expr.Call
                || value instanceof Expr.GivenCall
                || value instanceof Expr.Grow
                || (value instanceof Expr.Foreign foreign && foreign.type().isArray());
        return elsewhere ? null : Size.ZERO;
    }

    private @Nullable Size bytes(ArrayType type, List<Operand> dimensions) {
        Size elements = Size.of(1);
        Type element = type;
        for (Operand dimension : dimensions) {
            elements = times(elements, size(dimension));
            element = element.element();
        }
        return times(elements, width(element));
    }

    /** The bytes of a number; a reference is not one, and what it refers to is counted by itself. */
    private static @Nullable Size width(Type element) {
        if (element.isArray()) {
            return Size.ZERO;
        }
        if (!(element instanceof Primitive primitive)) {
            return null;
        }
        return Size.of(
                switch (primitive) {
                    case BOOLEAN, BYTE -> 1;
                    case SHORT, CHAR -> 2;
                    case INT, FLOAT -> 4;
                    case LONG, DOUBLE -> 8;
                });
    }

    private static @Nullable Size times(@Nullable Size left, @Nullable Size right) {
        return left == null || right == null ? null : left.times(right);
    }

    private @Nullable Size length(Operand array) {
        if (function.parameters().contains(array)) {
            return Size.of(((Var) array).name() + ".length");
        }
        Expr value = definitions.get(array);
        if (value instanceof Expr.NewArray made) {
            return size(made.dimensions().get(0));
        }
        return value instanceof Expr.Clone copy ? length(copy.array()) : null;
    }

    private @Nullable Size size(Operand operand) {
        if (operand instanceof Literal literal) {
            return literal.value() instanceof Integer number ? Size.of(number) : null;
        }
        if (function.parameters().contains(operand)) {
            return Size.of(((Var) operand).name());
        }
        Expr value = definitions.get(operand);
        if (value instanceof Expr.Length length) {
            return length(length.array());
        }
        return value instanceof Expr.Apply apply && apply.args().size() == 2 ? computed(apply) : null;
    }

    private @Nullable Size computed(Expr.Apply apply) {
        Size left = size(apply.args().get(0));
        Size right = size(apply.args().get(1));
        if (left == null || right == null || apply.op().result() != Primitive.INT) {
            return null;
        }
        return switch (apply.op().name()) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> Size.of("(" + grouped(left) + " / " + grouped(right) + ")");
            case "java.lang.Math.max" -> atLeastZero(left.minus(right)).plus(right);
            default -> null;
        };
    }

    private static String grouped(Size size) {
        String text = size.text();
        return text.contains(" ") ? "(" + text + ")" : text;
    }

    private Size atLeastZero(Size size) {
        if (size.isNonnegative(lengths)) {
            return size;
        }
        String factor = "max(" + size.text() + ", 0)";
        lengths.add(factor);
        return Size.of(factor);
    }
}
