package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Integers that loops carry and only add to, by amounts that are easily had again: what such an integer was can be told from
 * what it is, also where it has wrapped around.
 */
public final class Counters {
    /**
     * A part of what an iteration adds.
     *
     * @param negative whether it is subtracted
     * @param times an inner loop of which each iteration adds the amount; null if it is added once
     */
    public record Addend(Operand amount, boolean negative, Stmt.@Nullable For times) {}

    private static final Set<String> RING = Set.of("+", "-", "*");

    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, Stmt.For> ends = new HashMap<>();
    private final Map<Var, Stmt.For> loops = new HashMap<>();
    private final Map<Var, List<Addend>> increments = new HashMap<>();

    private Counters() {}

    /** Analyses a function. */
    public static Counters of(Function function) {
        Counters counters = new Counters();
        counters.block(function.body());
        return counters;
    }

    /** What an iteration adds to the parameter of its loop; null if that is not known. */
    public @Nullable List<Addend> increment(Var parameter) {
        return increments.get(parameter);
    }

    /** The counted loop whose counter it is, or that hands it on; null if there is none. */
    Stmt.@Nullable For loop(Var value) {
        return loops.get(value);
    }

    /** What the value is bound to; null if that is not one expression. */
    @Nullable
    Expr definition(Var value) {
        return definitions.get(value);
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let) {
                definitions.put(let.target(), let.value());
            }
            Parts.of(statement).blocks().forEach(this::block);
            if (statement instanceof Stmt.For loop) {
                carried(loop.carried(), loop.body(), loop.counter());
                loop.carried().results().forEach(r -> ends.put(r, loop));
                loop.carried().parameters().forEach(p -> loops.put(p, loop));
                loops.put(loop.counter(), loop);
            } else if (statement instanceof Stmt.While loop) {
                carried(loop.carried(), loop.body(), null);
            }
        }
    }

    private void carried(Stmt.Carried carried, Block body, @Nullable Var counter) {
        Set<Var> inside = new HashSet<>(Uses.of(body).bound());
        inside.addAll(carried.parameters());
        for (int i = 0; i < carried.parameters().size() && !body.throwsAlways(); i++) {
            Var parameter = carried.parameters().get(i);
            List<Addend> added = parameter.type() == Primitive.INT
                    ? difference(body.yields().get(i), parameter, inside, counter)
                    : null;
            if (added != null && !added.isEmpty()) {
                increments.put(parameter, added);
            }
        }
    }

    private @Nullable List<Addend> difference(Operand value, Var parameter, Set<Var> inside, @Nullable Var counter) {
        List<Addend> added = new ArrayList<>();
        Operand rest = value;
        while (rest != parameter) {
            Expr made = rest instanceof Var ? definitions.get(rest) : null;
            if (made instanceof Expr.Apply sum && sum.args().size() == 2 && isSum(sum)) {
                Operand amount = sum.args().get(1);
                added.add(new Addend(amount, sum.op().name().equals("-"), null));
                rest = sum.args().get(0);
            } else if (rest instanceof Var end && ends.containsKey(end)) {
                rest = before(end, ends.get(end), added);
            } else {
                return null;
            }
        }
        return added.stream().allMatch(a -> isEasy(a, inside, counter)) ? added : null;
    }

    private static boolean isSum(Expr.Apply apply) {
        return apply.op().name().equals("+") || apply.op().name().equals("-");
    }

    /** The value before an inner loop that adds the same in each of its iterations; null if it does not. */
    private @Nullable Operand before(Var end, Stmt.For loop, List<Addend> added) {
        int i = loop.carried().results().indexOf(end);
        Set<Var> inside = new HashSet<>(Uses.of(loop.body()).bound());
        inside.add(loop.counter());
        inside.addAll(loop.carried().parameters());
        for (Addend each : increments.getOrDefault(loop.carried().parameters().get(i), List.of())) {
            if (each.times() != null || inside.contains(each.amount())) {
                return null;
            }
            added.add(new Addend(each.amount(), each.negative(), loop));
        }
        return added.isEmpty() ? null : loop.carried().initial().get(i);
    }

    private boolean isEasy(Addend addend, Set<Var> inside, @Nullable Var counter) {
        return isEasy(addend.amount(), inside, counter)
                && (addend.times() == null
                        || (isEasy(addend.times().from(), inside, counter)
                                && isEasy(addend.times().bound(), inside, counter)));
    }

    /** Whether the amount is a constant, made before the loop, or computed from that and the loop's own counter. */
    private boolean isEasy(Operand amount, Set<Var> inside, @Nullable Var counter) {
        if (amount instanceof Literal || amount == counter || !inside.contains(amount)) {
            return true;
        }
        return definitions.get(amount) instanceof Expr.Apply apply
                && apply.op().result() == Primitive.INT
                && RING.contains(apply.op().name())
                && apply.args().stream().allMatch(a -> isEasy(a, inside, counter));
    }
}
