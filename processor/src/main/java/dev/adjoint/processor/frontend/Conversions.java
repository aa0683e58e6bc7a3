package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes out Java's implicit conversions (JLS 5): promotion, narrowing of constants, boxing and unboxing. */
final class Conversions {
    private final Body body;
    private final JavaTypes types;

    Conversions(Body body) {
        this.body = body;
        this.types = body.types();
    }

    /** The value as one of the given type. */
    Tree.Expression convert(Typed from, TypeMirror to, com.sun.source.tree.Tree at) {
        if (to.getKind().isPrimitive()) {
            return cast(primitive(from, at), JavaTypes.primitive(to));
        }
        if (from.type().getKind().isPrimitive()) {
            return box(from, to, at);
        }
        if (from.type().getKind() == TypeKind.NULL) {
            return new Tree.Constant(null, body.ir(to, at));
        }
        if (from.type().getKind() == TypeKind.VOID) {
            throw new Unresolved("a call without a result is used as a value");
        }
        if (!types.isErasedSubtype(from.type(), to)) {
            throw new Unresolved(from.type() + " is not " + to);
        }
        boolean loses =
                from.value().differentiable() && !body.compilation().table().isDifferentiable(to);
        return loses
                ? body.guard(
                        whole(from.tree(), to, at),
                        Problem.LOST_IN_CAST,
                        at,
                        from.value().text(),
                        TypeText.of(to))
                : from.tree();
    }

    /** A record as an object of a wider type: the components it is taken apart into are put together again. */
    Tree.Expression whole(Tree.Expression value, TypeMirror to, com.sun.source.tree.Tree at) {
        if (!isTakenApart(value.type())) {
            return value;
        }
        refuseArray(value, at);
        return passed(List.of("(" + TypeText.of(types.erasure(to)) + ") ", ""), value, body.ir(types.erasure(to), at));
    }

    /** An array of records is put together as a new one: what is written into that would be lost. */
    void refuseArray(Tree.Expression value, com.sun.source.tree.Tree at) {
        boolean array = value.type() instanceof ArrayType && isTakenApart(value.type());
        if (array && !(value instanceof Tree.NewArray)) {
            throw body.refuse(Problem.RECORDS_AS_OBJECTS, at, value.type().text());
        }
    }

    /** A record with derivatives is its components from here on; it is no object any more that could be another one. */
    static boolean isTakenApart(dev.adjoint.processor.ir.@Nullable Type type) {
        dev.adjoint.processor.ir.Type base = type instanceof ArrayType array ? array.base() : type;
        return base instanceof RecordType record && record.differentiable();
    }

    /** The value, unboxed if need be. */
    Tree.Expression primitive(Typed from, com.sun.source.tree.Tree at) {
        TypeMirror type = from.type();
        if (type.getKind().isPrimitive()) {
            return from.tree();
        }
        if (from.tree().type() instanceof Primitive) {
            return from.tree();
        }
        Primitive primitive = JavaTypes.primitive(types.needUnboxed(type));
        return passed(List.of("", "." + primitive.text() + "Value()"), from.tree(), primitive);
    }

    private Tree.Expression box(Typed from, TypeMirror to, com.sun.source.tree.Tree at) {
        TypeMirror unboxed = types.unboxed(to);
        TypeMirror source = unboxed == null ? from.type() : unboxed;
        Primitive primitive = JavaTypes.primitive(source);
        String box = TypeText.of(types.boxed(source));
        Tree.Expression value = cast(from.tree(), primitive);
        Tree.Expression boxed = passed(List.of(box + ".valueOf(", ")"), value, new OpaqueType(box));
        return primitive.isFloating() ? body.guard(boxed, Problem.BOXED, at, box, primitive.text()) : boxed;
    }

    private static Tree.Passed passed(List<String> pieces, Tree.Expression value, dev.adjoint.processor.ir.Type type) {
        return new Tree.Passed(pieces, List.of(value), type, Effect.READS);
    }

    /** The primitive value as one of another primitive type. */
    static Tree.Expression cast(Tree.Expression value, Primitive to) {
        Primitive from = (Primitive) value.type();
        if (from == to) {
            return value;
        }
        if (value instanceof Tree.Constant constant && constant.value() != null) {
            return constant(constant.value(), to);
        }
        return new Tree.Operation(Op.cast(from, to), List.of(value));
    }

    private static Tree.Expression constant(Object value, Primitive to) {
        Number number = value instanceof Character c ? Integer.valueOf(c) : (Number) value;
        Object converted = switch (to) {
            case BYTE -> Integer.valueOf(number.byteValue());
            case SHORT -> Integer.valueOf(number.shortValue());
            case CHAR -> Character.valueOf((char) number.intValue());
            case INT -> Integer.valueOf(number.intValue());
            case LONG -> Long.valueOf(number.longValue());
            case FLOAT -> Float.valueOf(number.floatValue());
            case DOUBLE -> Double.valueOf(number.doubleValue());
            case BOOLEAN -> throw new Unresolved("a number is not a boolean");
        };
        return new Tree.Constant(converted, to);
    }
}
