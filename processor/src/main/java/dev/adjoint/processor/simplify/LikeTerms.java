package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects like terms in the sums that derivatives are: {@code x + x + 3} becomes {@code 2 * x + 3}, and {@code s * (2 * x)}
 * becomes {@code 2 * s * x}; {@code 2 * x + 2 * y} becomes {@code 2 * (x + y)}. A sum is looked at once, at its last addition, and changed only if that makes it shorter or
 * brings literals to the front.
 */
final class LikeTerms extends Rewriter {
    /** A longer sum is taken in parts, so that its terms need not all stay in registers. */
    private static final int MOST_PARTS = 40;

    private static final Set<String> SYMBOLS = Set.of("+", "-", "*");

    private final Set<Var> derivative;
    private final Uses uses;
    private final Map<Var, Expr.Apply> definitions = new HashMap<>();
    private final Map<Var, Integer> order = new HashMap<>();
    private final Set<Var> inner = new HashSet<>();
    private Map<Var, Expr.Apply> here = new HashMap<>();

    private LikeTerms(Function function, Set<Var> derivative) {
        this.derivative = derivative;
        this.uses = Uses.of(function.body());
    }

    static Function run(Function function, Set<Var> derivative) {
        return new LikeTerms(function, derivative).function(function);
    }

    @Override
    public Block block(Block block) {
        Map<Var, Expr.Apply> outer = here;
        here = new HashMap<>();
        markInner(block);
        try {
            return super.block(block);
        } finally {
            here = outer;
        }
    }

    /** A value whose one use is a term or factor in the same block is looked at with that, as part of a derivative. */
    private void markInner(Block block) {
        Map<Var, Integer> sizes = new HashMap<>();
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let && isArithmetic(let)) {
                sizes.put(let.target(), size((Expr.Apply) let.value(), sizes));
                here.put(let.target(), (Expr.Apply) let.value());
            }
        }
    }

    /** How many terms and factors the expression has together with its inner ones, which it marks. */
    private int size(Expr.Apply e, Map<Var, Integer> sizes) {
        int size = 1;
        for (Operand operand : e.args()) {
            int more = operand instanceof Var v && fitsIn(v, e) ? sizes.get(v) : MOST_PARTS;
            if (size + more < MOST_PARTS) {
                inner.add((Var) operand);
                size += more;
            }
        }
        return size;
    }

    /** A sum is no part of a product. */
    private boolean fitsIn(Var variable, Expr.Apply e) {
        Expr.Apply definition = here.get(variable);
        boolean product = e.op().name().equals("*");
        return definition != null && uses.count(variable) == 1 && (!product || !isSum(definition));
    }

    private static boolean isSum(Expr.Apply e) {
        return e.args().size() == 2
                && (e.op().name().equals("+") || e.op().name().equals("-"));
    }

    private static boolean isArithmetic(Stmt.Let let) {
        return let.target().type().isFloating()
                && let.value() instanceof Expr.Apply apply
                && (SYMBOLS.contains(apply.op().name()) || Sum.isHalving(apply));
    }

    @Override
    public Void let(Stmt.Let s) {
        Expr value = expression(s.value());
        boolean root = derivative.contains(s.target()) && isArithmetic(s) && !inner.contains(s.target());
        Sum sum = root ? Sum.of((Expr.Apply) value, this::definition, this::isOpen, this::rank) : null;
        if (sum != null && sum.isWorthwhile()) {
            build(sum, s.target());
        } else {
            out().add(s.with(value));
        }
        if (value instanceof Expr.Apply apply) {
            definitions.put(s.target(), apply);
        }
        return null;
    }

    private Expr.@Nullable Apply definition(Var variable) {
        return definitions.get(variable);
    }

    /** Whether the sum may look into the variable: nothing else needs it. */
    private boolean isOpen(Var variable) {
        return inner.contains(variable) && here.containsKey(variable);
    }

    private int rank(Var variable) {
        return order.computeIfAbsent(variable, v -> order.size());
    }

    /** Builds the terms one after the other; the last operation is bound to the variable of the old sum. */
    private void build(Sum sum, Var target) {
        int before = out().statements().size();
        Operand result = build(sum, (Primitive) target.type());
        List<Stmt> statements = out().statements();
        if (statements.size() > before) {
            Stmt.Let last = (Stmt.Let) statements.remove(statements.size() - 1);
            out().add(new Stmt.Let(target, last.value()));
        } else {
            replace(target, result);
        }
    }

    private Operand build(Sum sum, Primitive type) {
        Operand total = null;
        for (List<Product> group : sum.groups()) {
            double coefficient = group.get(0).coefficient();
            if (total == null) {
                total = build(group, coefficient, type);
            } else {
                Operand size = build(group, Math.abs(coefficient), type);
                total = apply(Op.infix(coefficient < 0 ? "-" : "+", type), total, size);
            }
        }
        return total == null ? type.zero() : total;
    }

    /** Terms with one coefficient are summed up before they are multiplied by it. */
    private Operand build(List<Product> group, double coefficient, Primitive type) {
        Product first = group.get(0);
        if (group.size() == 1) {
            return build(first.factors(), coefficient, type);
        }
        Operand total = build(first.factors(), 1, type);
        for (Product term : group.subList(1, group.size())) {
            boolean less = term.coefficient() * first.coefficient() < 0;
            total = apply(Op.infix(less ? "-" : "+", type), total, build(term.factors(), 1, type));
        }
        return scaled(total, coefficient, type);
    }

    private Operand build(Product.@Nullable Factors factors, double coefficient, Primitive type) {
        if (factors == null) {
            return Literal.floating(coefficient, type);
        }
        if (factors instanceof Product.Scaled part) {
            return build(part.factors(), coefficient, type);
        }
        if (factors instanceof Product.Times times && !(coefficient == 1 && times.whole() != null)) {
            Operand left = build(times.left(), coefficient, type);
            return apply(Op.infix("*", type), left, build(times.right(), 1, type));
        }
        Operand operand = factors instanceof Product.Single single
                ? single.operand()
                : java.util.Objects.requireNonNull(((Product.Times) factors).whole());
        return scaled(operand, coefficient, type);
    }

    private Operand scaled(Operand operand, double coefficient, Primitive type) {
        if (coefficient == 1) {
            return operand;
        }
        return coefficient == -1
                ? apply(Op.prefix("-", type), operand)
                : apply(Op.infix("*", type), Literal.floating(coefficient, type), operand);
    }

    private Operand apply(Op op, Operand... args) {
        Var result = out().apply("t", op, args);
        derivative.add(result);
        definitions.put(result, new Expr.Apply(op, new ArrayList<>(List.of(args))));
        return result;
    }
}
