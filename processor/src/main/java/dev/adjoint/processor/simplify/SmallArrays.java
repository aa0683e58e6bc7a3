package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the arrays that can be variables instead: made here with a constant length, seen by nothing but this function, and
 * accessed at constant indices within it. Variables that hand an array on to each other stand or fall together. In a group
 * that is written, each array has to have one name at a time, because afterwards there is no array to share.
 */
final class SmallArrays {
    /** Elements of an array that becomes variables. */
    private static final int LONGEST = 16;

    private final References references;
    private final Predicate<Operand> constant;
    private final Map<Var, Integer> lengths = new HashMap<>();
    private final Set<Var> rejected = new HashSet<>();
    private final Set<Var> written = new HashSet<>();
    private final List<Clone> clones = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();
    /** Where elements are copied from, if from a small array, into one that has to be small as well. */
    private final List<Stmt.CopyRange> copies = new ArrayList<>();

    private record Clone(Var copy, Operand original) {}

    /** An access to the elements {@code from} up to {@code to}, which is excluded. */
    private record Access(Operand array, int from, int to) {}

    private SmallArrays(Function function, References references, Predicate<Operand> constant) {
        this.references = references;
        this.constant = constant;
        function.body().yields().forEach(this::reject);
        block(function.body(), false);
        settle(Ownership.of(function));
    }

    /** Finds the arrays whose indices are literals. */
    static SmallArrays of(Function function, References references) {
        return new SmallArrays(function, references, SmallArrays::isLiteral);
    }

    /**
     * Finds the arrays whose indices will be literals.
     *
     * @param constant which indices will be
     */
    static SmallArrays of(Function function, References references, Predicate<Operand> constant) {
        return new SmallArrays(function, references, constant.or(SmallArrays::isLiteral));
    }

    private static boolean isLiteral(Operand operand) {
        return operand instanceof Literal;
    }

    /** Whether the operand is such an array. */
    boolean contains(Operand operand) {
        return operand instanceof Var variable && isSmall(references.root(variable));
    }

    private boolean isSmall(Var root) {
        return lengths.containsKey(root) && !rejected.contains(root);
    }

    /** The length of such an array. */
    int length(Var array) {
        return lengths.get(references.root(array));
    }

    boolean isEmpty() {
        return rejected.containsAll(lengths.keySet());
    }

    // ---------------------------------------------------------------------------------------- conclusions

    private void settle(Ownership ownership) {
        ownership.shared().stream()
                .filter(v -> written.contains(references.root(v)))
                .forEach(this::reject);
        untilSettled(this::measureClone);
        lengths.keySet().stream().filter(root -> !references.isPrivate(root)).forEach(this::reject);
        accesses.stream().filter(a -> !isWithin(a)).forEach(a -> reject(a.array()));
        untilSettled(clone -> !contains(clone.original()) && reject(clone.copy()));
    }

    private boolean measureClone(Clone clone) {
        return contains(clone.original()) && made(clone.copy(), length((Var) clone.original()));
    }

