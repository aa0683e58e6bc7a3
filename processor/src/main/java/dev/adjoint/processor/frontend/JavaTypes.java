package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Primitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about Java types: promotion, boxing, subtyping and conversion in the sense of JLS 4, 5. */
final class JavaTypes {
    private static final Map<String, TypeKind> BOXES = Map.of(
            "java.lang.Boolean", TypeKind.BOOLEAN,
            "java.lang.Byte", TypeKind.BYTE,
            "java.lang.Short", TypeKind.SHORT,
            "java.lang.Character", TypeKind.CHAR,
            "java.lang.Integer", TypeKind.INT,
            "java.lang.Long", TypeKind.LONG,
            "java.lang.Float", TypeKind.FLOAT,
            "java.lang.Double", TypeKind.DOUBLE);
    private static final List<TypeKind> WIDENING =
            List.of(TypeKind.BYTE, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

    private final Types types;
    private final Elements elements;

    JavaTypes(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    TypeMirror primitive(TypeKind kind) {
        return types.getPrimitiveType(kind);
    }

    TypeMirror primitive(Primitive type) {
        return primitive(TypeKind.valueOf(type.name()));
    }

    static Primitive primitive(TypeMirror type) {
        return Primitive.valueOf(type.getKind().name());
    }

    TypeMirror voidType() {
        return types.getNoType(TypeKind.VOID);
    }

    TypeMirror none() {
        return types.getNoType(TypeKind.NONE);
    }

    TypeMirror nullType() {
        return types.getNullType();
    }

    TypeMirror named(String canonicalName) {
        TypeElement element = elements.getTypeElement(canonicalName);
        if (element == null) {
            throw new Unresolved(canonicalName);
        }
        return types.getDeclaredType(element);
    }

    TypeMirror string() {
        return named("java.lang.String");
    }

    boolean isString(TypeMirror type) {
        return isNamed(type, "java.lang.String");
    }

    static boolean isNamed(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED && qualifiedName(type).equals(name);
    }

    static String qualifiedName(TypeMirror declared) {
        return element(declared).getQualifiedName().toString();
    }

    static TypeElement element(TypeMirror declared) {
        return (TypeElement) ((DeclaredType) declared).asElement();
    }

    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && element(type).getKind() == ElementKind.RECORD;
    }

    static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && element(type).getKind() == ElementKind.ENUM;
    }

    /** The primitive type that a value of the type converts to by unboxing, the type itself if primitive, else null. */
    @Nullable
    TypeMirror unboxed(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type;
        }
        TypeMirror erased = upward(type);
        if (erased.getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeKind kind = BOXES.get(qualifiedName(erased));
        return kind == null ? null : primitive(kind);
    }

    boolean isNumeric(TypeMirror type) {
        TypeMirror unboxed = unboxed(type);
        return unboxed != null && unboxed.getKind() != TypeKind.BOOLEAN;
    }

    boolean isBoolean(TypeMirror type) {
        TypeMirror unboxed = unboxed(type);
        return unboxed != null && unboxed.getKind() == TypeKind.BOOLEAN;
    }

    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    /** Unary numeric promotion. */
    Primitive promoted(TypeMirror type) {
        Primitive primitive = primitive(needUnboxed(type));
        return switch (primitive) {
            case BYTE, SHORT, CHAR -> Primitive.INT;
            default -> primitive;
        };
    }

    /** Binary numeric promotion. */
    Primitive promoted(TypeMirror left, TypeMirror right) {
        Primitive a = promoted(left);
        Primitive b = promoted(right);
        return a.compareTo(b) >= 0 ? a : b;
    }

    TypeMirror needUnboxed(TypeMirror type) {
        TypeMirror unboxed = unboxed(type);
        if (unboxed == null) {
            throw new Unresolved(type + " is not a primitive type");
        }
        return unboxed;
    }

    static TypeMirror bound(WildcardType wildcard) {
        TypeMirror bound = wildcard.getExtendsBound();
        return bound != null ? bound : Objects.requireNonNullElse(wildcard.getSuperBound(), wildcard);
    }

