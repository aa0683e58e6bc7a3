package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.FunctionalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Functional interfaces and their single abstract methods (JLS 9.8, 9.9). */
final class Functions {
    private static final Set<String> OF_OBJECT = Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

    private final Compilation compilation;

    Functions(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The single method of a functional interface, with the interface's type arguments put in. */
    record Shape(ExecutableElement method, List<TypeMirror> parameters, TypeMirror result) {}

    /** The shape of the type if it is a functional interface, else null. */
    @Nullable
    Shape shape(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || JavaTypes.element(type).getKind() != ElementKind.INTERFACE) {
            return null;
        }
        if (isNotMeantAsFunction(JavaTypes.element(type))) {
            return null;
        }
        ExecutableElement only = null;
        for (Element member : compilation.elements().getAllMembers(JavaTypes.element(type))) {
            if (member.getModifiers().contains(Modifier.ABSTRACT)
                    && member instanceof ExecutableElement method
                    && !OF_OBJECT.contains(method.toString())) {
                if (only != null && !overrides(only, method)) {
                    return null;
                }
                only = method;
            }
        }
        return only == null ? null : shape(type, only);
    }

    /** Iterable, Comparable, AutoCloseable: objects with one method, but no functions. */
    private static boolean isNotMeantAsFunction(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.")
                && !Annotations.has(type, "java.lang.FunctionalInterface");
    }

    /** Whether a call of the function can be handed something that has a derivative. */
    boolean takesActive(Shape shape) {
        return shape.parameters().stream()
                .anyMatch(p -> compilation.ir(unboxed(p)).differentiable());
    }

    private boolean overrides(ExecutableElement a, ExecutableElement b) {
        return a.getSimpleName().equals(b.getSimpleName())
                && a.getParameters().size() == b.getParameters().size();
    }

    private Shape shape(TypeMirror type, ExecutableElement method) {
        TypeMirror plain = withoutWildcards((DeclaredType) type);
        ExecutableType seen = (ExecutableType) compilation.types().memberOf(plain, method);
        List<TypeMirror> parameters = new ArrayList<>(seen.getParameterTypes());
        return new Shape(method, parameters, seen.getReturnType());
    }

    /** JLS 9.9: {@code ? super T} and {@code ? extends T} become {@code T}. */
    private TypeMirror withoutWildcards(DeclaredType type) {
        if (type.getTypeArguments().stream().noneMatch(a -> a.getKind() == TypeKind.WILDCARD)) {
            return type;
        }
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            boolean unbounded = argument instanceof WildcardType w && JavaTypes.bound(w) == w;
            arguments.add(
                    unbounded
                            ? compilation.types().named("java.lang.Object")
                            : argument instanceof WildcardType w ? JavaTypes.bound(w) : argument);
        }
        return compilation.types().parameterized(JavaTypes.element(type), arguments);
    }

    /** What later stages know of the functional interface. */
    FunctionalType type(TypeMirror type, Shape shape) {
        List<Type> parameters =
                shape.parameters().stream().map(p -> compilation.ir(unboxed(p))).toList();
        Type result = shape.result().getKind() == TypeKind.VOID ? null : compilation.ir(unboxed(shape.result()));
        return new FunctionalType(
                TypeText.of(type), shape.method().getSimpleName().toString(), parameters, result);
    }

    /** Lambdas are always written out where they are called, so that a boxed number need never be one. */
    TypeMirror unboxed(TypeMirror type) {
        TypeMirror unboxed = compilation.types().unboxed(type);
        boolean floating =
                unboxed != null && (unboxed.getKind() == TypeKind.DOUBLE || unboxed.getKind() == TypeKind.FLOAT);
        return floating ? unboxed : type;
    }
}
