package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.source.Checkpoint;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where calls lead: whoever drives the lowering answers, and sees to it that the function asked for will exist. */
public interface Targets {
    /**
     * The function for a method, specialised to the closures handed to its functional parameters.
     *
     * @param method a method with source
     * @param closures the closures in the order of its functional parameters, empty for an ordinary call
     */
    Function.Key method(MethodKey method, List<Closure> closures);

    /** What {@code @Checkpoint} on a method asks for; null if it has none. */
    @Nullable
    Checkpoint checkpoint(MethodKey method);

    /** The function for a generated derivative. */
    Function.Key derivative(Tree.GeneratedCall call);

    /** A number by which messages find a place again. */
    int site(Position position);

    /** A call of a method with a rule of its own. */
    Expr ruled(Tree.RuledCall call, List<Operand> args);
}
