package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which values of a method may have derivatives, for one pattern of arguments. */
final class ActivityScan implements Tree.ExpressionVisitor<Flow> {
    private final ActivityFence fence;
    private final MethodReader.Reading reading;
    private final List<String> chain;
    private final ActivityStatements statements;
    private final Map<Local, Flow> locals = new HashMap<>();
    private final Deque<Set<Local>> collectors = new ArrayDeque<>();
    private final Set<Local> inGuarded = new LinkedHashSet<>();
    private final Deque<Flow> yields = new ArrayDeque<>();
    private @Nullable Position position;
    private int guarded;
    private boolean changed;
    private boolean reporting;
    private boolean stores;

    ActivityScan(ActivityFence fence, MethodReader.Reading reading, List<String> chain) {
        this.fence = fence;
        this.reading = reading;
        this.chain = chain;
        this.statements = new ActivityStatements(this);
    }

    void start(Local local, Flow flow) {
        locals.put(local, flow);
    }

    /** Runs to a fixed point, then reports; gives whether the method stores into arrays that can hold derivatives. */
    boolean run(Method method) {
        do {
            changed = false;
            method.body().accept(statements);
        } while (changed);
        reporting = true;
        method.body().accept(statements);
        return stores;
    }

    // ------------------------------------------------------------------------------------ for the statements

    void at(Position here) {
        position = here;
    }

    void guard(boolean enter) {
        guarded += enter ? 1 : -1;
    }

    Flow visit(Tree.Expression e) {
        Flow flow = e.accept(this);
        Diagnostic diagnostic = reading.guarded().get(e);
        if (reporting && diagnostic != null && !(e instanceof Tree.Passed) && flow.active()) {
            fence.report(diagnostic, chain);
        }
        return flow;
    }

    void merge(Local local, Flow flow) {
        Flow before = locals.getOrDefault(local, Flow.NONE);
        Flow after = before.join(flow);
        if (!after.equals(before)) {
            locals.put(local, after);
            changed = true;
        }
    }

    /** A local gets the value; where it is a reference, both are the same object from then on. */
    Flow bind(Local local, Tree.Expression value) {
        Set<Local> sources = new LinkedHashSet<>();
        Flow flow = collecting(value, sources);
        assigned(local, flow);
        merge(local, flow);
        if (!(local.type() instanceof Primitive)
                && locals.getOrDefault(local, Flow.NONE).active()) {
            sources.forEach(source -> merge(source, Flow.ACTIVE));
        }
        return flow;
    }

    /** A local of the guarded part is gone when the part is left; any other shows where it was left. */
    private void assigned(Local local, Flow flow) {
        if (guarded > 0 && flow.active() && !inGuarded.contains(local)) {
            report(Problem.ACTIVE_WRITE_IN_TRY);
        }
    }

    void declared(Local local) {
        if (guarded > 0) {
            inGuarded.add(local);
        }
    }

    /** A value that a guarded part gives back. */
    void returned(Tree.Expression value) {
        if (visit(value).active() && guarded > 0) {
            report(Problem.ACTIVE_WRITE_IN_TRY);
        }
    }

    void yielded(Tree.Expression value) {
        yields.push(yields.pop().join(visit(value)));
    }

    private Flow collecting(Tree.Expression e, Set<Local> references) {
        collectors.push(references);
        try {
            return visit(e);
        } finally {
            collectors.pop();
        }
    }

    private void report(Problem problem) {
        if (reporting && position != null) {
            fence.report(Diagnostic.of(problem, position.file()), chain);
        }
    }

    private Flow all(List<Tree.Expression> args) {
        return args.stream().map(this::visit).reduce(Flow.NONE, Flow::join);
    }

    /** What of the flow a value of the type can carry. */
    private static Flow fitted(Flow flow, @Nullable Type type) {
        boolean holds = type != null && type.differentiable();
        return new Flow(flow.active() && holds, flow.foreign() && canBeWritten(type));
    }

    /** Whether something can be written through a value: not through a number, nor a record of such. */
    private static boolean canBeWritten(@Nullable Type type) {
        return type != null && !isOfNumbers(type, Set.of());
    }

