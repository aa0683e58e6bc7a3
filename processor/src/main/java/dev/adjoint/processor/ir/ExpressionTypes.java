package dev.adjoint.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the operands of an expression are of the types that it takes. */
final class ExpressionTypes implements Expr.Visitor<@Nullable Void> {
    /** Checks a use of an operand. */
    interface Use {
        void check(Operand operand, Type expected, String role);
    }

    /** Checks a condition. */
    interface Condition {
        void check(boolean holds, String problem);
    }

    private final Use use;
    private final Condition condition;

    ExpressionTypes(Use use, Condition condition) {
        this.use = use;
        this.condition = condition;
    }

    private void all(List<Operand> operands, List<? extends Type> types, String what) {
        String count = operands.size() + " operands for " + what + ", which takes " + types.size();
        condition.check(operands.size() == types.size(), count);
        for (int i = 0; i < operands.size(); i++) {
            use.check(operands.get(i), types.get(i), "operand of " + what);
        }
    }

    private void array(Operand operand) {
        condition.check(
                operand.type().isArray(), operand + " is " + operand.type().text() + ", not an array");
    }

    @Override
    public @Nullable Void apply(Expr.Apply e) {
        all(e.args(), e.op().parameters(), e.op().name());
        return null;
    }

    @Override
    public @Nullable Void copyOf(Expr.Copy e) {
        return null;
    }

    @Override
    public @Nullable Void stop(Expr.Stop e) {
        return null;
    }

    @Override
    public @Nullable Void load(Expr.Load e) {
        array(e.array());
        use.check(e.index(), Primitive.INT, "index");
        return null;
    }

    @Override
    public @Nullable Void length(Expr.Length e) {
        array(e.array());
        return null;
    }

    @Override
    public @Nullable Void newArray(Expr.NewArray e) {
        boolean fits = !e.dimensions().isEmpty()
                && e.dimensions().size() <= e.arrayType().rank();
        condition.check(
                fits, e.dimensions().size() + " lengths for " + e.arrayType().text());
        e.dimensions().forEach(d -> use.check(d, Primitive.INT, "length"));
        return null;
    }

    @Override
    public @Nullable Void arrayOf(Expr.ArrayOf e) {
        e.elements().forEach(o -> use.check(o, e.arrayType().element(), "element"));
        return null;
    }

    @Override
    public @Nullable Void cloneOf(Expr.Clone e) {
        array(e.array());
        return null;
    }

    @Override
    public @Nullable Void reuse(Expr.Reuse e) {
        array(e.array());
        return null;
    }

    @Override
    public @Nullable Void grow(Expr.Grow e) {
        array(e.array());
        use.check(e.index(), Primitive.INT, "index");
        return null;
    }

    @Override
    public @Nullable Void construct(Expr.Construct e) {
        List<Type> types = e.recordType().components().stream()
                .map(RecordType.Component::type)
                .toList();
        all(e.components(), types, e.recordType().name());
        return null;
    }

    @Override
    public @Nullable Void field(Expr.Field e) {
        String type = e.record().type().text();
        condition.check(e.record().type() instanceof RecordType, e.record() + " is " + type + ", not a record");
        RecordType record = (RecordType) e.record().type();
        boolean known = record.components().stream().anyMatch(c -> c.name().equals(e.component()));
        condition.check(known, "record " + type + " has no component " + e.component());
        return null;
    }

    @Override
    public @Nullable Void call(Expr.Call e) {
        return null;
    }

    @Override
    public @Nullable Void given(Expr.GivenCall e) {
        List<Type> types = e.method().parameters();
        condition.check(
                e.args().size() == types.size(),
                e.args().size() + " arguments of " + e.method().method());
        for (int i = 0; i < types.size(); i++) {
            if (!(types.get(i) instanceof OpaqueType)) {
                use.check(
                        e.args().get(i),
                        types.get(i),
                        "argument of " + e.method().method());
            }
        }
        return null;
    }

    @Override
    public @Nullable Void foreign(Expr.Foreign e) {
        return null;
    }
}
