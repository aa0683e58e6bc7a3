package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Loops that run a few times, known now, and whose iterations are short. An index that depends on nothing but the counters
 * of such loops is constant in each iteration.
 */
final class ShortLoops {
    /** Iterations of one loop, with those of the loops within it. */
    private static final int MOST_ITERATIONS = 32;

    /** Statements that a loop may become. */
    private static final int MOST_STATEMENTS = 240;

    /** Statements that all loops of a function may become: HotSpot does not compile long methods. */
    private static final int MOST_IN_ALL = 1200;

    private final Set<Stmt.For> loops = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Operand> constant = new HashSet<>();
    /** Numbers that loops hand on and that are not constant in an iteration. */
    private final Set<Var> varying;

    private int total;

    private ShortLoops(Set<Var> varying) {
        this.varying = varying;
    }

    static ShortLoops of(Function function) {
        Set<Var> varying = new HashSet<>();
        ShortLoops loops;
        int known;
        do {
            known = varying.size();
            loops = new ShortLoops(varying);
            loops.block(function.body(), false);
        } while (varying.size() > known);
        return loops;
    }

    boolean isEmpty() {
        return loops.isEmpty();
    }

    boolean contains(Stmt.For loop) {
        return loops.contains(loop);
    }

    /** Whether the number is constant in each iteration. */
    boolean isConstant(Operand operand) {
        return operand instanceof Literal || constant.contains(operand);
    }

    /** Whether an iteration accesses a small array at an index that varies. */
    boolean accesses(Stmt.For loop, SmallArrays small) {
        return accesses(loop.body(), small);
    }

    private boolean accesses(Block block, SmallArrays small) {
        return block.statements().stream().anyMatch(s -> accesses(s, small));
    }

    private boolean accesses(Stmt statement, SmallArrays small) {
        List<Operand> operands = Parts.of(statement).operands();
        boolean direct = operands.stream().anyMatch(small::contains)
                && operands.stream().anyMatch(o -> o.type() == Primitive.INT && !(o instanceof Literal));
        return direct || Parts.of(statement).blocks().stream().anyMatch(b -> accesses(b, small));
    }

    private void block(Block block, boolean repeated) {
        for (Stmt statement : block.statements()) {
            boolean counted = statement instanceof Stmt.For loop && enter(loop, repeated);
            if (statement instanceof Stmt.Let let && isConstant(let.value())) {
                constant.add(let.target());
            }
            Parts.of(statement).blocks().forEach(b -> block(b, counted));
            if (counted) {
                leave((Stmt.For) statement);
            }
        }
    }

    private boolean isConstant(Expr value) {
        return value instanceof Expr.Apply apply
                && apply.op().result() == Primitive.INT
                && apply.args().stream().allMatch(this::isConstant);
    }

    /** Notes a short loop and what is constant in it; the bounds of a loop within one may depend on its counter. */
    private boolean enter(Stmt.For loop, boolean repeated) {
        boolean known = tripCount(loop) >= 0 && loop.checkpoints() == null;
        boolean depends = repeated && !known && isConstant(loop.from()) && isConstant(loop.bound());
        if (!depends && !(known && (repeated || isShort(loop)))) {
            return false;
        }
        if (known) {
            loops.add(loop);
        }
        constant.add(loop.counter());
        List<Var> parameters = loop.carried().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (isConstant(loop.carried().initial().get(i)) && !varying.contains(parameters.get(i))) {
                constant.add(parameters.get(i));
                constant.add(loop.carried().results().get(i));
            }
        }
        return true;
    }

    private void leave(Stmt.For loop) {
        List<Var> parameters = loop.carried().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (constant.contains(parameters.get(i))
                    && !isConstant(loop.body().yields().get(i))) {
                varying.add(parameters.get(i));
            }
        }
    }

    private boolean isShort(Stmt.For loop) {
        int size = unrolled(loop);
        boolean fits = iterations(loop) <= MOST_ITERATIONS && size <= MOST_STATEMENTS && total + size <= MOST_IN_ALL;
        total += fits ? size : 0;
        return fits;
    }

    /** The iterations of the innermost body in all, as far as it is known. */
    private static long iterations(Stmt.For loop) {
        return Math.max(1L, tripCount(loop)) * iterations(loop.body());
    }

    private static long iterations(Block block) {
        long most = 1;
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.For inner) {
                most = Math.max(most, iterations(inner));
            } else {
                for (Block arm : Parts.of(statement).blocks()) {
                    most = Math.max(most, iterations(arm));
                }
            }
        }
        return Math.min(most, Integer.MAX_VALUE);
    }

    private static int unrolled(Stmt.For loop) {
        return Math.max(1, Math.min(tripCount(loop), MOST_STATEMENTS)) * unrolled(loop.body());
    }

    private static int unrolled(Block block) {
        int size = 0;
        for (Stmt statement : block.statements()) {
            size += statement instanceof Stmt.Comment ? 0 : 1;
            if (statement instanceof Stmt.For loop) {
                size += unrolled(loop);
            } else {
                size += Parts.of(statement).blocks().stream()
                        .mapToInt(ShortLoops::unrolled)
                        .sum();
            }
            size = Math.min(size, MOST_IN_ALL);
        }
        return size;
    }

    /** How often the loop runs; negative if that is not known. */
    static int tripCount(Stmt.For loop) {
        if (!(loop.from() instanceof Literal first) || !(loop.bound() instanceof Literal last)) {
            return -1;
        }
        long from = ((Number) first.value()).longValue();
        long bound = ((Number) last.value()).longValue();
        boolean closed = loop.relation() == Stmt.Relation.LE || loop.relation() == Stmt.Relation.GE;
        long distance = (loop.step() > 0 ? bound - from : from - bound) + (closed ? 1 : 0);
        long size = Math.abs((long) loop.step());
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, (distance + size - 1) / size));
    }
}
