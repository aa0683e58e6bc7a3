package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Adjoints;
import dev.adjoint.processor.transform.Chain;
import dev.adjoint.processor.transform.Specialisations;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gradient of a formula, as it comes from reverse mode. */
record Gradient(Function function, Set<Var> derivative) {
    static Gradient of(String formula) {
        return of(Formula.parse(formula));
    }

    static Gradient of(Function given) {
        Function f = Simplifier.simplify(given, Set.of());
        Chain chain = new Chain();
        Aliases aliases = Aliases.of(f);
        Activity activity = Activity.of(f, aliases, f.parameters(), f.body().yields(), chain::passes);
        Program program = new Program();
        Specialisations specialisations = new Specialisations(program, program::get, chain, "FGrad");
        Adjoints sweeps = new Adjoints(
                f, aliases, activity, Memory.of(f, aliases, specialisations.writes()), specialisations, Map.of(), null);
        sweeps.seed(f.body().yields().get(0), Literal.of(1.0));
        BlockBuilder out = new BlockBuilder();
        sweeps.write(out);
        List<Operand> adjoints = f.parameters().stream().map(sweeps::adjoint).toList();
        Function gradient = new Function(f.key(), f.parameters(), out.build(adjoints), null);
        Set<Var> derivative = new java.util.HashSet<>(Uses.of(gradient.body()).bound());
        derivative.removeAll(Uses.of(f.body()).bound());
        return new Gradient(gradient, derivative);
    }

    String text() {
        return Reading.of(Simplifier.simplify(function, derivative));
    }
}
