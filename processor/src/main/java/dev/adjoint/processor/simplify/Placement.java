package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what is used once next to its use, past writes into arrays of derivatives, so that it can be written where it is
 * used: {@code bBar[i] += s * a[i]; aBar[i] += s * b[i];} with nothing named. A value is read later than before only past
 * writes that cannot change it and that no caller could miss if reading it failed.
 */
final class Placement extends Rewriter {
    /** How many statements a value is moved past at most. */
    private static final int FAR = 40;

    private final References references;
    private final Uses uses;

    private Placement(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        this.uses = Uses.of(function.body());
    }

    static Function run(Function function, Set<Var> derivative) {
        return new Placement(function, derivative).function(function);
    }

    @Override
    public Block block(Block block) {
        Block inner = super.block(block);
        return new Block(new Order(inner.statements()).find(), inner.yields());
    }

    /** The order of one block, found from its end. */
    private final class Order {
        private final List<Stmt> statements;
        private final Map<Operand, Integer> positions = new HashMap<>();
        private final boolean[] placed;
        private final List<Stmt> reversed = new ArrayList<>();

        Order(List<Stmt> statements) {
            this.statements = statements;
            this.placed = new boolean[statements.size()];
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Stmt.Let let && isMovable(let)) {
                    positions.put(let.target(), i);
                }
            }
        }

        List<Stmt> find() {
            for (int i = statements.size() - 1; i >= 0; i--) {
                if (!placed[i]) {
                    place(i, i);
                }
            }
            Collections.reverse(reversed);
            return reversed;
        }

        /** Puts a statement before what has been put, and before it what it alone uses. */
        private void place(int i, int root) {
            placed[i] = true;
            reversed.add(statements.get(i));
            List<Operand> operands = Parts.of(statements.get(i)).operands();
            for (int k = operands.size() - 1; k >= 0; k--) {
                Integer position = positions.get(operands.get(k));
                if (position != null && !placed[position] && mayMove(position, root)) {
                    place(position, root);
                }
            }
        }

        private boolean mayMove(int from, int to) {
            if (to - from > FAR) {
                return false;
            }
            boolean pastWrite = false;
            for (int i = from + 1; i < to; i++) {
                Stmt passed = statements.get(i);
                if (!mayPass((Stmt.Let) statements.get(from), passed)) {
                    return false;
                }
                pastWrite |= passed instanceof Stmt.Accumulate || passed instanceof Stmt.Store;
            }
            return pastWrite;
        }
    }

    private boolean isMovable(Stmt.Let let) {
        boolean simple = let.value() instanceof Expr.Load || Effects.isPure(let.value());
        return simple && uses.count(let.target()) == 1;
    }

    private boolean mayPass(Stmt.Let let, Stmt passed) {
        if (passed instanceof Stmt.Let || passed instanceof Stmt.Comment) {
            return Writes.of(passed).isNone();
        }
        if (!(passed instanceof Stmt.Store) && !(passed instanceof Stmt.Accumulate)) {
            return false;
        }
        Operand written = Writes.ofOne(passed).get(0).array();
        return !(let.value() instanceof Expr.Load load)
                || ((references.holdsDerivatives(written) || references.isPrivate(written))
                        && !references.mayBeSame(load.array(), written));
    }
}
