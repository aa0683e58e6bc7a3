package dev.adjoint.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What type names mean within a method (JLS 6.5.5). */
final class TypeNames {
    private final Compilation compilation;
    private final Imports imports;
    private final Element method;
    private final Set<String> refused = new HashSet<>();

    TypeNames(Compilation compilation, Imports imports, ExecutableElement method) {
        this.compilation = compilation;
        this.imports = imports;
        this.method = method;
    }

    Imports imports() {
        return imports;
    }

    /** Remembers a class that was refused, so that nothing more is said where it is used. */
    void refuse(String name) {
        refused.add(name);
    }

    /** The type that a type tree stands for. */
    TypeMirror resolve(Tree tree) {
        JavaTypes types = compilation.types();
        if (tree instanceof PrimitiveTypeTree primitive) {
            return primitive.getPrimitiveTypeKind() == TypeKind.VOID
                    ? types.voidType()
                    : types.primitive(primitive.getPrimitiveTypeKind());
        }
        if (tree instanceof ArrayTypeTree array) {
            return types.arrayOf(resolve(array.getType()));
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return resolve(annotated.getUnderlyingType());
        }
        if (tree instanceof ParameterizedTypeTree parameterized) {
            return parameterized(parameterized);
        }
        if (tree instanceof WildcardTree wildcard) {
            return wildcard(wildcard);
        }
        TypeMirror named = named(tree);
        if (named == null) {
            throw new Unresolved(tree.toString());
        }
        return named;
    }

    private TypeMirror parameterized(ParameterizedTypeTree tree) {
        TypeMirror generic = resolve(tree.getType());
        List<TypeMirror> arguments =
                tree.getTypeArguments().stream().map(this::resolve).toList();
        return arguments.isEmpty() ? generic : compilation.types().parameterized(JavaTypes.element(generic), arguments);
    }

    private TypeMirror wildcard(WildcardTree tree) {
        JavaTypes types = compilation.types();
        return switch (tree.getKind()) {
            case EXTENDS_WILDCARD -> types.wildcard(resolve(tree.getBound()), null);
            case SUPER_WILDCARD -> types.wildcard(null, resolve(tree.getBound()));
            default -> types.wildcard(null, null);
        };
    }

    /** The type that a simple or qualified name stands for, or null if it stands for none. */
    @Nullable
    TypeMirror named(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return simple(identifier.getName().toString());
        }
        if (!(tree instanceof MemberSelectTree select)) {
            return null;
        }
        String name = select.getIdentifier().toString();
        TypeMirror outer = named(select.getExpression());
        if (outer instanceof DeclaredType) {
            TypeElement member = member(JavaTypes.element(outer), name);
            return member == null ? null : member.asType();
        }
        return outer == null ? qualified(select.toString()) : generatedMember(outer, name);
    }

    private @Nullable TypeMirror generatedMember(TypeMirror outer, String name) {
        return outer instanceof CompanionType companion ? companion.member(name) : null;
    }

    private @Nullable TypeMirror simple(String name) {
        if (refused.contains(name)) {
            throw new Refused();
        }
        TypeMirror enclosed = enclosed(name);
        if (enclosed != null) {
            return enclosed;
        }
        for (String candidate : imports.candidates(name)) {
            TypeMirror found = qualified(candidate);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable TypeMirror enclosed(String name) {
        for (Element scope = method; scope != null; scope = scope.getEnclosingElement()) {
            TypeMirror found = scope.getKind() == ElementKind.PACKAGE ? null : inScope(scope, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable TypeMirror inScope(Element scope, String name) {
        if (scope instanceof Parameterizable generic) {
            for (TypeParameterElement parameter : generic.getTypeParameters()) {
                if (parameter.getSimpleName().contentEquals(name)) {
                    return parameter.asType();
                }
            }
        }
        if (!(scope instanceof TypeElement type)) {
            return null;
        }
        if (type.getSimpleName().contentEquals(name)) {
            return raw(type);
        }
        TypeElement member = member(type, name);
        return member == null ? null : raw(member);
    }

    private TypeMirror raw(TypeElement type) {
        return type.getTypeParameters().isEmpty()
                ? type.asType()
                : compilation.types().erasure(type.asType());
    }

    private @Nullable TypeElement member(TypeElement type, String name) {
        for (Element member : compilation.elements().getAllMembers(type)) {
            if (member instanceof TypeElement found && found.getSimpleName().contentEquals(name)) {
                return found;
            }
        }
        return null;
    }

    /** The class with that canonical name, generated ones included; null if there is none. */
    @Nullable
    TypeMirror qualified(String name) {
        TypeMirror generated = compilation.companions().type(name);
        if (generated != null) {
            return generated;
        }
        TypeElement element = compilation.elements().getTypeElement(name);
        return element == null ? null : raw(element);
    }
}
