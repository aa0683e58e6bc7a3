package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expressions, one operation at a time, from left to right. A call without a result gives the literal null. */
final class ExpressionLowering implements Tree.ExpressionVisitor<Operand> {
    private static final Operand NOTHING = new Literal(null, new dev.adjoint.processor.ir.OpaqueType("void"));
    private static final String TEMPORARY = "t";

    private final MethodLowering method;
    private final Targets targets;
    private String name = TEMPORARY;

    ExpressionLowering(MethodLowering method, Targets targets) {
        this.method = method;
        this.targets = targets;
    }

    /** The value of the expression; if it needs a new variable, that is called {@code wanted}. */
    Operand lower(Tree.Expression e, String wanted) {
        String outer = name;
        name = wanted;
        Operand value = e.accept(this);
        name = outer;
        return value;
    }

    Operand lower(Tree.Expression e) {
        return lower(e, TEMPORARY);
    }

    private List<Operand> lowerAll(List<Tree.Expression> all) {
        List<Operand> values = new ArrayList<>();
        all.forEach(e -> values.add(lower(e)));
        return values;
    }

    private Frame frame() {
        return method.frame();
    }

    private BlockBuilder out() {
        return frame().out;
    }

    @Override
    public Operand constant(Tree.Constant e) {
        return new Literal(e.value(), e.type());
    }

    @Override
    public Operand name(Tree.Name e) {
        return frame().value(e.local());
    }

    @Override
    public Operand element(Tree.Element e) {
        Operand array = lower(e.array());
        return out().let(name, new Expr.Load(array, lower(e.index())));
    }

    @Override
    public Operand operation(Tree.Operation e) {
        List<Operand> args = lowerAll(e.args());
        return out().let(name, new Expr.Apply(e.op(), args));
    }

    @Override
    public Operand shortCircuit(Tree.ShortCircuit e) {
        Operand left = lower(e.left());
        Local value = new Local(name, Primitive.BOOLEAN);
        frame().set(value, Literal.of(!e.and()));
        Runnable right = () -> frame().set(value, lower(e.right(), name));
        method.branch(left, e.and() ? right : () -> {}, e.and() ? () -> {} : right);
        return take(value);
    }

    @Override
    public Operand conditional(Tree.Conditional e) {
        Operand condition = lower(e.condition());
        Local value = new Local(name, e.type());
        frame().set(value, Literal.zero(e.type()));
        method.branch(
                condition,
                () -> frame().set(value, lower(e.then(), value.name())),
                () -> frame().set(value, lower(e.otherwise(), value.name())));
        return take(value);
    }

    private Operand take(Local local) {
        return Objects.requireNonNull(frame().values.remove(local));
    }

    @Override
    public Operand assign(Tree.Assign e) {
        if (e.place() instanceof Tree.Name place) {
            Operand value = lower(e.value(), place.local().name());
            frame().assign(place.local(), value);
            return value;
        }
        Tree.Element place = (Tree.Element) e.place();
        Operand array = lower(place.array());
        Operand index = lower(place.index());
        Operand value = lower(e.value());
        out().add(new Stmt.Store(array, index, value));
        return value;
    }

    @Override
    public Operand update(Tree.Update e) {
        if (e.place() instanceof Tree.Name place) {
            Operand old = frame().value(place.local());
            Operand next = combine(e, old, () -> lower(e.value()), place.local().name());
            frame().assign(place.local(), next);
            return e.postfix() ? old : next;
        }
        Tree.Element place = (Tree.Element) e.place();
        Operand array = lower(place.array());
        Operand index = lower(place.index());
        Operand old = out().let(TEMPORARY, new Expr.Load(array, index));
        Operand next = combine(e, old, () -> lower(e.value()), TEMPORARY);
        out().add(new Stmt.Store(array, index, next));
        return e.postfix() ? old : next;
    }

    /**
     * An update whose value nobody uses. {@code a[i] += v} becomes one linear statement, if evaluating {@code v} cannot
     * change {@code a[i]}.
     */
    void updateOnly(Tree.Update e) {
        boolean sum = e.op().name().equals("+") || e.op().name().equals("-");
        if (!(e.place() instanceof Tree.Element place)
                || !sum
                || !place.type().isFloating()
                || !e.op().parameters().get(0).equals(place.type())
                || Scan.of(e.value()).hasEffects()) {
            update(e);
            return;
        }
        Operand array = lower(place.array());
        Operand index = lower(place.index());
        Operand value = lower(e.value());
        Primitive type = (Primitive) place.type();
        Operand addend = e.op().name().equals("+") ? value : negated(value, type);
        out().add(new Stmt.Accumulate(array, index, addend));
    }

    private Operand negated(Operand value, Primitive type) {
        return out().apply(TEMPORARY, Op.prefix("-", type), value);
    }

