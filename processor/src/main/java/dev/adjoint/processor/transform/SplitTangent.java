package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a called function with tangents: it takes those of its active arguments, and gives its result with its own. */
record SplitTangent(
        Specialisations specialisations, Function function, Specialisations.Pattern pattern, Calls.Tangent tangent) {

    void write() {
        Aliases aliases = Aliases.of(function);
        BrokenStop.require(
                Memory.of(function, aliases, specialisations.writes()),
                function.body().yields());
        List<Var> active = Specialisations.active(function, pattern);
        Activity activity = Activity.of(
                function,
                aliases,
                Specialisations.independents(function, pattern),
                Specialisations.dependents(function, pattern),
                specialisations.chain()::passes);
        Map<Var, Operand> dots = new LinkedHashMap<>();
        List<Var> parameters = new ArrayList<>(function.parameters());
        for (Var parameter : active) {
            Var dot = new Var(Specialisations.free(parameter.name() + "Dot", parameters), parameter.type());
            dots.put(parameter, dot);
            parameters.add(dot);
        }
        Tangents tangents = new Tangents(activity, specialisations, dots);
        BlockBuilder out = new BlockBuilder();
        tangents.write(function, out);
        List<Operand> result = List.of();
        if (tangent.both() != null) {
            Operand value = function.body().yields().get(0);
            Operand dot = value.type().differentiable() ? tangents.tangent(value) : value;
            result = List.of(out.let("both", new Expr.Construct(tangent.both(), List.of(value, dot))));
        }
        specialisations.add(new Function(tangent.key(), parameters, out.build(result), tangent.both()));
    }
}
