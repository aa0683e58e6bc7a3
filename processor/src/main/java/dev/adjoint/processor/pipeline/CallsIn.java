package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import java.util.LinkedHashSet;
import java.util.Set;

/** The functions that a function calls. */
final class CallsIn {
    private final Set<Function.Key> keys = new LinkedHashSet<>();

    private CallsIn() {}

    static Set<Function.Key> of(Function function) {
        CallsIn calls = new CallsIn();
        calls.block(function.body());
        return calls.keys;
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            Expr value = statement instanceof Stmt.Let let
                    ? let.value()
                    : statement instanceof Stmt.Do perform ? perform.value() : null;
            if (value instanceof Expr.Call call) {
                keys.add(call.function());
            }
            Parts.of(statement).blocks().forEach(this::block);
        }
    }
}