    private void untilSettled(Predicate<Clone> change) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Clone clone : clones) {
                changed |= change.test(clone);
            }
            for (Stmt.CopyRange copy : copies) {
                changed |= !contains(copy.target()) && contains(copy.source()) && reject(copy.source());
            }
        }
    }

    private boolean isWithin(Access access) {
        return !contains(access.array())
                || (access.from() >= 0 && access.from() <= access.to() && access.to() <= length((Var) access.array()));
    }

    private boolean reject(Operand operand) {
        return operand instanceof Var v && v.type().isArray() && rejected.add(references.root(v));
    }

    /** Notes the length of an array; gives whether that was news. */
    private boolean made(Var target, int length) {
        Integer other = lengths.putIfAbsent(references.root(target), length);
        boolean fits = length >= 0 && length <= LONGEST && (other == null || other == length);
        return fits ? other == null : reject(target);
    }

    // ----------------------------------------------------------------------------------------- statements

    private void block(Block block, boolean guarded) {
        block.statements().forEach(s -> statement(s, guarded));
    }

    private void statement(Stmt statement, boolean guarded) {
        if (statement instanceof Stmt.Let let) {
            bind(let.target(), let.value());
        } else if (statement instanceof Stmt.Do evaluation) {
            perform(evaluation.value());
        } else if (statement instanceof Stmt.For loop) {
            handedOn(loop.carried().initial(), loop.carried().parameters());
        } else if (statement instanceof Stmt.While loop) {
            handedOn(loop.carried().initial(), loop.carried().parameters());
        } else {
            write(statement, guarded);
        }
        Parts parts = Parts.of(statement);
        boolean isTry = statement instanceof Stmt.Try;
        for (Block block : parts.blocks()) {
            block(block, guarded || isTry);
            if (!block.throwsAlways() && block.yields().size() == parts.bound().size()) {
                handedOn(block.yields(), parts.bound());
            }
        }
        if (isTry) {
            parts.bound().forEach(this::reject);
        }
    }

    /** Where an array may be null, an access has to fail. */
    private void handedOn(List<Operand> values, List<Var> receivers) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Literal) {
                reject(receivers.get(i));
            }
        }
    }

    private void bind(Var target, Expr value) {
        if (value instanceof Expr.NewArray array) {
            made(target, array);
        } else if (value instanceof Expr.ArrayOf array) {
            made(target, array);
        } else if (value instanceof Expr.Clone clone) {
            clones.add(new Clone(target, clone.array()));
        } else if (value instanceof Expr.Load load) {
            access(load.array(), load.index());
        } else if (!(value instanceof Expr.Copy)) {
            reject(target);
        }
    }

    /** A read may be there for its exception alone. */
    private void perform(Expr value) {
        if (value instanceof Expr.Load load) {
            access(load.array(), load.index());
        } else {
            value.operands().forEach(this::reject);
        }
    }

    private void made(Var target, Expr.NewArray array) {
        boolean filled = array.dimensions().size() == array.arrayType().rank()
                && array.arrayType().base() instanceof Primitive;
        boolean known = array.dimensions().stream().allMatch(SmallArrays::isLiteral);
        made(target, filled && known ? number(array.dimensions().get(0)) : -1);
    }

    private void made(Var target, Expr.ArrayOf array) {
        Type element = array.arrayType().element();
        boolean fits = array.elements().stream().allMatch(e -> e.type().equals(element) && !isNull(e));
        made(target, fits ? array.elements().size() : -1);
    }

    private static boolean isNull(Operand operand) {
        return operand instanceof Literal literal && literal.value() == null;
    }

    /** What is written before an exception, the handler sees. */
    private void write(Stmt statement, boolean guarded) {
        if (statement instanceof Stmt.Store s) {
            access(s.array(), s.index());
            written(
                    s.array(),
                    guarded || !s.value().type().equals(s.array().type().element()) || isNull(s.value()));
        } else if (statement instanceof Stmt.Accumulate s) {
            access(s.array(), s.index());
            written(s.array(), guarded);
        } else if (statement instanceof Stmt.Fill s) {
            range(s.array(), s.from(), s.to());
            written(
                    s.array(),
                    guarded || !s.value().type().equals(s.array().type().element()) || isNull(s.value()));
        } else if (statement instanceof Stmt.CopyRange s) {
            copy(s, guarded);
        }
    }

    private void written(Operand array, boolean unfit) {
        if (array instanceof Var v) {
            written.add(references.root(v));
        }
        if (unfit) {
            reject(array);
        }
    }

    /** Another array is not seen to be written before the copy has succeeded, so a copy into it stays one. */
    private void copy(Stmt.CopyRange s, boolean guarded) {
        boolean fits = s.source().type().equals(s.target().type()) && isKnown(s.targetFrom()) && isPositive(s.length());
        written(s.target(), guarded || !fits);
        if (!fits || !isKnown(s.sourceFrom())) {
            reject(s.source());
        }
        copies.add(s);
        access(s.target(), s.targetFrom(), s.length());
        access(s.source(), s.sourceFrom(), s.length());
    }

    private boolean isPositive(Operand length) {
        return length instanceof Literal literal ? number(literal) > 0 : constant.test(length);
    }

    private boolean isKnown(Operand index) {
        return index instanceof Literal || constant.test(index);
    }

    private static int number(Operand literal) {
        return ((Literal) literal).value() instanceof Integer n ? n : -1;
    }

    private void access(Operand array, Operand from, Operand length) {
        if (isLiteral(from) && isLiteral(length)) {
            accesses.add(new Access(array, number(from), number(from) + number(length)));
        }
    }

    private void access(Operand array, Operand index) {
        if (!isKnown(index)) {
            reject(array);
        }
        access(array, index, Literal.of(1));
    }

    private void range(Operand array, Operand from, Operand to) {
        if (!isKnown(from) || !isKnown(to)) {
            reject(array);
        } else if (isLiteral(from) && isLiteral(to)) {
            accesses.add(new Access(array, number(from), number(to)));
        }
    }
}
