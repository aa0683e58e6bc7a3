package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Shift;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The array elements whose values are known at a point of the program. */
final class Elements {
    private final References references;
    private final Function<Var, @Nullable Expr> definitions;
    private final Map<Expr.Load, Operand> known;

    Elements(References references, Function<Var, @Nullable Expr> definitions) {
        this(references, definitions, new LinkedHashMap<>());
    }

    private Elements(References references, Function<Var, @Nullable Expr> definitions, Map<Expr.Load, Operand> known) {
        this.references = references;
        this.definitions = definitions;
        this.known = known;
    }

    /** The same knowledge, to go on with on one of several paths. */
    Elements copy() {
        return new Elements(references, definitions, new LinkedHashMap<>(known));
    }

    @Nullable
    Operand value(Expr.Load load) {
        return known.get(load);
    }

    void learn(Expr.Load load, Operand value) {
        known.put(load, value);
    }

    /** Forgets what the writes may have changed. */
    void forget(Writes writes) {
        if (writes.anywhere()) {
            known.keySet().removeIf(load -> !references.isPrivate(load.array()));
        }
        Map<Operand, Boolean> whole = new HashMap<>();
        for (Writes.Place place : writes.places()) {
            if (place.index() != null) {
                forget(place);
            } else if (whole.put(place.array(), true) == null) {
                forget(place);
            }
        }
    }

    void forget(Writes.Place place) {
        known.keySet().removeIf(load -> mayBe(load, place));
    }

    private boolean mayBe(Expr.Load load, Writes.Place place) {
        return references.mayBeSame(load.array(), place.array())
                && (place.index() == null || mayBeEqual(load.index(), place.index()));
    }

    /** Two indices that differ from one value by different constants are different, even where int wraps around. */
    private boolean mayBeEqual(Operand left, Operand right) {
        Offset a = offset(left);
        Offset b = offset(right);
        return !java.util.Objects.equals(a.base(), b.base()) || a.distance() == b.distance();
    }

    private record Offset(@Nullable Operand base, int distance) {}

    private Offset offset(Operand index) {
        if (index instanceof Literal literal) {
            return literal.value() instanceof Integer n ? new Offset(null, n) : new Offset(index, 0);
        }
        Shift sum = Shift.of(definitions.apply((Var) index));
        return sum == null ? new Offset(index, 0) : new Offset(sum.of(), sum.by());
    }
}
