package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks a function in the order in which its Java text will run, and takes back each nesting that moves a read past a
 * write, or a write past a read or another write. Each round only takes back, so the rounds end.
 */
final class Order {
    private final Layout layout;
    private final Nesting nesting;
    private final Deque<Var> inside = new ArrayDeque<>();
    private final Set<Var> late = new LinkedHashSet<>();
    private int lastWrite = -1;
    private int lastEvent = -1;

    private Order(Layout layout, Nesting nesting) {
        this.layout = layout;
        this.nesting = nesting;
    }

    static void settle(Function function, Layout layout, Nesting nesting) {
        Order order;
        do {
            order = new Order(layout, nesting);
            order.block(function.body());
            order.late.forEach(nesting::takeBack);
        } while (!order.late.isEmpty());
    }

    private void block(Block block) {
        block.statements().stream().filter(s -> !nesting.isNested(s)).forEach(this::statement);
        block.yields().forEach(this::operand);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            expression(let.value(), statement);
        } else if (statement instanceof Stmt.Do perform) {
            expression(perform.value(), statement);
        } else if (statement instanceof Stmt.Accumulate s) {
            List.of(s.array(), s.index()).forEach(this::operand);
            event(Effect.READS, statement);
            operand(s.value());
            event(Effect.WRITES, statement);
        } else {
            Parts parts = Parts.of(statement);
            parts.operands().forEach(this::operand);
            parts.blocks().forEach(this::block);
            event(effect(statement), statement);
        }
    }

    private static Effect effect(Stmt statement) {
        boolean writes = statement instanceof Stmt.Store
                || statement instanceof Stmt.Fill
                || statement instanceof Stmt.CopyRange
                || statement instanceof Stmt.Throw;
        return writes ? Effect.WRITES : Effect.NONE;
    }

    private void expression(Expr expression, Stmt binding) {
        expression.operands().forEach(this::operand);
        event(Effect.of(expression), binding);
    }

    private void operand(Operand operand) {
        if (!nesting.isNested(operand)) {
            return;
        }
        inside.addLast((Var) operand);
        statement(java.util.Objects.requireNonNull(layout.binding(operand)));
        inside.removeLast();
    }

    private void event(Effect effect, Stmt statement) {
        if (effect == Effect.NONE) {
            return;
        }
        int place = layout.end(statement);
        int before = effect == Effect.WRITES ? lastEvent : lastWrite;
        if (before > place) {
            blame(before);
        }
        lastEvent = Math.max(lastEvent, place);
        if (effect == Effect.WRITES) {
            lastWrite = Math.max(lastWrite, place);
        }
    }

    /** Of the variables being written out, the outermost that is bound before the event that now precedes it. */
    private void blame(int before) {
        inside.stream()
                .filter(v -> layout.end(java.util.Objects.requireNonNull(layout.binding(v))) < before)
                .findFirst()
                .ifPresent(late::add);
    }
}
