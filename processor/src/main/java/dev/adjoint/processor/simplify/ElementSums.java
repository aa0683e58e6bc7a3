package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code a[i] = a[i] + e} as {@code a[i] += e}, whose derivative needs nothing and overwrites nothing, and
 * {@code a[i] = a[i] - e} as {@code a[i] += -e}, which is the same number bit for bit. The element must not be written in
 * between, and nothing in between may fail in a way that could be told from a failing access.
 */
final class ElementSums extends Rewriter {
    private final References references;
    private final Uses uses;

    private ElementSums(Function function) {
        this.references = References.of(function, Set.of());
        this.uses = Uses.of(function.body());
    }

    static Function run(Function function) {
        return new ElementSums(function).function(function);
    }

    @Override
    public Block block(Block block) {
        Block inner = super.block(block);
        List<Stmt> statements = inner.statements();
        Map<Var, Integer> positions = new HashMap<>();
        BlockBuilder made = new BlockBuilder();
        for (int i = 0; i < statements.size(); i++) {
            Stmt statement = statements.get(i);
            if (statement instanceof Stmt.Let let) {
                positions.put(let.target(), i);
            }
            Expr.Apply sum = statement instanceof Stmt.Store store ? sum(store, statements, positions, i) : null;
            if (sum == null) {
                made.add(statement);
            } else {
                append(made, (Stmt.Store) statement, sum);
            }
        }
        return made.build(inner.yields());
    }

    /** What is stored, if it is the element's old value plus or minus something, else null. */
    private Expr.@Nullable Apply sum(Stmt.Store store, List<Stmt> before, Map<Var, Integer> positions, int end) {
        Expr.Apply sum = definition(store.value(), before, positions) instanceof Expr.Apply apply ? apply : null;
        Expr.Load old = new Expr.Load(store.array(), store.index());
        if (sum == null || sum.args().size() != 2 || !sum.type().isFloating() || uses.count((Var) store.value()) != 1) {
            return null;
        }
        for (int k = 0; k < (sum.op().name().equals("+") ? 2 : sum.op().name().equals("-") ? 1 : 0); k++) {
            Operand arg = sum.args().get(k);
            if (old.equals(definition(arg, before, positions))
                    && leaves(before.subList(positions.get(arg) + 1, end), old)) {
                return new Expr.Apply(sum.op(), List.of(arg, sum.args().get(1 - k)));
            }
        }
        return null;
    }

    private static @Nullable Expr definition(Operand operand, List<Stmt> before, Map<Var, Integer> positions) {
        Integer position = operand instanceof Var ? positions.get(operand) : null;
        return position == null ? null : ((Stmt.Let) before.get(position)).value();
    }

    /** Whether the statements leave the element alone, and fail in no other way than an access does. */
    private boolean leaves(List<Stmt> statements, Expr.Load element) {
        return statements.stream().allMatch(s -> leaves(s, element));
    }

    private boolean leaves(Stmt statement, Expr.Load element) {
        if (statement instanceof Stmt.Let let) {
            return Effects.isPure(let.value())
                    || let.value() instanceof Expr.Load
                    || let.value() instanceof Expr.Length;
        }
        boolean plain = statement instanceof Stmt.If
                || statement instanceof Stmt.For
                || statement instanceof Stmt.Store
                || statement instanceof Stmt.Accumulate
                || statement instanceof Stmt.Comment;
        return plain
                && Writes.ofOne(statement).stream().noneMatch(p -> references.mayBeSame(p.array(), element.array()))
                && Parts.of(statement).blocks().stream().allMatch(b -> leaves(b.statements(), element));
    }

    private static void append(BlockBuilder out, Stmt.Store store, Expr.Apply sum) {
        Operand term = sum.args().get(1);
        if (sum.op().name().equals("-")) {
            term = out.apply("t", Op.prefix("-", (Primitive) sum.type()), term);
        }
        out.add(new Stmt.Accumulate(store.array(), store.index(), term));
    }
}