    private static boolean isOfNumbers(Type type, Set<Type> around) {
        if (!(type instanceof RecordType record) || around.contains(record)) {
            return type instanceof Primitive;
        }
        Set<Type> within = new LinkedHashSet<>(around);
        within.add(record);
        return record.differentiable() && record.components().stream().allMatch(c -> isOfNumbers(c.type(), within));
    }

    // ------------------------------------------------------------------------------------------- expressions

    @Override
    public Flow constant(Tree.Constant e) {
        return Flow.NONE;
    }

    @Override
    public Flow name(Tree.Name e) {
        if (canBeWritten(e.type()) && e.type().differentiable()) {
            collectors.forEach(c -> c.add(e.local()));
        }
        return locals.getOrDefault(e.local(), Flow.NONE);
    }

    @Override
    public Flow element(Tree.Element e) {
        visit(e.index());
        return fitted(visit(e.array()), e.type());
    }

    @Override
    public Flow operation(Tree.Operation e) {
        return fitted(all(e.args()), e.type());
    }

    @Override
    public Flow shortCircuit(Tree.ShortCircuit e) {
        visit(e.left());
        visit(e.right());
        return Flow.NONE;
    }

    @Override
    public Flow conditional(Tree.Conditional e) {
        visit(e.condition());
        return visit(e.then()).join(visit(e.otherwise()));
    }

    @Override
    public Flow assign(Tree.Assign e) {
        if (e.place() instanceof Tree.Name name) {
            return bind(name.local(), e.value());
        }
        Set<Local> values = new LinkedHashSet<>();
        Flow flow = collecting(e.value(), values);
        store(((Tree.Element) e.place()).array(), flow, e.type(), values);
        visit(((Tree.Element) e.place()).index());
        return flow;
    }

    @Override
    public Flow update(Tree.Update e) {
        Flow flow = fitted(visit(e.place()).join(visit(e.value())), e.type());
        if (e.place() instanceof Tree.Name name) {
            assigned(name.local(), flow);
            merge(name.local(), flow);
        } else {
            store(((Tree.Element) e.place()).array(), flow, e.type(), Set.of());
        }
        return flow;
    }

    /** A store into an array makes all active from which it can be reached. */
    private void store(Tree.Expression array, Flow value, Type type, Set<Local> values) {
        Set<Local> owners = new LinkedHashSet<>();
        Flow target = collecting(array, owners);
        if (value.active()) {
            owners.forEach(owner -> merge(owner, Flow.ACTIVE));
            if (target.foreign()) {
                report(Problem.STORED_OUTSIDE);
            }
        }
        if (value.foreign()) {
            owners.forEach(owner -> merge(owner, Flow.FOREIGN));
        }
        if (target.active()) {
            values.forEach(v -> merge(v, Flow.ACTIVE));
        }
        stored(type, value.join(target));
    }

    private void stored(Type type, Flow flow) {
        stores |= type.differentiable();
        if (guarded > 0 && type.differentiable() && flow.active()) {
            report(Problem.ACTIVE_WRITE_IN_TRY);
        }
    }

    @Override
    public Flow length(Tree.Length e) {
        visit(e.array());
        return Flow.NONE;
    }

    @Override
    public Flow newArray(Tree.NewArray e) {
        all(e.dimensions());
        return Flow.NONE;
    }

    @Override
    public Flow arrayOf(Tree.ArrayOf e) {
        return fitted(all(e.elements()), e.type());
    }

    @Override
    public Flow library(Tree.Library e) {
        Flow args = all(e.args());
        Type first = e.args().get(0).type();
        return switch (e.kind()) {
            case ARRAYCOPY ->
                copied(e.args().get(2), visit(e.args().get(0)), e.args().get(0));
            case FILL, FILL_RANGE ->
                copied(
                        e.args().get(0),
                        visit(e.args().get(e.args().size() - 1)),
                        e.args().get(e.args().size() - 1));
            case CLONE, COPY_OF, COPY_OF_RANGE ->
                new Flow(
                        fitted(args, e.type()).active(),
                        first != null && fitted(args, first.element()).foreign());
            case CONSTANT -> fitted(Flow.FOREIGN, e.type());
            case STREAM_SUM, REQUIRE_NON_NULL -> fitted(args, e.type());
        };
    }