    /** The type without captured variables and wildcards at its outside, and the first part of an intersection. */
    TypeMirror upward(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? named("java.lang.Object") : upward(bound);
        }
        if (type instanceof TypeVariable variable) {
            return upward(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return upward(intersection.getBounds().get(0));
        }
        return type;
    }

    /** Only captured variables are replaced by their bounds; those of the source stay. */
    TypeMirror withoutCapture(TypeMirror type) {
        boolean hidden = type.getKind() == TypeKind.WILDCARD
                || type.getKind() == TypeKind.INTERSECTION
                || TypeText.captured(type);
        return hidden ? upward(type) : type;
    }

    TypeMirror capture(TypeMirror type) {
        return known(type) ? types.capture(type) : type;
    }

    TypeMirror erasure(TypeMirror type) {
        return known(type) ? types.erasure(type) : type;
    }

    ArrayType arrayOf(TypeMirror element) {
        return types.getArrayType(element);
    }

    TypeMirror memberOf(TypeMirror site, Element member) {
        return types.asMemberOf((DeclaredType) site, member);
    }

    DeclaredType parameterized(TypeElement element, List<TypeMirror> arguments) {
        return types.getDeclaredType(element, arguments.toArray(new TypeMirror[0]));
    }

    WildcardType wildcard(@Nullable TypeMirror extending, @Nullable TypeMirror superBound) {
        return types.getWildcardType(extending, superBound);
    }

    List<? extends TypeMirror> directSupertypes(TypeMirror type) {
        return known(type) ? types.directSupertypes(type) : List.of();
    }

    private static boolean known(TypeMirror type) {
        return !(type instanceof GeneratedRecord);
    }

    boolean isSame(TypeMirror a, TypeMirror b) {
        return known(a) && known(b) ? types.isSameType(a, b) : a.equals(b);
    }

    /** Strict invocation conversion: identity, widening of primitives, subtyping, unchecked conversion. */
    boolean isStrictlyConvertible(TypeMirror from, TypeMirror to) {
        if (from.getKind().isPrimitive() != to.getKind().isPrimitive()) {
            return false;
        }
        return from.getKind().isPrimitive() ? widens(from.getKind(), to.getKind()) : isSubtype(from, to);
    }

    /** Loose invocation conversion: strict conversion, or boxing or unboxing followed by widening. */
    boolean isConvertible(TypeMirror from, TypeMirror to) {
        if (isStrictlyConvertible(from, to)) {
            return true;
        }
        if (from.getKind().isPrimitive()) {
            return !to.getKind().isPrimitive() && isSubtype(boxed(from), to);
        }
        TypeMirror unboxed = to.getKind().isPrimitive() ? unboxed(from) : null;
        return unboxed != null && widens(unboxed.getKind(), to.getKind());
    }

    /** Subtyping, among primitive types in the sense of JLS 4.10.1. */
    boolean isMoreSpecific(TypeMirror a, TypeMirror b) {
        return isStrictlyConvertible(a, b);
    }

    boolean isSubtype(TypeMirror a, TypeMirror b) {
        if (!known(a) || !known(b)) {
            return a.equals(b) || (a.getKind() == TypeKind.NULL) || isNamed(b, "java.lang.Object");
        }
        if (a.getKind() == TypeKind.ERROR || b.getKind() == TypeKind.ERROR) {
            throw new Unresolved(a + " or " + b);
        }
        return types.isSubtype(a, b) || types.isSubtype(types.erasure(a), b) || types.isAssignable(a, b);
    }

    boolean isErasedSubtype(TypeMirror a, TypeMirror b) {
        return isSubtype(erasure(a), erasure(b));
    }

    private static boolean widens(TypeKind from, TypeKind to) {
        if (from == to) {
            return true;
        }
        if (from == TypeKind.CHAR) {
            return WIDENING.indexOf(to) >= WIDENING.indexOf(TypeKind.INT);
        }
        int start = WIDENING.indexOf(from);
        return start >= 0 && WIDENING.indexOf(to) > start;
    }
}
