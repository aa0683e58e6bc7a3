package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.LoopState;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The shadows of the references that a checkpointed loop carries, at any point of it: an array that was there before the
 * loop keeps its shadow, which is found by comparing references; one that the loop has made gets a new one.
 */
record StateShadows(Stmt.For loop, LoopState state, Aliases aliases, Shadows shadows) {
    /** The carried values that have shadows. */
    List<Integer> indices() {
        List<Var> parameters = loop.carried().parameters();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (shadows.has(parameters.get(i))) {
                all.add(i);
            }
        }
        return all;
    }

    /** The shadows of the references that stand for carried ones, in the order of {@link #indices}. */
    List<Operand> of(BlockBuilder out, List<? extends Operand> references, UnaryOperator<Operand> here) {
        List<Operand> found = new ArrayList<>();
        Map<Operand, Operand> earlier = new LinkedHashMap<>();
        for (int i : indices()) {
            Var parameter = loop.carried().parameters().get(i);
            Map<Operand, Operand> known = new LinkedHashMap<>();
            before(parameter).forEach(v -> known.put(here.apply(v), here.apply(shadows.of(v))));
            earlier.forEach((reference, shadow) -> {
                if (reference.type().equals(parameter.type())) {
                    known.put(reference, shadow);
                }
            });
            Operand reference = references.get(i);
            Operand shadow =
                    choose(out, parameter.name() + shadows.suffix(), reference, new ArrayList<>(known.entrySet()));
            earlier.put(reference, shadow);
            found.add(shadow);
        }
        return found;
    }

    /** The variables that were there before the loop and may refer to the same array as a carried one. */
    private Set<Var> before(Var parameter) {
        Set<Var> all = new LinkedHashSet<>();
        loop.carried().initial().stream()
                .filter(Var.class::isInstance)
                .map(Var.class::cast)
                .forEach(all::add);
        all.addAll(state.free());
        all.removeIf(v -> !shadows.has(v)
                || !v.type().equals(parameter.type())
                || aliases.cell(v).root() != aliases.cell(parameter).root());
        return all;
    }

    private static Operand choose(
            BlockBuilder out, String name, Operand reference, List<Map.Entry<Operand, Operand>> known) {
        if (known.isEmpty()) {
            return Arrays.zerosLike(out, name, reference);
        }
        Map.Entry<Operand, Operand> first = known.get(0);
        return either(
                out,
                name,
                same(out, reference, first.getKey()),
                first.getValue(),
                otherwise -> choose(otherwise, name, reference, known.subList(1, known.size())));
    }

    private static Operand either(
            BlockBuilder out, String name, Operand condition, Operand then, Function<BlockBuilder, Operand> otherwise) {
        BlockBuilder other = new BlockBuilder();
        Operand made = otherwise.apply(other);
        Var result = new Var(name, then.type());
        out.add(new Stmt.If(
                condition, new BlockBuilder().build(List.of(then)), other.build(List.of(made)), List.of(result)));
        return result;
    }

    /** Whether two references are to the same array. */
    static Var same(BlockBuilder out, Operand a, Operand b) {
        return out.let(
                "same",
                new Expr.Foreign(List.of("", " == ", ""), List.of(a, b), Primitive.BOOLEAN, Expr.Foreign.Effect.READS));
    }
}
