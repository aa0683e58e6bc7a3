package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Adjoints;
import dev.adjoint.processor.transform.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The derivatives in reverse mode of a method whose result is a number. */
final class ScalarProducts {
    private final Subject subject;
    private final Records records;

    ScalarProducts(Subject subject) {
        this.subject = subject;
        this.records = new Records(subject);
    }

    private String name(Kind kind) {
        return subject.base() + kind.ending();
    }

    Made gradient() {
        Draft draft = new Draft(subject);
        Map<Var, Operand> shadows = freshShadows(draft);
        Adjoints sweeps = draft.reverse(shadows);
        sweeps.seed(draft.result(), one());
        sweeps.write(draft.out);
        return draft.finish(name(Kind.GRADIENT), packed(draft, sweeps, shadows));
    }

    Made valueAndGradient() {
        Draft draft = new Draft(subject);
        Map<Var, Operand> shadows = freshShadows(draft);
        Adjoints sweeps = draft.reverse(shadows);
        sweeps.seed(draft.result(), one());
        sweeps.write(draft.out);
        Operand gradient = packed(draft, sweeps, shadows);
        Expr both = new Expr.Construct(records.valueAndGradient(), List.of(draft.result(), gradient));
        return draft.finish(name(Kind.VALUE_AND_GRADIENT), draft.out.let("both", both));
    }

    /** Every parameter is an array: the gradients overwrite the caller's arrays, and the value is returned. */
    Made valueAndGradientInto() {
        Draft draft = new Draft(subject);
        Map<Var, Operand> shadows = new LinkedHashMap<>();
        for (Shape shape : draft.independentShapes()) {
            Var parameter = shape.parts().get(0);
            Var given = draft.parameter(parameter.name() + "Bar", parameter.type());
            Checks.sameShape(draft.out, given, parameter);
            Arrays.clear(draft.out, given);
            shadows.put(parameter, draft.givenShadow(parameter, ownReferences(draft, parameter, given), shadows));
        }
        Adjoints sweeps = draft.reverse(shadows);
        sweeps.seed(draft.result(), one());
        sweeps.write(draft.out);
        return draft.finish(name(Kind.VALUE_AND_GRADIENT_INTO), draft.result());
    }

    /** Where the method replaces rows, its shadow does so too: the caller's array keeps the rows that it came with. */
    private static Var ownReferences(Draft draft, Var parameter, Var given) {
        return draft.replacesRows(parameter) ? Arrays.copyOfRows(draft.out, given.name() + "Rows", given) : given;
    }

    Made vjp() {
        Draft draft = new Draft(subject);
        Var seed = draft.parameter("yBar", subject.result());
        Outs outs = new Outs(draft);
        Adjoints sweeps = draft.reverse(outs.shadows());
        sweeps.seed(draft.result(), seed);
        sweeps.write(draft.out);
        return draft.finish(name(Kind.VJP), outs.close(records, sweeps));
    }

    private Literal one() {
        return Literal.floating(1, subject.result());
    }

    static Map<Var, Operand> freshShadows(Draft draft) {
        Map<Var, Operand> shadows = new LinkedHashMap<>();
        for (Shape shape : draft.independentShapes()) {
            for (Var leaf : shape.leaves()) {
                if (!leaf.type().isFloating()) {
                    shadows.put(leaf, draft.freshShadow(leaf, shadows));
                }
            }
        }
        return shadows;
    }

    private Operand packed(Draft draft, Adjoints sweeps, Map<Var, Operand> shadows) {
        return packed(records, "Gradient", draft, sweeps, shadows);
    }

    /** The gradients by all parameters, from the sweeps and the shadows. */
    static Operand packed(Records records, String ending, Draft draft, Adjoints sweeps, Map<Var, Operand> shadows) {
        List<Operand> values = new ArrayList<>();
        for (Shape shape : draft.independentShapes()) {
            values.add(
                    shape.pack(draft.out, shape.value().name() + "Bar", leaf -> adjoint(draft, sweeps, shadows, leaf)));
        }
        return records.pack(draft.out, ending, draft.subject.independents(), values);
    }

    private static Operand adjoint(Draft draft, Adjoints sweeps, Map<Var, Operand> shadows, Var leaf) {
        return leaf.type().isFloating() ? sweeps.adjoint(leaf) : draft.gradientOf(draft.out, leaf, shadows.get(leaf));
    }

    /** What a {@code Vjp} adds to: arrays of the caller; numbers and records are returned. */
    static final class Outs {
        private final Draft draft;
        private final Map<Var, Operand> shadows = new LinkedHashMap<>();
        private final Map<Var, Var> addedLater = new LinkedHashMap<>();
        private final List<Shape> returned = new ArrayList<>();

        Outs(Draft draft) {
            this.draft = draft;
            for (Shape shape : draft.independentShapes()) {
                if (shape.type().isArray() && !shape.isRecord()) {
                    take(shape.value(), shape.parts().get(0));
                } else {
                    returned.add(shape);
                    shape.leaves().stream()
                            .filter(leaf -> leaf.type().isArray())
                            .forEach(leaf -> shadows.put(leaf, draft.freshShadow(leaf, shadows)));
                }
            }
        }

        private void take(Var named, Var parameter) {
            Var given = draft.parameter(named.name() + "Bar", parameter.type());
            draft.receiveBeside(parameter, given);
            boolean inPlace = draft.subject.isVoid();
            if (inPlace ? draft.replacesRows(parameter) : draft.isWritten(parameter)) {
                addedLater.put(parameter, given);
                shadows.put(parameter, draft.freshShadow(parameter, shadows));
            } else {
                shadows.put(parameter, given);
            }
        }

        Map<Var, Operand> shadows() {
            return shadows;
        }

        /** Between the sweeps of a void method: what the caller gave belongs to the rows as they are then. */
        void turn(Adjoints sweeps) {
            addedLater.forEach((parameter, given) -> {
                Arrays.accumulate(sweeps.turn(), shadows.get(parameter), given);
                Arrays.clear(sweeps.turn(), given);
            });
        }

        @Nullable
        Operand close(Records records, Adjoints sweeps) {
            addedLater.forEach((parameter, given) -> Arrays.accumulate(
                    draft.out, given, draft.gradientOf(draft.out, parameter, shadows.get(parameter))));
            if (returned.isEmpty()) {
                return null;
            }
            List<Operand> values = new ArrayList<>();
            for (Shape shape : returned) {
                values.add(shape.pack(
                        draft.out, shape.value().name() + "Bar", leaf -> adjoint(draft, sweeps, shadows, leaf)));
            }
            return records.pack(
                    draft.out, "Vjp", returned.stream().map(Shape::value).toList(), values);
        }
    }
}
