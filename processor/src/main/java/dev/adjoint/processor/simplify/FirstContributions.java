package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes {@code a[i] = e} for {@code a[i] += e} where the element of an array of derivatives is still zero: the first
 * contribution defines it. Followed along every path are the arrays that hold nothing but zeros, apart from a few elements.
 */
final class FirstContributions extends Rewriter {
    private final References references;
    private final Bounds bounds = new Bounds();

    /** The arrays of zeros, each with the indices whose elements may be something else. */
    private Map<Var, Set<Operand>> zeros = new LinkedHashMap<>();

    private FirstContributions(References references) {
        this.references = references;
    }

    static Function run(Function function, Set<Var> derivative) {
        return new FirstContributions(References.of(function, derivative)).function(function);
    }

    // ----------------------------------------------------------------------------------- single statements

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        if (s.value() instanceof Expr.NewArray && isOfDerivatives(s.target())) {
            zeros.put(s.target(), Set.of());
        }
        forgetWhatIsWrittenBy(s.value());
        return super.let(s);
    }

    @Override
    public Void perform(Stmt.Do s) {
        forgetWhatIsWrittenBy(s.value());
        return super.perform(s);
    }

    private void forgetWhatIsWrittenBy(Expr value) {
        if (Effects.mayWrite(value)) {
            zeros.keySet().removeIf(array -> !references.isPrivate(array));
        }
    }

    private boolean isOfDerivatives(Operand array) {
        return array.type().element() instanceof Primitive p && p.isFloating() && references.holdsDerivatives(array);
    }

    @Override
    public Void store(Stmt.Store s) {
        if (!isZero(s.value())) {
            write(s.array(), s.index());
        } else if (isZeroAt(s.array(), s.index())) {
            return null;
        } else {
            clear(s.array(), s.index());
        }
        return super.store(s);
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        if (isZero(s.value()) && references.holdsDerivatives(s.array())) {
            return null;
        }
        boolean first = isZeroAt(s.array(), s.index());
        write(s.array(), s.index());
        return first ? super.store(new Stmt.Store(s.array(), s.index(), s.value())) : super.accumulate(s);
    }

    private boolean isZeroAt(Operand array, Operand index) {
        Set<Operand> others = array instanceof Var variable ? zeros.get(variable) : null;
        return others != null && others.stream().allMatch(other -> differ(other, index));
    }

    private static boolean differ(Operand left, Operand right) {
        return left instanceof Literal && right instanceof Literal && !left.equals(right);
    }

    private static boolean isZero(Operand value) {
        return value instanceof Literal literal && literal.isZero();
    }

    private void write(Operand array, Operand index) {
        forgetOthers(array);
        change(array, others -> {
            Set<Operand> more = new LinkedHashSet<>(others);
            more.add(index);
            return more;
        });
    }

    private void clear(Operand array, Operand index) {
        change(array, others -> {
            Set<Operand> fewer = new LinkedHashSet<>(others);
            fewer.remove(index);
            return fewer;
        });
    }

    private void change(Operand array, UnaryOperator<Set<Operand>> change) {
        if (array instanceof Var variable) {
            zeros.computeIfPresent(variable, (a, others) -> change.apply(others));
        }
    }

    private void forgetOthers(Operand written) {
        zeros.keySet().removeIf(array -> array != written && references.mayBeSame(array, written));
    }

    @Override
    public Void fill(Stmt.Fill s) {
        if (!isZero(s.value())) {
            zeros.keySet().removeIf(array -> references.mayBeSame(array, s.array()));
        } else if (!bounds.canFail(s) && isOfDerivatives(s.array())) {
            zeros.put((Var) s.array(), Set.of());
        }
        return super.fill(s);
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        zeros.keySet().removeIf(array -> references.mayBeSame(array, s.target()));
        return super.copyRange(s);
    }

    // ------------------------------------------------------------------------------------------- branches

    @Override
    public Void ifElse(Stmt.If s) {
        List<Block> arms = arms(List.of(s.then(), s.otherwise()));
        out().add(s.with(s.condition(), arms.get(0), arms.get(1), s.results()));
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Block> blocks = new ArrayList<>();
        s.cases().forEach(c -> blocks.add(c.body()));
        blocks.add(s.otherwise());
        List<Block> arms = arms(blocks);
        List<Stmt.Case> cases = new ArrayList<>();
        for (int i = 0; i < s.cases().size(); i++) {
            cases.add(new Stmt.Case(s.cases().get(i).labels(), arms.get(i)));
        }
        out().add(new Stmt.Switch(s.selector(), cases, arms.get(cases.size()), s.results()));
        return null;
    }

    /** Nothing in it has a derivative, and it may be left anywhere. */
    @Override
    public Void guarded(Stmt.Try s) {
        zeros.clear();
        super.guarded(s);
        zeros.clear();
        return null;
    }

    private List<Block> arms(List<Block> blocks) {
        Map<Var, Set<Operand>> before = zeros;
        Map<Var, Set<Operand>> met = null;
        List<Block> done = new ArrayList<>();
        for (Block arm : blocks) {
            zeros = new LinkedHashMap<>(before);
            done.add(block(arm));
            if (!arm.throwsAlways()) {
                met = met == null ? zeros : meet(met, zeros);
            }
        }
        zeros = met == null ? new LinkedHashMap<>() : met;
        return done;
    }

    /** What is zero on both paths. */
    private static Map<Var, Set<Operand>> meet(Map<Var, Set<Operand>> left, Map<Var, Set<Operand>> right) {
        Map<Var, Set<Operand>> both = new LinkedHashMap<>();
        left.forEach((array, others) -> {
            if (right.containsKey(array)) {
                Set<Operand> all = new LinkedHashSet<>(others);
                all.addAll(right.get(array));
                both.put(array, all);
            }
        });
        return both;
    }

    // ---------------------------------------------------------------------------------------------- loops

    /**
     * An array of which each iteration writes only the element at the counter counts as zero in an iteration if it was before
     * the loop. If the iteration leaves zero there, it is zero after a loop over all its elements, whatever it was before.
     */
    @Override
    public Void counted(Stmt.For s) {
        bounds.enter(s);
        Map<Var, Set<Operand>> before = zeros;
        Set<Var> own = OwnElements.written(s, references);
        own.removeIf(array -> !isOfDerivatives(array));
        Map<Var, Set<Operand>> start = new LinkedHashMap<>(before);
        own.forEach(array -> start.put(array, Set.of().equals(before.get(array)) ? Set.of() : Set.of(s.counter())));
        Block body = settled(s.body(), start, own);
        Map<Var, Set<Operand>> end = zeros;
        zeros = start;
        for (Var array : own) {
            zeros.remove(array);
            if (Set.of().equals(end.get(array)) && bounds.covers(s, array)) {
                zeros.put(array, Set.of());
            } else if (Set.of().equals(end.get(array)) && before.containsKey(array)) {
                zeros.put(array, before.get(array));
            }
        }
        out().add(s.with(s.carried(), body));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        Map<Var, Set<Operand>> start = new LinkedHashMap<>(zeros);
        Block body = settled(s.body(), start, Set.of());
        zeros = start;
        out().add(s.with(s.carried(), s.condition(), body));
        return null;
    }

    /** The body, where what is said to be zero at its start is so at the start of every iteration; the rest is taken out. */
    private Block settled(Block body, Map<Var, Set<Operand>> start, Set<Var> own) {
        while (true) {
            zeros = new LinkedHashMap<>(start);
            Block done = block(body);
            Set<Var> lost = new HashSet<>();
            start.forEach((array, others) -> {
                if (!own.contains(array) && !(zeros.containsKey(array) && others.containsAll(zeros.get(array)))) {
                    lost.add(array);
                }
            });
            if (lost.isEmpty()) {
                return done;
            }
            start.keySet().removeAll(lost);
        }
    }
}
