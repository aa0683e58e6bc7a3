package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;

/** The indices like {@code i + 1} that are written where they are used, however often, as one does by hand. */
final class Indices {
    private final Layout layout;
    private final Set<Var> indices = new LinkedHashSet<>();
    private final Set<Var> others = new LinkedHashSet<>();

    private Indices(Layout layout) {
        this.layout = layout;
    }

    /** Variables bound to a variable plus or minus a constant, used as indices only, and not in an inner loop. */
    static Set<Var> in(Function function, Layout layout) {
        Indices search = new Indices(layout);
        search.block(function.body());
        search.indices.removeAll(search.others);
        return search.indices;
    }

    private void block(Block block) {
        Region region = layout.region(block);
        for (Stmt statement : block.statements()) {
            statement(statement, region);
            Parts.of(statement).blocks().forEach(this::block);
        }
        block.yields().forEach(this::other);
    }

    private void statement(Stmt statement, Region region) {
        if (statement instanceof Stmt.Let let && let.value() instanceof Expr.Load load) {
            other(load.array());
            index(load.index(), region);
        } else if (statement instanceof Stmt.Store store) {
            other(store.value());
            index(store.index(), region);
        } else if (statement instanceof Stmt.Accumulate sum) {
            other(sum.value());
            index(sum.index(), region);
        } else {
            Parts.of(statement).operands().forEach(this::other);
        }
    }

    private void other(Operand operand) {
        if (operand instanceof Var variable) {
            others.add(variable);
        }
    }

    private void index(Operand operand, Region at) {
        if (!(operand instanceof Var variable)) {
            return;
        }
        if (isSimple(layout.binding(variable)) && isNear(variable, at)) {
            indices.add(variable);
        } else {
            others.add(variable);
        }
    }

    private static boolean isSimple(@org.jspecify.annotations.Nullable Stmt binding) {
        return binding instanceof Stmt.Let let
                && Nesting.isTemporary(let.target().name())
                && let.value() instanceof Expr.Apply apply
                && apply.op().result() == Primitive.INT
                && apply.args().size() == 2
                && (apply.op().name().equals("+") || apply.op().name().equals("-"))
                && apply.args().get(0) instanceof Var
                && apply.args().get(1) instanceof Literal;
    }

    private boolean isNear(Var variable, Region at) {
        Region home = layout.home(variable);
        for (Region r = at; r.block() != home.block(); r = java.util.Objects.requireNonNull(r.parent())) {
            if (r.kind() == Region.Kind.LOOP) {
                return false;
            }
        }
        return true;
    }
}
