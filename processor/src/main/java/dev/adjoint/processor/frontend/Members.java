package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The methods and constructors of a type, as seen from it. */
final class Members {
    private final Compilation compilation;

    Members(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The methods of that name which a class name can be put before. */
    List<Candidate> statics(TypeMirror owner, String name) {
        if (owner instanceof CompanionType companion) {
            return companion.members().methods(name);
        }
        return all(owner, name);
    }

    /** All methods of that name, inherited ones included. */
    List<Candidate> all(TypeMirror site, String name) {
        if (site.getKind() != TypeKind.DECLARED) {
            throw new Unresolved(site + " has no methods");
        }
        List<Candidate> found = new ArrayList<>();
        TypeElement type = JavaTypes.element(site);
        addMethods(found, site, compilation.elements().getAllMembers(type), name);
        if (type.getKind() == ElementKind.INTERFACE) {
            TypeElement object = JavaTypes.element(compilation.types().named("java.lang.Object"));
            addMethods(found, object.asType(), object.getEnclosedElements(), name);
        }
        return found;
    }

    private void addMethods(List<Candidate> found, TypeMirror site, List<? extends Element> members, String name) {
        for (Element member : members) {
            boolean wanted = member.getKind() == ElementKind.METHOD
                    && member.getSimpleName().contentEquals(name);
            if (wanted && found.stream().noneMatch(c -> member.equals(c.element()))) {
                found.add(candidate(site, (ExecutableElement) member));
            }
        }
    }

    List<Candidate> constructors(TypeMirror site) {
        List<Candidate> found = new ArrayList<>();
        for (Element member : JavaTypes.element(site).getEnclosedElements()) {
            if (member.getKind() == ElementKind.CONSTRUCTOR) {
                found.add(candidate(site, (ExecutableElement) member));
            }
        }
        return found;
    }

    private Candidate candidate(TypeMirror site, ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        ExecutableType seen = (ExecutableType)
                (isStatic ? method.asType() : compilation.types().memberOf(site, method));
        TypeMirror result = method.getKind() == ElementKind.CONSTRUCTOR ? site : result(site, method, seen);
        return new Candidate(
                method, method.getTypeParameters(), seen.getParameterTypes(), method.isVarArgs(), result, null);
    }

    /** The result of {@code getClass} depends on the receiver (JLS 4.3.2). */
    private TypeMirror result(TypeMirror site, ExecutableElement method, ExecutableType seen) {
        boolean getClass = method.getSimpleName().contentEquals("getClass")
                && method.getParameters().isEmpty();
        if (!getClass) {
            return seen.getReturnType();
        }
        JavaTypes types = compilation.types();
        TypeMirror bound = types.wildcard(types.erasure(site), null);
        return types.parameterized(JavaTypes.element(types.named("java.lang.Class")), List.of(bound));
    }
}
