package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Generator.Refusal;
import dev.adjoint.processor.frontend.Rule;
import dev.adjoint.processor.frontend.SourceReader;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods whose derivatives are given by rules. */
final class GivenMethods {
    /**
     * The method of a rule.
     *
     * @param target the method that the rule is for
     * @param position a call of that
     */
    record Source(MethodKey method, MethodKey target, Position position) {
        /** Has the method read, in order to differentiate it. */
        void open(SourceReader reader) {
            if (!reader.hasSource(method)) {
                throw new Refusal(Diagnostic.of(
                        Problem.RULE_WITHOUT_SOURCE,
                        position.file(),
                        target.name(),
                        method.owner() + "." + method.name()));
            }
            Collection<Diagnostic> problems = reader.openRule(method);
            if (!problems.isEmpty()) {
                throw new Refusal(problems);
            }
        }
    }

    private final Map<Function.Key, Source> sources = new HashMap<>();

    /** What is given for the method that is called. */
    Given of(Tree.RuledCall call, List<Rule> rules) {
        List<Given.Product> products = new ArrayList<>();
        for (Rule rule : rules) {
            Function.Key function = new Function.Key(rule.method().toString(), rule.text());
            sources.putIfAbsent(function, new Source(rule.method(), rule.target(), call.position()));
            products.add(
                    new Given.Product(rule.kind(), function, rule.takesResult(), rule.accumulates(), rule.returned()));
        }
        Rule any = rules.get(0);
        String name = call.method().owner() + "." + call.method().name();
        return new Given(name, any.parameters(), any.wrt(), any.result(), products);
    }

    /**
     * The operation that a method of numbers with one partial derivative is, or null if it is not one. Several partial
     * derivatives come from one call.
     */
    static @Nullable Op operation(Given method) {
        boolean numbers = method.parameters().stream().allMatch(Primitive.class::isInstance);
        boolean partials = method.products().stream().allMatch(p -> p.kind() == Given.Kind.PARTIALS);
        boolean one = method.wrt().stream().filter(by -> by).count() == 1;
        if (!numbers || !partials || !one || !(method.result() instanceof Primitive result)) {
            return null;
        }
        List<Primitive> types =
                method.parameters().stream().map(Primitive.class::cast).toList();
        return Op.call(method.method(), types, result);
    }

    /** The method of a rule that is called by that key, or null if it is none. */
    @Nullable
    Source source(Function.Key function) {
        return sources.get(function);
    }
}
