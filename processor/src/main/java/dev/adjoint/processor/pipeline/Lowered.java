package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.contract.Derivatives;
import dev.adjoint.processor.contract.Kind;
import dev.adjoint.processor.contract.Made;
import dev.adjoint.processor.contract.Subject;
import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.emit.Companion.Visibility;
import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.frontend.SourceReader;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.normal.Closure;
import dev.adjoint.processor.normal.Flattening;
import dev.adjoint.processor.normal.MethodLowering;
import dev.adjoint.processor.normal.Targets;
import dev.adjoint.processor.source.Checkpoint;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import dev.adjoint.processor.transform.Chain;
import dev.adjoint.processor.transform.CheckpointNote;
import dev.adjoint.processor.transform.Specialisations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one run: methods are lowered when a call first leads to them, and derivatives are made when first asked
 * for, also from within the bodies of other methods.
 */
final class Lowered implements Targets {
    private final SourceReader reader;
    private final Stages stages;
    private final Program program = new Program();
    private final Map<Function.Key, Function> whole = new HashMap<>();
    private final Chain chain = new Chain();
    private final GivenMethods given = new GivenMethods();
    private final CodedRecords coded = new CodedRecords();
    private final List<Position> sites = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Function.Key> known = new HashSet<>();
    private final Specialisations specialisations;
    private final Map<MethodKey, Derivatives> derivatives = new LinkedHashMap<>();
    private final Set<MethodKey> underway = new LinkedHashSet<>();
    private final Set<String> checkpointed = new LinkedHashSet<>();

    /**
     * Begins a run.
     *
     * @param companion the class that will hold the functions: also what the derivatives of other classes' methods need
     *     beside themselves, which only their own companion sees
     */
    Lowered(SourceReader reader, Stages stages, String companion) {
        this.reader = reader;
        this.stages = stages;
        this.specialisations = new Specialisations(program, this::body, chain, companion);
    }

    /** The derivatives of an annotated method. */
    Derivatives derivatives(Request request) {
        Derivatives ready = derivatives.get(request.method());
        if (ready != null) {
            return ready;
        }
        if (!underway.add(request.method())) {
            throw new Cycle(List.copyOf(underway), request);
        }
        Function function = lowered(request.method());
        Subject subject = subject(request, function, stages.prepared(function, program));
        WritesRecord.forbid(request, subject);
        Derivatives made = new Derivatives(subject, stages::improved);
        derivatives.put(request.method(), made);
        underway.remove(request.method());
        return made;
    }

    /** The indices of the parameters that each method writes into whose derivatives were made. */
    Map<MethodKey, Set<Integer>> written() {
        Map<MethodKey, Set<Integer>> written = new LinkedHashMap<>();
        derivatives.forEach((method, made) -> written.put(method, made.subject().written()));
        return written;
    }

    /** The methods whose {@code @Checkpoint} is followed: those with such a loop, and the steps that loops call. */
    Set<String> checkpointed() {
        return Set.copyOf(checkpointed);
    }

    /** What is to be told about checkpointed loops. */
    List<CheckpointNote> notes() {
        return List.copyOf(specialisations.notes());
    }

    /**
     * The functions that methods call, directly or not, as private methods; those that are members already left out.
     *
     * @param place where it is reported if one of them can't be a method of its own
     */
    List<Member> callees(List<Member> members, Object place) {
        Map<Function.Key, Member> all = new LinkedHashMap<>();
        members.forEach(m -> all.put(m.function().key(), m));
        Deque<Function> open = new ArrayDeque<>();
        members.forEach(m -> open.add(m.function()));
        while (!open.isEmpty()) {
            for (Function.Key key : CallsIn.of(open.remove())) {
                if (!all.containsKey(key) && given.source(key) == null) {
                    Function callee = stages.improved(new Made(program.get(key), Set.of(), Set.of()));
                    coded.require(callee, place);
                    all.put(key, new Member(callee, "", Visibility.PRIVATE));
                    open.add(callee);
                }
            }
        }
        return all.values().stream().skip(members.size()).toList();
    }

    private Subject subject(Request request, Function function, Function flat) {
        List<Integer> wrt = new ArrayList<>();
        for (int i = 0; i < request.parameters().size(); i++) {
            if (request.parameters().get(i).wrt()) {
                wrt.add(i);
            }
        }
        String types = String.join(", ", request.method().erasure());
        String link = request.owner().name() + "#" + request.method().name() + "(" + types + ")";
        return new Subject(
                request.owner().companionName(),
                request.base(),
                link,
                function,
                flat,
                wrt,
                request.order() >= 2,
                request.forward(),
                request.reverse(),
                specialisations);
    }

    private Function lowered(MethodKey method) {
        Function.Key key = method(method, List.of());
        settle();
        return whole.get(key);
    }

    private void lower(Function.Key key, Method method, List<Closure> closures) {
        coded.note(method);
        Function function = MethodLowering.lower(key, method, closures, this);
        whole.put(key, function);
        program.put(Flattening.callee(function));
    }

    @Override
    public Function.Key method(MethodKey method, List<Closure> closures) {
        StringBuilder id = new StringBuilder(method.toString());
        closures.forEach(c -> id.append(c.shape()));
        Function.Key key = new Function.Key(id.toString(), name(method));
        if (known.add(key)) {
            Method source = reader.read(method);
            if (source.checkpoint() != null && !source.checkpoint().isStep()) {
                checkpointed.add(method.toString());
            }
            waiting.push(() -> lower(key, source, closures));
        }
        return key;
    }

    /** A constructor is a method of its own in the generated class. */
    private static String name(MethodKey method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        return method.name().equals("<init>") ? "new" + owner : method.name();
    }

    @Override
    public @Nullable Checkpoint checkpoint(MethodKey method) {
        Checkpoint checkpoint = reader.read(method).checkpoint();
        if (checkpoint != null && checkpoint.isStep()) {
            checkpointed.add(method.toString());
        }
        return checkpoint;
    }

    @Override
    public Function.Key derivative(Tree.GeneratedCall call) {
        Request request = reader.request(java.util.Objects.requireNonNull(call.primal(), call.name()))
                .orElseThrow(() -> new IllegalStateException("no request for " + call.primal()));
        Derivatives of = derivatives(request);
        Kind kind = of.kind(call.name(), call.args().size());
        of.all().values().forEach(f -> program.put(Flattening.callee(f)));
        return of.of(kind).key();
    }

    /** A function that is differentiated; the method of a rule is read only for that. */
    private Function body(Function.Key key) {
        GivenMethods.Source rule = given.source(key);
        if (rule != null && !program.contains(key)) {
            rule.open(reader);
            Function.Key copy = method(rule.method(), List.of());
            settle();
            Function function = program.get(copy);
            program.put(new Function(key, function.parameters(), function.body(), function.result()));
        }
        return program.get(key);
    }

    private void settle() {
        while (!waiting.isEmpty()) {
            waiting.pop().run();
        }
    }

    @Override
    public int site(Position position) {
        sites.add(position);
        return sites.size() - 1;
    }

    /** The place that got the number. */
    Position position(int site) {
        return sites.get(site);
    }

    @Override
    public Expr ruled(Tree.RuledCall call, List<Operand> args) {
        Given method = given.of(call, reader.rules(call));
        Op operation = GivenMethods.operation(method);
        if (operation == null) {
            return new Expr.GivenCall(method, args, site(call.position()));
        }
        chain.add(operation, method);
        return new Expr.Apply(operation, args);
    }
}
