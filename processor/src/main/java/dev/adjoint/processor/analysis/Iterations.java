package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds of the memory that each iteration of a loop has for itself, once the iteration is over. */
final class Iterations {
    private final Locals locals;
    private final Map<Stmt, Memory> memories = new IdentityHashMap<>();
    private final Map<Object, List<Stmt>> around = new IdentityHashMap<>();

    private Iterations(Locals locals) {
        this.locals = locals;
    }

    /**
     * Analyses the loops of a function.
     *
     * @param memory analyses a loop's body as if it were all there is
     */
    static Iterations of(Block body, Locals locals, Function<Block, Memory> memory) {
        Iterations iterations = new Iterations(locals);
        iterations.block(body, new ArrayDeque<>(), memory);
        return iterations;
    }

    private void block(Block block, Deque<Stmt> loops, Function<Block, Memory> memory) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let && let.value() instanceof Expr.Load) {
                around.put(let.value(), new ArrayList<>(loops));
            } else if (statement instanceof Stmt.Store) {
                around.put(statement, new ArrayList<>(loops));
            }
            List<Block> blocks = Parts.of(statement).blocks();
            boolean loop = statement instanceof Stmt.For || statement instanceof Stmt.While;
            if (loop) {
                memories.put(statement, memory.apply(blocks.get(blocks.size() - 1)));
                loops.push(statement);
            }
            blocks.forEach(b -> block(b, loops, memory));
            if (loop) {
                loops.pop();
            }
        }
    }

    /** Whether reading the element again would give the same value as soon as the iteration has ended whose array it is. */
    boolean stable(Expr.Load load) {
        return ownedBy(load, load.array()).anyMatch(memory -> memory.stable(load));
    }

    /** Whether reading the element would give what is stored, as soon as the iteration has ended whose array it is. */
    boolean stable(Stmt.Store store) {
        return ownedBy(store, store.array()).anyMatch(memory -> memory.stable(store));
    }

    private Stream<Memory> ownedBy(Object access, Operand array) {
        return around.getOrDefault(access, List.of()).stream()
                .filter(loop -> isOfIteration(array, loop))
                .map(memories::get);
    }

    boolean isOfIteration(Operand array, Stmt loop) {
        return locals.isOfIteration(array, loop);
    }
}
