package dev.adjoint.processor.frontend;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as Java source text, fully qualified, without annotations; type variables give way to their bounds. */
final class TypeText {
    private TypeText() {}

    static String of(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        }
        return switch (type.getKind()) {
            case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED, ERROR -> declared((DeclaredType) type);
            case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0));
            case WILDCARD -> of(JavaTypes.bound((WildcardType) type));
            case NULL -> "java.lang.Object";
            default -> type.toString();
        };
    }

    /** The type as an argument of a container that is only read: what gives way to its bound may be any type within it. */
    static String ofElement(TypeMirror type) {
        return mentionsVariable(type) ? "? extends " + of(type) : of(type);
    }

    private static String declared(DeclaredType type) {
        String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
        boolean raw = type.getTypeArguments().isEmpty()
                || type.getTypeArguments().stream().anyMatch(TypeText::mentionsVariable);
        if (raw) {
            return name;
        }
        return name
                + type.getTypeArguments().stream().map(TypeText::argument).collect(Collectors.joining(", ", "<", ">"));
    }

    /** Whether the type mentions a type variable of the source, which the generated class does not know. */
    static boolean mentionsVariable(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> !captured(type);
            case ARRAY -> mentionsVariable(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(TypeText::mentionsVariable);
            case WILDCARD -> mentionsVariable(JavaTypes.bound((WildcardType) type));
            default -> false;
        };
    }

    static boolean captured(TypeMirror type) {
        return type instanceof TypeVariable variable
                && variable.asElement().getSimpleName().toString().startsWith("<");
    }

    private static String argument(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return "? extends " + of(wildcard.getExtendsBound());
            }
            return wildcard.getSuperBound() == null ? "?" : "? super " + of(wildcard.getSuperBound());
        }
        return captured(type) ? "?" : of(type);
    }
}