    private Flow copied(Tree.Expression target, Flow value, Tree.Expression source) {
        Set<Local> values = new LinkedHashSet<>();
        collecting(source, values);
        Type type = target.type();
        if (type != null && type.isArray()) {
            store(target, value, type.element(), values);
        }
        return Flow.NONE;
    }

    @Override
    public Flow call(Tree.Call e) {
        List<Flow> flows = e.args().stream().map(this::argument).toList();
        Flow joined = flows.stream().reduce(Flow.NONE, Flow::join);
        boolean writes = callee(e, flows);
        if (joined.active()) {
            spread(e.args());
        }
        boolean array = e.args().stream()
                .anyMatch(
                        a -> a.type() != null && a.type().isArray() && a.type().differentiable());
        if (writes && array) {
            stored(Primitive.DOUBLE, joined);
        }
        return fitted(joined, e.type());
    }

    /** A function may read anything that has a derivative. */
    private Flow argument(Tree.Expression e) {
        Flow flow = visit(e);
        return e instanceof Tree.Lambda || e instanceof Tree.FunctionName ? flow.join(Flow.ACTIVE) : flow;
    }

    private boolean callee(Tree.Call e, List<Flow> flows) {
        if (!reporting) {
            return false;
        }
        Place place = (Place) e.position().file();
        return fence.check(e.method(), flows, Chains.longer(chain, reading.key(), place));
    }

    /** What a call writes into its arguments may have a derivative if any of them has. */
    private void spread(List<Tree.Expression> args) {
        Set<Local> references = new LinkedHashSet<>();
        args.forEach(arg -> collecting(arg, references));
        references.forEach(local -> merge(local, Flow.ACTIVE));
    }

    @Override
    public Flow generatedCall(Tree.GeneratedCall e) {
        return opaque(e.args(), e.type());
    }

    @Override
    public Flow ruledCall(Tree.RuledCall e) {
        Flow joined = Flow.NONE;
        for (int i = 0; i < e.args().size(); i++) {
            Flow flow = visit(e.args().get(i));
            joined = e.wrt().get(i) ? joined.join(flow) : joined;
        }
        if (e.type() == null && joined.active()) {
            written(e, joined);
        }
        return fitted(new Flow(joined.active(), false), e.type());
    }

    /** A method without a result writes into the arrays that it is differentiated by. */
    private void written(Tree.RuledCall e, Flow joined) {
        List<Tree.Expression> written = new ArrayList<>();
        for (int i = 0; i < e.args().size(); i++) {
            if (e.wrt().get(i) && !(e.args().get(i).type() instanceof Primitive)) {
                written.add(e.args().get(i));
            }
        }
        if (joined.foreign()) {
            report(Problem.STORED_OUTSIDE);
        }
        spread(written);
        stored(Primitive.DOUBLE, joined);
    }

    private Flow opaque(List<Tree.Expression> args, @Nullable Type type) {
        Flow joined = all(args);
        if (joined.active()) {
            spread(args);
        }
        return fitted(new Flow(joined.active(), false), type);
    }

    @Override
    public Flow construct(Tree.Construct e) {
        return fitted(all(e.args()), e.type());
    }

    @Override
    public Flow component(Tree.Component e) {
        return fitted(visit(e.record()), e.type());
    }

    @Override
    public Flow lambda(Tree.Lambda e) {
        e.parameters().forEach(p -> merge(p, fitted(Flow.ACTIVE, p.type())));
        e.body().accept(statements);
        return Flow.NONE;
    }

    @Override
    public Flow functionName(Tree.FunctionName e) {
        return Flow.NONE;
    }

    @Override
    public Flow invoke(Tree.Invoke e) {
        visit(e.function());
        return opaque(e.args(), e.type()).join(fitted(Flow.ACTIVE, e.type()));
    }

    @Override
    public Flow passed(Tree.Passed e) {
        Flow args = all(e.args());
        Diagnostic diagnostic = reading.guarded().get(e);
        if (reporting && diagnostic != null && args.active()) {
            fence.report(diagnostic, chain);
        }
        return fitted(Flow.FOREIGN, e.type());
    }

    @Override
    public Flow switchExpression(Tree.SwitchExpression e) {
        visit(e.selector());
        yields.push(Flow.NONE);
        statements.arms(e.arms());
        return yields.pop();
    }
}
