package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * Which arrays an iteration of a loop may change that were there before it: writes into an array through the variable that
 * the same iteration made it in change nothing that another iteration has seen.
 */
final class BodyWrites {
    private final Aliases aliases;
    private final CallWrites calls;
    private final Set<Cell> rewired = new HashSet<>();
    private final Set<Cell> written = new HashSet<>();
    private final Set<Var> made = new HashSet<>();

    private BodyWrites(Aliases aliases, CallWrites calls) {
        this.aliases = aliases;
        this.calls = calls;
    }

    static BodyWrites of(Block body, Aliases aliases, CallWrites calls) {
        BodyWrites writes = new BodyWrites(aliases, calls);
        writes.rewiring(body);
        writes.block(body);
        return writes;
    }

    /** Whether an iteration may change the array, or anything reached through it. */
    boolean written(Operand reference) {
        return aliases.cell(reference).anyReached(c -> written.contains(c.root()));
    }

    /** Whether an iteration may put other rows into the array, at any depth, or make an array of rows that were there. */
    boolean rewired(Operand reference) {
        return aliases.cell(reference).anyReached(c -> rewired.contains(c.root()));
    }

    private void rewiring(Block block) {
        for (Stmt statement : block.statements()) {
            rewiring(statement);
            Parts.of(statement).blocks().forEach(this::rewiring);
        }
    }

    private void rewiring(Stmt statement) {
        if (statement instanceof Stmt.Store store) {
            rewire(store.array(), store.value().type());
        } else if (statement instanceof Stmt.Fill fill) {
            rewire(fill.array(), fill.value().type());
        } else if (statement instanceof Stmt.CopyRange copy) {
            rewire(copy.target(), copy.target().type().element());
        } else if (statement instanceof Stmt.Let let && let.target().type().isArray()) {
            made(let);
        }
        calls(
                statement,
                arg -> aliases.cell(arg).anyReached(c -> {
                    rewired.add(c.root());
                    return false;
                }));
    }

    private void made(Stmt.Let let) {
        if (let.value() instanceof Expr.ArrayOf || let.value() instanceof Expr.Clone) {
            rewire(let.target(), let.target().type().element());
        }
    }

    private void rewire(Operand array, Type element) {
        if (!(element instanceof Primitive)) {
            rewired.add(aliases.cell(array).root());
        }
    }

    private interface Argument {
        void of(Operand operand);
    }

    private void calls(Stmt statement, Argument written) {
        Expr value = statement instanceof Stmt.Let let
                ? let.value()
                : statement instanceof Stmt.Do perform ? perform.value() : null;
        if (value instanceof Expr.GivenCall given && !given.isFunction()) {
            given.args().forEach(written::of);
        }
        if (value instanceof Expr.Call call) {
            for (int i = 0; i < call.args().size(); i++) {
                if (calls.writes(call.function(), i)) {
                    written.of(call.args().get(i));
                }
            }
        }
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            writes(statement);
            Parts.of(statement).blocks().forEach(this::block);
        }
    }

    private void writes(Stmt statement) {
        if (statement instanceof Stmt.Let let && isNew(let)) {
            made.add(let.target());
        } else if (statement instanceof Stmt.Store store) {
            write(store.array());
        } else if (statement instanceof Stmt.Accumulate accumulate) {
            write(accumulate.array());
        } else if (statement instanceof Stmt.Fill fill) {
            write(fill.array());
        } else if (statement instanceof Stmt.CopyRange copy) {
            write(copy.target());
        }
        calls(statement, this::writeAll);
    }

    private boolean isNew(Stmt.Let let) {
        Expr value = let.value();
        boolean array = value instanceof Expr.NewArray || value instanceof Expr.ArrayOf || value instanceof Expr.Clone;
        return array
                || (value instanceof Expr.Copy copy && made.contains(copy.value()))
                || (value instanceof Expr.Load load
                        && made.contains(load.array())
                        && !rewired.contains(aliases.cell(load.array()).root()));
    }

    private void write(Operand array) {
        if (!made.contains(array)) {
            written.add(aliases.cell(array).root());
        }
    }

    private void writeAll(Operand reference) {
        boolean ours = made.contains(reference) && !rewired(reference);
        if (!ours) {
            aliases.cell(reference).anyReached(c -> {
                written.add(c.root());
                return false;
            });
        }
    }
}
