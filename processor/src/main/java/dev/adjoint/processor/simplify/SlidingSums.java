package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each element of an array of derivatives once where the iterations of a loop add to neighbouring ones: what later
 * iterations add more to is carried to them in variables. Allowed where the loop does nothing else to arrays that may be that
 * one, because sums can be made in any order.
 */
final class SlidingSums extends Rewriter {
    /** More variables than these are not carried from iteration to iteration. */
    private static final int FEW = 3;

    private final References references;
    private final Set<Var> derivative;
    private final Bounds bounds = new Bounds();

    private SlidingSums(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        this.derivative = derivative;
    }

    /** Slides along what can be; new variables that hold derivatives are added to {@code derivative}. */
    static Function run(Function function, Set<Var> derivative) {
        return new SlidingSums(function, derivative).function(function);
    }

    /**
     * The elements that an iteration adds to: from that at the counter plus {@code first} to that plus {@code last}, counted in
     * the direction of the loop.
     */
    private record Window(Var array, int first, int last) {
        int carried() {
            return last - first;
        }
    }

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        return super.let(s);
    }

    @Override
    public Void counted(Stmt.For s) {
        Stmt.For loop = s.with(s.carried(), block(s.body()));
        BlockBuilder after = new BlockBuilder();
        for (Window window : windows(loop)) {
            loop = slide(loop, window, after);
        }
        out().add(loop);
        if (!after.statements().isEmpty()) {
            Var runs = out().let("runs", Bounds.test(s));
            out().add(new Stmt.If(runs, after.build(), Block.EMPTY, List.of()));
        }
        return null;
    }

    private List<Window> windows(Stmt.For loop) {
        List<Window> found = new ArrayList<>();
        if (Math.abs(loop.step()) != 1 || loop.checkpoints() != null) {
            return found;
        }
        Set<Var> arrays = new LinkedHashSet<>();
        for (Stmt statement : loop.body().statements()) {
            if (statement instanceof Stmt.Accumulate sum && references.holdsDerivatives(sum.array())) {
                arrays.add((Var) sum.array());
            }
        }
        arrays.removeAll(Uses.of(loop.body()).bound());
        for (Var array : arrays) {
            Window window = isOnlyAddedTo(loop.body(), array) ? window(loop, array) : null;
            if (window != null && window.carried() > 0 && window.carried() <= FEW) {
                found.add(window);
            }
        }
        return found;
    }

    /** Whether all accesses to what may be the array are sums that every iteration makes. */
    private boolean isOnlyAddedTo(Block body, Var array) {
        Accesses accesses = Accesses.of(body);
        long sums = body.statements().stream()
                .filter(s -> s instanceof Stmt.Accumulate sum && sum.array() == array)
                .count();
        return (accesses.isPlain() || references.isPrivate(array))
                && sums
                        == accesses.all().stream()
                                .filter(a -> references.mayBeSame(a.array(), array))
                                .count();
    }

    private @Nullable Window window(Stmt.For loop, Var array) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Stmt statement : loop.body().statements()) {
            if (statement instanceof Stmt.Accumulate sum && sum.array() == array) {
                Integer offset = bounds.distance(sum.index(), loop.counter());
                if (offset == null) {
                    return null;
                }
                first = Math.min(first, offset * loop.step());
                last = Math.max(last, offset * loop.step());
            }
        }
        return new Window(array, first, last);
    }

    private Stmt.For slide(Stmt.For loop, Window window, BlockBuilder after) {
        List<Var> parameters = variables(window);
        Operand[] current = Arrays.copyOf(parameters.toArray(Operand[]::new), window.carried() + 1);
        BlockBuilder body = new BlockBuilder();
        Stmt.Accumulate finished = lastSum(loop, window);
        for (Stmt statement : loop.body().statements()) {
            if (statement instanceof Stmt.Accumulate sum && sum.array() == window.array()) {
                int at = place(sum, loop, window);
                current[at] = current[at] == null
                        ? sum.value()
                        : plus(body, at == 0 ? "t" : name(window), current[at], sum.value());
            } else {
                body.add(statement);
            }
            if (statement == finished) {
                body.add(new Stmt.Accumulate(window.array(), finished.index(), current[0]));
            }
        }
        List<Operand> yields = new ArrayList<>(loop.body().yields());
        yields.addAll(Arrays.asList(current).subList(1, current.length));
        List<Var> results = variables(window);
        addRest(loop, window, results, after);
        return loop.with(loop.carried().and(Stmt.Carried.fromZero(parameters, results)), body.build(yields));
    }

    /** Where in the window the element is. */
    private int place(Stmt.Accumulate sum, Stmt.For loop, Window window) {
        Integer distance = java.util.Objects.requireNonNull(bounds.distance(sum.index(), loop.counter()));
        return distance * loop.step() - window.first();
    }

    /** The last sum into the first element of the window, to which later iterations add nothing. */
    private Stmt.Accumulate lastSum(Stmt.For loop, Window window) {
        Stmt.Accumulate last = null;
        for (Stmt statement : loop.body().statements()) {
            if (statement instanceof Stmt.Accumulate sum
                    && sum.array() == window.array()
                    && place(sum, loop, window) == 0) {
                last = sum;
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    /** Variables for the sums that are carried. */
    private List<Var> variables(Window window) {
        List<Var> variables = new ArrayList<>();
        for (int i = 0; i < window.carried(); i++) {
            variables.add(new Var(name(window), window.array().type().element()));
        }
        derivative.addAll(variables);
        return variables;
    }

    private static String name(Window window) {
        return window.array().name() + "Next";
    }

    private Var plus(BlockBuilder body, String name, Operand left, Operand right) {
        Var sum = body.infix(name, "+", left, right);
        derivative.add(sum);
        return sum;
    }

    /** What is left over when the loop has run goes to the elements behind the last iteration's first. */
    private static void addRest(Stmt.For loop, Window window, List<Var> results, BlockBuilder after) {
        boolean inclusive = loop.relation() == Stmt.Relation.LE || loop.relation() == Stmt.Relation.GE;
        for (int i = 0; i < results.size(); i++) {
            int distance = (window.first() + i + (inclusive ? 1 : 0)) * loop.step();
            Operand index = distance == 0 ? loop.bound() : after.infix("at", "+", loop.bound(), Literal.of(distance));
            after.add(new Stmt.Accumulate(window.array(), index, results.get(i)));
        }
    }
}
