package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which functions of a program call themselves, directly or by way of others. Tarjan's strongly connected components. */
final class CallGraph {
    private final Program program;
    private final Map<Function.Key, Integer> index = new HashMap<>();
    private final Map<Function.Key, Integer> low = new HashMap<>();
    private final Deque<Function.Key> stack = new ArrayDeque<>();
    private final Set<Function.Key> open = new HashSet<>();
    private final Set<Function.Key> recursive = new HashSet<>();

    CallGraph(Program program) {
        this.program = program;
    }

    boolean isRecursive(Function.Key function) {
        if (!index.containsKey(function)) {
            visit(function);
        }
        return recursive.contains(function);
    }

    private void visit(Function.Key function) {
        index.put(function, index.size());
        low.put(function, index.get(function));
        stack.push(function);
        open.add(function);
        for (Function.Key callee : callees(program.get(function).body())) {
            if (callee.equals(function)) {
                recursive.add(function);
            }
            if (!index.containsKey(callee)) {
                visit(callee);
                low.merge(function, low.get(callee), Math::min);
            } else if (open.contains(callee)) {
                low.merge(function, index.get(callee), Math::min);
            }
        }
        close(function);
    }

    private void close(Function.Key function) {
        if (!low.get(function).equals(index.get(function))) {
            return;
        }
        boolean several = !function.equals(stack.peek());
        Function.Key member;
        do {
            member = stack.pop();
            open.remove(member);
            if (several) {
                recursive.add(member);
            }
        } while (!member.equals(function));
    }

    private Set<Function.Key> callees(Block block) {
        Set<Function.Key> all = new LinkedHashSet<>();
        for (Stmt statement : block.statements()) {
            Expr value = null;
            if (statement instanceof Stmt.Let let) {
                value = let.value();
            } else if (statement instanceof Stmt.Do evaluation) {
                value = evaluation.value();
            }
            if (value instanceof Expr.Call call && program.contains(call.function())) {
                all.add(call.function());
            }
            Parts.of(statement).blocks().forEach(b -> all.addAll(callees(b)));
        }
        return all;
    }
}
