package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A function of one number with its derivatives as an object, which tensors take to apply it to each element. */
final class AsObject {
    private static final Type SCALAR_FUNCTION = new OpaqueType("dev.adjoint.tensor.ScalarFunction");

    private AsObject() {}

    static boolean fits(Subject subject) {
        Function function = subject.function();
        return function.parameters().size() == 1
                && function.parameters().get(0).type() == Primitive.DOUBLE
                && function.result() == Primitive.DOUBLE;
    }

    static Made of(Subject subject) {
        List<String> references = new ArrayList<>();
        references.add(value(subject));
        references.add(reference(subject, Kind.GRADIENT));
        if (subject.second()) {
            references.add(reference(subject, Kind.HESSIAN));
        }
        String text = SCALAR_FUNCTION.text() + ".of(" + String.join(", ", references) + ")";
        BlockBuilder out = new BlockBuilder();
        var object = out.let("function", new Foreign(List.of(text), List.of(), SCALAR_FUNCTION, Foreign.Effect.READS));
        String name = subject.base() + Kind.AS_OBJECT.ending();
        Function.Key key = new Function.Key(subject.companion() + "#" + name + "()", name);
        return new Made(new Function(key, List.of(), out.build(List.of(object)), SCALAR_FUNCTION), Set.of(), Set.of());
    }

    /** By way of the companion, which can be called also where the method is private or declares exceptions. */
    private static String value(Subject subject) {
        String x = subject.function().parameters().get(0).name();
        String valueAndGradient = subject.base() + Kind.VALUE_AND_GRADIENT.ending();
        return x + " -> " + valueAndGradient + "(" + x + ").value()";
    }

    private static String reference(Subject subject, Kind kind) {
        return subject.companion() + "::" + subject.base() + kind.ending();
    }
}
