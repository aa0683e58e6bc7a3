package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the next value of a carried variable to the end of the loop's body if the present value is still read after it:
 * then one Java variable can hold both.
 */
final class Sinking extends Rewriter {
    private Sinking() {}

    static Function in(Function function) {
        return new Sinking().function(function);
    }

    @Override
    public @Nullable Void counted(Stmt.For s) {
        Block body = sunk(s.body(), s.carried().parameters());
        return super.counted(s.with(s.carried(), body));
    }

    @Override
    public @Nullable Void loop(Stmt.While s) {
        Block body = sunk(s.body(), s.carried().parameters());
        return super.loop(new Stmt.While(s.carried(), s.condition(), body));
    }

    private static Block sunk(Block body, List<Var> parameters) {
        if (body.yields().isEmpty() || body.statements().isEmpty()) {
            return body;
        }
        Set<Stmt> late = late(body, parameters);
        List<Stmt> statements = new ArrayList<>(
                body.statements().stream().filter(s -> !late.contains(s)).toList());
        body.statements().stream().filter(late::contains).forEach(statements::add);
        return new Block(statements, body.yields());
    }

    /** The bindings of next values that come before a read of the present value. */
    private static Set<Stmt> late(Block body, List<Var> parameters) {
        Set<Stmt> late = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Var> readBelow = new java.util.HashSet<>();
        Uses uses = Uses.of(body);
        for (int i = body.statements().size() - 1; i >= 0; i--) {
            Stmt statement = body.statements().get(i);
            if (statement instanceof Stmt.Let let && Effect.of(let.value()) == Effect.NONE) {
                int index = body.yields().indexOf((Operand) let.target());
                if (index >= 0 && uses.count(let.target()) == 1 && readBelow.contains(parameters.get(index))) {
                    late.add(statement);
                }
            }
            readBelow.addAll(Uses.of(statement).read());
        }
        return late;
    }
}
