package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a piece of source does, found by looking through it once: which locals it assigns, how it is left. */
final class Scan implements Tree.ExpressionVisitor<Void>, Tree.StatementVisitor<Void> {
    private final Set<Local> assigned = new LinkedHashSet<>();
    private final Set<Local> read = new LinkedHashSet<>();
    private final Set<MethodKey> called = new LinkedHashSet<>();
    private final ArrayWrites writes = new ArrayWrites();
    private int depth;
    private boolean effects;
    private boolean returns;
    private boolean leaves;

    /** Looks through the trees, skipping nulls. */
    static Scan of(@Nullable Tree... trees) {
        Scan scan = new Scan();
        for (Tree tree : trees) {
            scan.visit(tree);
        }
        return scan;
    }

    static Scan of(List<? extends Tree> trees) {
        Scan scan = new Scan();
        trees.forEach(scan::visit);
        return scan;
    }

    /** The locals that are assigned, those declared inside included. */
    Set<Local> assigned() {
        return assigned;
    }

    /** The locals that are read, those declared inside included. */
    Set<Local> read() {
        return read;
    }

    /** The methods that are called, but for the calls in loops inside. */
    Set<MethodKey> called() {
        return called;
    }

    /** Which arrays are written. */
    ArrayWrites writes() {
        return writes;
    }

    /** Whether evaluating can change anything: an assignment, a store, a call. */
    boolean hasEffects() {
        return effects;
    }

    /** Whether there is a {@code return} of the method at hand. */
    boolean returns() {
        return returns;
    }

    /** Whether there is a {@code break} or {@code continue}, wherever it leads. */
    boolean leaves() {
        return leaves;
    }

    private void visit(@Nullable Tree tree) {
        if (tree instanceof Tree.Expression e) {
            e.accept(this);
        } else if (tree instanceof Tree.Statement s) {
            s.accept(this);
        }
    }

    private Void all(List<? extends Tree> trees) {
        trees.forEach(this::visit);
        return null;
    }

    private void assign(Tree.Place place) {
        effects = true;
        if (place instanceof Tree.Name name) {
            assigned.add(name.local());
        } else if (place instanceof Tree.Element element) {
            writes.into(element.array().type());
            visit(place);
        }
    }

    private Void arms(List<Tree.Arm> arms) {
        arms.forEach(arm -> all(arm.body()));
        return null;
    }

    @Override
    public Void constant(Tree.Constant e) {
        return null;
    }

    @Override
    public Void name(Tree.Name e) {
        read.add(e.local());
        return null;
    }

    @Override
    public Void element(Tree.Element e) {
        visit(e.array());
        visit(e.index());
        return null;
    }

    @Override
    public Void operation(Tree.Operation e) {
        return all(e.args());
    }

    @Override
    public Void shortCircuit(Tree.ShortCircuit e) {
        visit(e.left());
        visit(e.right());
        return null;
    }

    @Override
    public Void conditional(Tree.Conditional e) {
        return all(List.of(e.condition(), e.then(), e.otherwise()));
    }

    @Override
    public Void assign(Tree.Assign e) {
        assign(e.place());
        visit(e.value());
        return null;
    }

    @Override
    public Void update(Tree.Update e) {
        assign(e.place());
        visit(e.place());
        visit(e.value());
        return null;
    }

    @Override
    public Void length(Tree.Length e) {
        visit(e.array());
        return null;
    }

    @Override
    public Void newArray(Tree.NewArray e) {
        return all(e.dimensions());
    }

    @Override
    public Void arrayOf(Tree.ArrayOf e) {
        return all(e.elements());
    }

    @Override
    public Void library(Tree.Library e) {
        boolean writing = switch (e.kind()) {
            case ARRAYCOPY, FILL, FILL_RANGE -> true;
            default -> false;
        };
        if (writing) {
            effects = true;
            writes.byCall(e.args());
        }
        return all(e.args());
    }

    @Override
    public Void call(Tree.Call e) {
        effects = true;
        if (depth == 0) {
            called.add(e.method());
        }
        writes.byCall(e.args());
        return all(e.args());
    }

    @Override
    public Void generatedCall(Tree.GeneratedCall e) {
        effects = true;
        writes.byCall(e.args());
        return all(e.args());
    }

    @Override
    public Void ruledCall(Tree.RuledCall e) {
        effects = true;
        writes.byCall(e.args());
        return all(e.args());
    }

    @Override
    public Void construct(Tree.Construct e) {
        return all(e.args());
    }

    @Override
    public Void component(Tree.Component e) {
        visit(e.record());
        return null;
    }

    @Override
    public Void lambda(Tree.Lambda e) {
        Scan body = Scan.of(e.body());
        read.addAll(body.read);
        return null;
    }

    @Override
    public Void functionName(Tree.FunctionName e) {
        read.add(e.local());
        return null;
    }

    @Override
    public Void invoke(Tree.Invoke e) {
        effects = true;
        writes.anywhere();
        visit(e.function());
        return all(e.args());
    }

    @Override
    public Void passed(Tree.Passed e) {
        if (e.effect() == Effect.ANY) {
            effects = true;
            writes.anywhere();
        }
        return all(e.args());
    }

    @Override
    public Void switchExpression(Tree.SwitchExpression e) {
        visit(e.selector());
        return arms(e.arms());
    }

    @Override
    public Void sequence(Tree.Sequence s) {
        return all(s.statements());
    }

    @Override
    public Void declare(Tree.Declare s) {
        assigned.add(s.local());
        visit(s.initial());
        return null;
    }

    @Override
    public Void declareFunction(Tree.DeclareFunction s) {
        visit(s.value());
        return null;
    }

    @Override
    public Void evaluate(Tree.Evaluate s) {
        visit(s.expression());
        return null;
    }

    @Override
    public Void ifElse(Tree.If s) {
        visit(s.condition());
        visit(s.then());
        visit(s.otherwise());
        return null;
    }

    @Override
    public Void loop(Tree.Loop s) {
        all(s.initial());
        depth++;
        visit(s.condition());
        all(s.update());
        visit(s.body());
        depth--;
        return null;
    }

    @Override
    public Void forEach(Tree.ForEach s) {
        assigned.add(s.local());
        visit(s.array());
        depth++;
        visit(s.body());
        depth--;
        return null;
    }

    @Override
    public Void choose(Tree.Switch s) {
        visit(s.selector());
        return arms(s.arms());
    }

    @Override
    public Void labelled(Tree.Labelled s) {
        visit(s.body());
        return null;
    }

    @Override
    public Void leave(Tree.Break s) {
        leaves = true;
        return null;
    }

    @Override
    public Void next(Tree.Continue s) {
        leaves = true;
        return null;
    }

    @Override
    public Void giveBack(Tree.Return s) {
        returns = true;
        visit(s.value());
        return null;
    }

    @Override
    public Void yield(Tree.Yield s) {
        visit(s.value());
        return null;
    }

    @Override
    public Void raise(Tree.Throw s) {
        effects = true;
        visit(s.exception());
        return null;
    }

    @Override
    public Void check(Tree.Assert s) {
        effects = true;
        visit(s.condition());
        visit(s.message());
        return null;
    }

    @Override
    public Void guarded(Tree.Try s) {
        effects = true;
        visit(s.body());
        s.handlers().forEach(h -> visit(h.body()));
        visit(s.last());
        return null;
    }
}
