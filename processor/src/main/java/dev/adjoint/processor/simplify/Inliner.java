package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Renamer;
import dev.adjoint.processor.ir.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of functions in the place of calls, so that what is constant in a call, or not used, is seen. Functions
 * that call themselves and large ones stay calls.
 */
public final class Inliner {
    /** Statements of a function that is put in the place of each of its calls; where there is one call, it may have more. */
    private static final int LARGEST_CALLEE = 150;

    /** Statements that a function may grow to; well before that HotSpot stops compiling its derivative. */
    private static final int LARGEST_RESULT = 600;

    private final Program program;
    private final CallGraph graph;
    private final Map<Function.Key, Function> done = new HashMap<>();

    public Inliner(Program program) {
        this.program = program;
        this.graph = new CallGraph(program);
    }

    /** The function with the calls replaced that can be; calls in what comes in for them are replaced before. */
    public Function inline(Function function) {
        Splice splice = new Splice(size(function.body()), calls(function.body()));
        return splice.function(function);
    }

    private @Nullable Function body(Expr.Call call) {
        if (!program.contains(call.function()) || graph.isRecursive(call.function())) {
            return null;
        }
        Function known = done.get(call.function());
        if (known == null) {
            known = inline(program.get(call.function()));
            done.put(call.function(), known);
        }
        return known;
    }

    private static int size(Block block) {
        int size = 0;
        for (Stmt statement : block.statements()) {
            size += statement instanceof Stmt.Comment ? 0 : 1;
            for (Block inner : Parts.of(statement).blocks()) {
                size += size(inner);
            }
        }
        return size;
    }

    /** How often each function is called in a block. */
    private static Map<Function.Key, Integer> calls(Block block) {
        Map<Function.Key, Integer> calls = new HashMap<>();
        count(block, calls);
        return calls;
    }

    private static void count(Block block, Map<Function.Key, Integer> calls) {
        for (Stmt statement : block.statements()) {
            Expr value = statement instanceof Stmt.Let let
                    ? let.value()
                    : statement instanceof Stmt.Do perform ? perform.value() : null;
            if (value instanceof Expr.Call call) {
                calls.merge(call.function(), 1, Integer::sum);
            }
            Parts.of(statement).blocks().forEach(inner -> count(inner, calls));
        }
    }

    private final class Splice extends ReachableCode {
        private final Map<Function.Key, Integer> calls;
        private int total;
        private Stmt.@Nullable Comment comment;

        Splice(int total, Map<Function.Key, Integer> calls) {
            this.total = total;
            this.calls = calls;
        }

        @Override
        public Block block(Block block) {
            Stmt.Comment outer = comment;
            comment = null;
            Block rewritten = super.block(block);
            comment = outer;
            return rewritten;
        }

        @Override
        public Void comment(Stmt.Comment s) {
            comment = s;
            return super.comment(s);
        }

        @Override
        public Void let(Stmt.Let s) {
            Block body = s.value() instanceof Expr.Call call ? paste(call) : null;
            if (body == null) {
                return super.let(s);
            }
            replace(s.target(), body.yields().get(0));
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            Block body = s.value() instanceof Expr.Call call ? paste(call) : null;
            return body == null ? super.perform(s) : null;
        }

        /** Appends a copy of the function's statements; null if the call has to stay. */
        private @Nullable Block paste(Expr.Call call) {
            Function callee = body(call);
            int size = callee == null ? 0 : size(callee.body());
            boolean large = size > LARGEST_CALLEE && calls.getOrDefault(call.function(), 0) > 1;
            if (callee == null || large || total + size > LARGEST_RESULT) {
                return null;
            }
            total += size;
            Block copy = copy(callee, operands(call.args()));
            out().addAll(copy.statements());
            if (comment != null
                    && !endsInThrow()
                    && copy.statements().stream().anyMatch(Stmt.Comment.class::isInstance)) {
                out().add(comment);
            }
            return copy;
        }

        private Block copy(Function callee, List<Operand> args) {
            Renamer renamer = new Renamer();
            for (int i = 0; i < args.size(); i++) {
                renamer.replace(callee.parameters().get(i), args.get(i));
            }
            return renamer.block(callee.body());
        }
    }
}
