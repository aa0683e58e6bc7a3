package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Leaves;
import dev.adjoint.processor.transform.Arrays;
import dev.adjoint.processor.transform.Tangents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directional derivative, for every kind of method. */
final class ForwardProducts {
    private final Subject subject;

    ForwardProducts(Subject subject) {
        this.subject = subject;
    }

    Made jvp() {
        return directional(Kind.JVP, "Dot");
    }

    /** The derivatives in so many directions, which are given one after the other; null if they can't be made. */
    @Nullable
    Made several(int count) {
        int own = subject.function().parameters().size();
        String name = subject.base() + Kind.JVPS.ending();
        return SeveralDirections.of(jvp(), own, subject.companion(), name, count);
    }

    /** The directional derivative, with parameters for the direction that end in {@code suffix}. */
    Made directional(Kind kind, String suffix) {
        Draft draft = new Draft(subject);
        Map<Var, Operand> dots = new LinkedHashMap<>();
        for (Shape shape : draft.independentShapes()) {
            Var dot = draft.parameter(shape.value().name() + suffix, shape.type());
            if (shape.type().isArray() && !shape.isRecord()) {
                draft.receiveBeside(shape.parts().get(0), dot);
            }
            shape.pair(draft.out, dot, (leaf, tangent) -> dots.put(leaf, own(draft, leaf, tangent, dots)));
        }
        Tangents tangents = draft.forward(dots);
        String name = subject.base() + kind.ending();
        return draft.finish(name, subject.isVoid() ? null : tangent(draft, tangents));
    }

    /** A tangent that the sweep writes into is copied first, like the array it belongs to. */
    private Operand own(Draft draft, Var leaf, Operand tangent, Map<Var, Operand> dots) {
        boolean copied = leaf.type().isArray() && !subject.isVoid() && draft.isWritten(leaf);
        return copied ? draft.ownTangent(leaf, tangent, dots) : tangent;
    }

    private Operand tangent(Draft draft, Tangents tangents) {
        List<Operand> leaves = draft.results().stream()
                .map(result -> tangent(draft, tangents, result))
                .toList();
        return Leaves.pack(draft.out, "yDot", subject.result(), leaves);
    }

    private static Operand tangent(Draft draft, Tangents tangents, Operand result) {
        if (!result.type().differentiable()) {
            return result;
        }
        boolean zero = result.type().isArray() && !draft.isActive(result);
        return zero ? Arrays.zerosLike(draft.out, "yDot", result) : tangents.tangent(result);
    }
}
