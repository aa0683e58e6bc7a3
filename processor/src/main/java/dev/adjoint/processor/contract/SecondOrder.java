package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Flattening;
import dev.adjoint.processor.transform.Tangents;
import java.util.LinkedHashMap;
import java.util.Map;

/** Second derivatives: forward mode over the gradient. */
final class SecondOrder {
    private final Subject subject;
    private final Subject gradient;

    SecondOrder(Subject subject, Function gradient) {
        this.subject = subject;
        this.gradient = new Subject(
                subject.companion(),
                subject.base(),
                subject.link(),
                gradient,
                Flattening.of(gradient),
                subject.wrt(),
                false,
                true,
                false,
                subject.specialisations());
    }

    /** The product of the Hessian and a vector, both shaped like the gradient. */
    Made hessianVector() {
        return new ForwardProducts(gradient).directional(Kind.HESSIAN_VECTOR, "V");
    }

    /** The Hessian: a number for one scalar parameter, else a matrix. */
    Made hessian(Function hvp) {
        boolean single = subject.wrt().size() == 1;
        Var parameter = subject.independents().get(0);
        if (!single || !(parameter.type() instanceof Primitive)) {
            return new HessianColumns(subject).hessian(hvp);
        }
        Draft draft = new Draft(gradient);
        Map<Var, Operand> dots = new LinkedHashMap<>();
        draft.independentShapes().forEach(s -> dots.put(s.parts().get(0), Literal.floating(1, s.type())));
        Tangents tangents = draft.forward(dots);
        return draft.finish(
                subject.base() + Kind.HESSIAN.ending(),
                tangents.tangent(draft.results().get(0)));
    }
}