    private Operand combine(Tree.Update e, Operand old, java.util.function.Supplier<Operand> right, String wanted) {
        Primitive stored = (Primitive) old.type();
        Primitive computed = e.op().parameters().get(0);
        Operand left = stored == computed ? old : out().cast(TEMPORARY, old, computed);
        Expr.Apply apply = new Expr.Apply(e.op(), List.of(left, right.get()));
        boolean converts = stored != e.op().result();
        Operand next = out().let(converts ? TEMPORARY : wanted, apply);
        return converts ? out().cast(wanted, next, stored) : next;
    }

    @Override
    public Operand length(Tree.Length e) {
        return out().let(name, new Expr.Length(lower(e.array())));
    }

    @Override
    public Operand newArray(Tree.NewArray e) {
        List<Operand> dimensions = lowerAll(e.dimensions());
        return out().let(name, new Expr.NewArray((ArrayType) e.type(), dimensions));
    }

    @Override
    public Operand arrayOf(Tree.ArrayOf e) {
        List<Operand> elements = lowerAll(e.elements());
        return out().let(name, new Expr.ArrayOf((ArrayType) e.type(), elements));
    }

    @Override
    public Operand library(Tree.Library e) {
        if (e.kind() == Tree.Library.Kind.CONSTANT) {
            return out().let(name, new Expr.Stop(lower(e.args().get(0)), targets.site(e.position())));
        }
        return new LibraryLowering(out(), name).lower(e.kind(), lowerAll(e.args()), e.type());
    }

    @Override
    public Operand call(Tree.Call e) {
        List<Operand> args = new ArrayList<>();
        List<Closure> closures = new ArrayList<>();
        for (Tree.Expression arg : e.args()) {
            if (arg instanceof Tree.Lambda || arg instanceof Tree.FunctionName) {
                closures.add(closure(arg));
            } else {
                args.add(lower(arg));
            }
        }
        Map<Local, Operand> captured = new LinkedHashMap<>();
        closures.forEach(c -> captured.putAll(c.allValues()));
        args.addAll(captured.values());
        return call(targets.method(e.method(), closures), args, e.type());
    }

    @Override
    public Operand generatedCall(Tree.GeneratedCall e) {
        List<Operand> args = lowerAll(e.args());
        return call(targets.derivative(e), args, e.type());
    }

    @Override
    public Operand ruledCall(Tree.RuledCall e) {
        List<Operand> args = lowerAll(e.args());
        Expr made = targets.ruled(e, args);
        if (e.type() == null) {
            out().add(new Stmt.Do(made));
            return NOTHING;
        }
        return out().let(name, made);
    }

    private Operand call(Function.Key target, List<Operand> args, @Nullable Type type) {
        Expr.Call call = new Expr.Call(target, args, type);
        if (type == null) {
            out().add(new Stmt.Do(call));
            return NOTHING;
        }
        return out().let(name, call);
    }

    @Override
    public Operand construct(Tree.Construct e) {
        return out().let(name, new Expr.Construct(e.type(), lowerAll(e.args())));
    }

    @Override
    public Operand component(Tree.Component e) {
        return out().let(name, new Expr.Field(lower(e.record()), e.name()));
    }

    @Override
    public Operand lambda(Tree.Lambda e) {
        throw new IllegalStateException("a lambda is no value; it is bound to a call");
    }

    @Override
    public Operand functionName(Tree.FunctionName e) {
        throw new IllegalStateException(e.local() + " is no value; it is bound to a call");
    }

    /** The closure that the expression stands for. */
    Closure closure(Tree.Expression e) {
        if (e instanceof Tree.FunctionName named) {
            return Objects.requireNonNull(frame().functions.get(named.local()), named.local()::name);
        }
        Tree.Lambda lambda = (Tree.Lambda) e;
        Map<Local, Operand> values = new LinkedHashMap<>();
        Map<Local, Closure> functions = new LinkedHashMap<>();
        for (Local local : Scan.of(lambda.body()).read()) {
            if (frame().functions.containsKey(local)) {
                functions.put(local, frame().functions.get(local));
            } else if (frame().values.containsKey(local)) {
                values.put(local, frame().value(local));
            }
        }
        return new Closure(lambda, values, functions);
    }

    @Override
    public Operand invoke(Tree.Invoke e) {
        Closure closure = closure(e.function());
        Operand result =
                method.runClosure(closure, lowerAll(e.args()), e.functional().result(), name);
        return e.type() == null ? NOTHING : result;
    }

    @Override
    public Operand passed(Tree.Passed e) {
        List<Operand> args = lowerAll(e.args());
        if (e.type() == null) {
            Type none = new dev.adjoint.processor.ir.OpaqueType("void");
            out().add(new Stmt.Do(new Expr.Foreign(e.pieces(), args, none, e.effect())));
            return NOTHING;
        }
        return out().let(name, new Expr.Foreign(e.pieces(), args, e.type(), e.effect()));
    }

    @Override
    public Operand switchExpression(Tree.SwitchExpression e) {
        return method.switchExpression(e, name);
    }
}
