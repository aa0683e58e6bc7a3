package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which loops have iterations that exchange nothing but sums, as far as derivatives go: an iteration hands on active numbers
 * only by adding to what it was handed, it reads active arrays that are never written again, and what it writes is its own.
 * Then the adjoint of a sum is the same in all iterations, and they can be reversed in any order.
 */
public final class Sums {
    private final Activity activity;
    private final Memory memory;

    /** Prepares for the function that the facts are about. */
    public Sums(Activity activity, Memory memory) {
        this.activity = activity;
        this.memory = memory;
    }

    /** Whether the iterations of a counted loop, which is in no other loop, exchange nothing but sums. */
    public boolean areAll(Stmt.For loop) {
        Carried carried = loop.carried();
        for (int i = 0; i < carried.parameters().size(); i++) {
            Var parameter = carried.parameters().get(i);
            boolean passive = !activity.active(parameter)
                    && !activity.active(carried.results().get(i));
            if (!passive && !(parameter.type() instanceof Primitive && isSum(parameter, loop.body(), i))) {
                return false;
            }
        }
        return isIndependent(loop.body(), loop);
    }

    /**
     * Whether a block does nothing with a number but add to it, once on each path, and yields the sum in that place alone.
     * Comparisons with it do no harm: no derivative passes through them.
     */
    private static boolean isSum(Var number, Block block, int place) {
        List<Stmt> readers = readers(number, block);
        List<Integer> yielded = yielded(number, block);
        if (readers.isEmpty()) {
            return yielded.equals(List.of(place));
        }
        Var next = yielded.isEmpty() && readers.size() == 1 ? next(number, readers.get(0)) : null;
        return next != null && isSum(next, block, place);
    }

    private static List<Stmt> readers(Var number, Block block) {
        return block.statements().stream()
                .filter(s -> Uses.of(s).reads(number) && !isDecision(s))
                .toList();
    }

    private static boolean isDecision(Stmt statement) {
        return statement instanceof Stmt.Let let
                && let.value() instanceof Expr.Apply
                && !let.target().type().isFloating();
    }

    private static List<Integer> yielded(Var number, Block block) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < block.yields().size(); i++) {
            if (block.yields().get(i) == number) {
                places.add(i);
            }
        }
        return places;
    }

    /** What the number becomes in a statement that only adds to it; null if it does something else. */
    private static @Nullable Var next(Var number, Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            boolean kept = let.value() instanceof Expr.Copy || isAddition(let.value(), number);
            return kept ? let.target() : null;
        } else if (statement instanceof Stmt.For loop) {
            return afterLoop(number, loop, loop.carried(), loop.body());
        } else if (statement instanceof Stmt.While loop) {
            return afterLoop(number, loop, loop.carried(), loop.body());
        }
        return statement instanceof Stmt.If || statement instanceof Stmt.Switch ? afterBranch(number, statement) : null;
    }

    private static boolean isAddition(Expr value, Operand number) {
        if (!(value instanceof Expr.Apply apply) || apply.args().size() != 2) {
            return false;
        }
        Operand left = apply.args().get(0);
        Operand right = apply.args().get(1);
        return switch (apply.op().name()) {
            case "+" -> left == number ^ right == number;
            case "-" -> left == number && right != number;
            default -> false;
        };
    }

    private static @Nullable Var afterLoop(Var number, Stmt loop, Carried carried, Block body) {
        int i = carried.initial().indexOf(number);
        boolean summed = i >= 0
                && Uses.of(loop).count(number) == 1
                && isSum(carried.parameters().get(i), body, i);
        return summed ? carried.results().get(i) : null;
    }

    /** Every arm that is come out of hands on the sum in the same place. */
    private static @Nullable Var afterBranch(Var number, Stmt branch) {
        Parts parts = Parts.of(branch);
        List<Block> arms =
                parts.blocks().stream().filter(b -> !b.throwsAlways()).toList();
        for (int i = 0; i < parts.bound().size() && !parts.operands().contains(number); i++) {
            int place = i;
            if (arms.stream().allMatch(arm -> isSum(number, arm, place))) {
                return parts.bound().get(i);
            }
        }
        return null;
    }

    private boolean isIndependent(Block block, Stmt loop) {
        return block.statements().stream().allMatch(s -> isIndependent(s, loop));
    }

    /** A loop that throws is left as it is: what the caller gave is then not added to. */
    private boolean isIndependent(Stmt statement, Stmt loop) {
        if (statement instanceof Stmt.Throw) {
            return false;
        }
        boolean anew = statement instanceof Stmt.Let let && let.value() instanceof Expr.Reuse;
        Parts parts = Parts.of(statement);
        return (anew || parts.operands().stream().allMatch(o -> isOwnOrSettled(o, loop)))
                && parts.blocks().stream().allMatch(b -> isIndependent(b, loop));
    }

    private boolean isOwnOrSettled(Operand operand, Stmt loop) {
        return operand.type() instanceof Primitive
                || !activity.active(operand)
                || memory.isOfIteration(operand, loop)
                || memory.isSettledBefore(loop, operand);
    }
}
