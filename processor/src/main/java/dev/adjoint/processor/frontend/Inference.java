package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What the type variables of a generic method or class stand for in one call: enough of JLS 18 for passing values on. */
final class Inference {
    private final JavaTypes types;
    private final Map<Element, @Nullable TypeMirror> bindings = new HashMap<>();

    Inference(JavaTypes types, List<? extends TypeParameterElement> variables) {
        this.types = types;
        variables.forEach(v -> bindings.put(v, null));
    }

    boolean isNeeded() {
        return !bindings.isEmpty();
    }

    /** Learns from an argument of the type {@code actual} for a parameter of the type {@code formal}. */
    void learn(TypeMirror formal, TypeMirror actual) {
        if (formal instanceof TypeVariable variable && bindings.containsKey(variable.asElement())) {
            bind(variable.asElement(), types.boxed(actual));
        } else if (formal instanceof ArrayType to && actual instanceof ArrayType from) {
            learnElement(to.getComponentType(), from.getComponentType());
        } else if (formal instanceof WildcardType wildcard) {
            learnBound(wildcard, actual);
        } else if (formal instanceof DeclaredType declared && actual.getKind() == TypeKind.DECLARED) {
            learnArguments(declared, actual);
        }
    }

    /** A wildcard without a bound says nothing. */
    private void learnBound(WildcardType formal, TypeMirror actual) {
        TypeMirror bound = JavaTypes.bound(formal);
        if (bound != formal) {
            learn(bound, actual);
        }
    }

    private void learnElement(TypeMirror formal, TypeMirror actual) {
        if (!actual.getKind().isPrimitive()) {
            learn(formal, actual);
        }
    }

    private void learnArguments(DeclaredType formal, TypeMirror actual) {
        TypeMirror same = supertype(actual, formal.asElement());
        if (!(same instanceof DeclaredType found)) {
            return;
        }
        int n = Math.min(
                formal.getTypeArguments().size(), found.getTypeArguments().size());
        for (int i = 0; i < n; i++) {
            TypeMirror argument = found.getTypeArguments().get(i);
            learn(formal.getTypeArguments().get(i), types.withoutCapture(argument));
        }
    }

    /** The type among the supertypes of {@code type} that is of that class, or null. */
    @Nullable
    TypeMirror supertype(TypeMirror type, Element element) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(element)) {
            return type;
        }
        for (TypeMirror parent : types.directSupertypes(type)) {
            TypeMirror found = supertype(parent, element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void bind(Element variable, TypeMirror type) {
        TypeMirror before = bindings.get(variable);
        if (type.getKind() == TypeKind.NULL || type.getKind() == TypeKind.VOID) {
            return;
        }
        bindings.put(variable, before == null ? type : join(before, type));
    }

    /** A type that values of both types have. */
    TypeMirror join(TypeMirror a, TypeMirror b) {
        if (b.getKind() == TypeKind.NULL || types.isSubtype(b, a)) {
            return a;
        }
        return a.getKind() == TypeKind.NULL || types.isSubtype(a, b) ? b : common(a, b);
    }

    private TypeMirror common(TypeMirror a, TypeMirror b) {
        for (TypeMirror parent : types.directSupertypes(a)) {
            boolean object = JavaTypes.isNamed(parent, "java.lang.Object");
            if (!object && types.isErasedSubtype(b, parent)) {
                return parent;
            }
        }
        return types.named("java.lang.Object");
    }

    boolean isBound(TypeMirror type) {
        return !(type instanceof TypeVariable variable)
                || !bindings.containsKey(variable.asElement())
                || bindings.get(variable.asElement()) != null;
    }

    /** The type with what has been learnt put in; variables about which nothing is known give way to their bounds. */
    TypeMirror apply(TypeMirror type) {
        if (bindings.isEmpty()) {
            return type;
        }
        if (type instanceof TypeVariable variable && bindings.containsKey(variable.asElement())) {
            TypeMirror bound = bindings.get(variable.asElement());
            return bound != null ? bound : types.erasure(variable.getUpperBound());
        }
        if (type instanceof ArrayType array) {
            return types.arrayOf(apply(array.getComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type instanceof DeclaredType declared ? declared(declared) : type;
    }

    private TypeMirror wildcard(WildcardType type) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        return types.wildcard(upper == null ? null : apply(upper), lower == null ? null : apply(lower));
    }

    private TypeMirror declared(DeclaredType type) {
        if (type.getTypeArguments().isEmpty()) {
            return type;
        }
        List<TypeMirror> arguments = new ArrayList<>();
        type.getTypeArguments().forEach(a -> arguments.add(apply(a)));
        return types.parameterized((javax.lang.model.element.TypeElement) type.asElement(), arguments);
    }
}
