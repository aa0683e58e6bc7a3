package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.contract.Derivatives;
import dev.adjoint.processor.contract.Kind;
import dev.adjoint.processor.contract.Subject;
import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.emit.Companion.Visibility;
import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.frontend.Rule;
import dev.adjoint.processor.frontend.SourceReader;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.normal.Closure;
import dev.adjoint.processor.normal.Flattening;
import dev.adjoint.processor.normal.MethodLowering;
import dev.adjoint.processor.normal.Targets;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import dev.adjoint.processor.transform.Chain;
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
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Function.Key> known = new HashSet<>();
    private final Map<String, Specialisations> specialisations = new HashMap<>();
    private final Map<MethodKey, Derivatives> derivatives = new LinkedHashMap<>();
    private final Set<MethodKey> underway = new LinkedHashSet<>();

    Lowered(SourceReader reader, Stages stages) {
        this.reader = reader;
        this.stages = stages;
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
        Derivatives made = new Derivatives(subject, f -> stages.improved(f.function(), f.derivative()));
        derivatives.put(request.method(), made);
        underway.remove(request.method());
        return made;
    }

    private Specialisations specialisations(String companion) {
        return specialisations.computeIfAbsent(companion, name -> new Specialisations(program, chain, name));
    }

    /** The functions that methods call, directly or not, as private methods; those that are members already left out. */
    List<Member> callees(List<Member> members) {
        Map<Function.Key, Member> all = new LinkedHashMap<>();
        members.forEach(m -> all.put(m.function().key(), m));
        Deque<Function> open = new ArrayDeque<>();
        members.forEach(m -> open.add(m.function()));
        while (!open.isEmpty()) {
            for (Function.Key key : CallsIn.of(open.remove())) {
                if (!all.containsKey(key)) {
                    Function callee = stages.improved(program.get(key), Set.of());
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
                specialisations(request.owner().companionName()));
    }

    private Function lowered(MethodKey method) {
        Function.Key key = method(method, List.of());
        while (!waiting.isEmpty()) {
            waiting.pop().run();
        }
        return whole.get(key);
    }

    private void lower(Function.Key key, Method method, List<Closure> closures) {
        Function function = MethodLowering.lower(key, method, closures, this);
        whole.put(key, function);
        program.put(Flattening.callee(function));
    }

    @Override
    public Function.Key method(MethodKey method, List<Closure> closures) {
        StringBuilder id = new StringBuilder(method.toString());
        closures.forEach(c -> id.append(c.shape()));
        Function.Key key = new Function.Key(id.toString(), method.name());
        if (known.add(key)) {
            Method source = reader.read(method);
            waiting.push(() -> lower(key, source, closures));
        }
        return key;
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

    @Override
    public Expr ruled(Tree.RuledCall call, List<Operand> args) {
        Rule rule = reader.rules(call).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + call.owner() + "." + call.name()));
        boolean numbers = rule.parameters().stream().allMatch(Primitive.class::isInstance);
        if (rule.kind() != Rule.Kind.PARTIALS || !numbers || !(rule.result() instanceof Primitive result)) {
            throw new IllegalStateException("the rule of " + call.owner() + "." + call.name() + " is of arrays");
        }
        List<Primitive> types =
                rule.parameters().stream().map(Primitive.class::cast).toList();
        List<String> erasure = new ArrayList<>();
        types.forEach(t -> erasure.add(t.text()));
        erasure.add(result.text());
        String operation = call.owner() + "." + call.name();
        Function.Key partials = method(new MethodKey(rule.ruleOwner(), rule.ruleName(), erasure), List.of());
        chain.add(operation, new Chain.OwnRule(partials, java.util.Objects.requireNonNull(rule.ruleResult())));
        return new Expr.Apply(Op.call(operation, types, result), args);
    }
}
