package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Rewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the private methods of a companion names that tell them apart: methods of several classes may have one name, and so
 * may one method that is specialised to several lambdas.
 */
final class DistinctNames extends Rewriter {
    private final Map<Function.Key, Function.Key> renamed;

    private DistinctNames(Map<Function.Key, Function.Key> renamed) {
        this.renamed = renamed;
    }

    /** Renames members that would clash with an earlier one, and the calls of them. */
    static void among(List<Member> members) {
        Set<List<String>> taken = new HashSet<>();
        Map<Function.Key, Function.Key> renamed = new HashMap<>();
        for (Member member : members) {
            Function.Key key = member.function().key();
            String name = key.name();
            for (int i = 2; !taken.add(signature(name, member.function())); i++) {
                name = key.name() + i;
            }
            if (!name.equals(key.name())) {
                renamed.put(key, new Function.Key(key.id(), name));
            }
        }
        if (!renamed.isEmpty()) {
            members.replaceAll(
                    m -> new Member(new DistinctNames(renamed).renamed(m.function()), m.javadoc(), m.visibility()));
        }
    }

    private static List<String> signature(String name, Function function) {
        List<String> signature = new ArrayList<>(List.of(name));
        function.parameters().forEach(p -> signature.add(p.type().text()));
        return signature;
    }

    private Function renamed(Function function) {
        Function inside = function(function);
        Function.Key key = renamed.getOrDefault(function.key(), function.key());
        return new Function(key, inside.parameters(), inside.body(), inside.result());
    }

    @Override
    protected Expr expression(Expr expression) {
        Expr mapped = super.expression(expression);
        return mapped instanceof Expr.Call call && renamed.containsKey(call.function())
                ? new Expr.Call(renamed.get(call.function()), call.args(), call.result())
                : mapped;
    }
}
