package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a method with {@code @DerivativeOf}, and says where its signature does not fit. */
final class RuleReader {
    private final Compilation compilation;
    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final List<Diagnostic> problems = new ArrayList<>();

    RuleReader(Compilation compilation, ExecutableElement method) {
        this.compilation = compilation;
        this.method = method;
        this.annotation = Annotations.get(method, Annotations.DERIVATIVE_OF);
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** The rule, or null if there are problems. */
    @Nullable
    Rule read() {
        AnnotationValue type = Objects.requireNonNull(Annotations.value(annotation, "type"));
        AnnotationValue name = Objects.requireNonNull(Annotations.value(annotation, "method"));
        if (!(type.getValue() instanceof TypeMirror owner)) {
            throw new Unresolved("the class of a rule");
        }
        checkCallable();
        List<ExecutableElement> targets = targets(owner, String.valueOf(name.getValue()));
        if (targets.isEmpty()) {
            refuse(Problem.RULE_TARGET, at(name), name.getValue(), owner, similar(owner));
        }
        return problems.isEmpty() ? fitting(targets) : null;
    }

    private void checkCallable() {
        Set<Modifier> modifiers = method.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            refuse(Problem.RULE_NOT_STATIC, null, method.getSimpleName(), "not static");
        } else if (modifiers.contains(Modifier.PRIVATE)) {
            refuse(Problem.RULE_NOT_STATIC, null, method.getSimpleName(), "private");
        }
    }

    private List<ExecutableElement> targets(TypeMirror owner, String name) {
        List<ExecutableElement> found = new ArrayList<>();
        for (Element member : JavaTypes.element(owner).getEnclosedElements()) {
            boolean fits = member.getKind() == ElementKind.METHOD
                    && member.getModifiers().contains(Modifier.STATIC)
                    && member.getSimpleName().contentEquals(name);
            if (fits) {
                found.add((ExecutableElement) member);
            }
        }
        return found;
    }

    private static String similar(TypeMirror owner) {
        List<String> names = JavaTypes.element(owner).getEnclosedElements().stream()
                .filter(e ->
                        e.getKind() == ElementKind.METHOD && e.getModifiers().contains(Modifier.STATIC))
                .map(e -> e.getSimpleName().toString())
                .distinct()
                .limit(10)
                .toList();
        return names.isEmpty() ? "" : "; its static methods are " + String.join(", ", names);
    }

    private @Nullable Rule fitting(List<ExecutableElement> targets) {
        List<RuleShape> shapes = new ArrayList<>();
        for (ExecutableElement target : targets) {
            shapes.addAll(RuleShape.of(compilation, target));
        }
        RuleShape.Given given = given();
        List<RuleShape> fitting =
                shapes.stream().filter(s -> s.difference(given) == null).toList();
        if (fitting.isEmpty()) {
            refuseSignature(shapes, given);
            return null;
        }
        boolean forward = method.getSimpleName()
                .toString()
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith("jvp");
        RuleShape chosen = fitting.stream()
                .filter(s -> forward == (s.kind() == Rule.Kind.JVP))
                .findFirst()
                .orElse(fitting.get(0));
        return rule(chosen, given);
    }

    private RuleShape.Given given() {
        List<Type> parameters = method.getParameters().stream()
                .map(p -> compilation.ir(p.asType()))
                .toList();
        boolean isVoid = method.getReturnType().getKind() == javax.lang.model.type.TypeKind.VOID;
        return new RuleShape.Given(parameters, isVoid ? null : compilation.ir(method.getReturnType()));
    }

    private Rule rule(RuleShape shape, RuleShape.Given given) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return new Rule(
                shape.owner(),
                shape.name(),
                shape.parameters(),
                shape.parameters().stream().map(Type::differentiable).toList(),
                shape.result(),
                shape.kind(),
                owner.getQualifiedName().toString(),
                method.getSimpleName().toString(),
                compilation.key(method).erasure(),
                given.result());
    }

    /** Says what is wrong with regard to the shape that has as many parameters, or else to the first. */
    private void refuseSignature(List<RuleShape> shapes, RuleShape.Given given) {
        RuleShape closest = shapes.stream()
                .filter(s -> s.expected().size() == given.parameters().size())
                .findFirst()
                .orElse(shapes.get(0));
        String difference = Objects.requireNonNull(closest.difference(given));
        List<String> forms = shapes.stream().map(RuleShape::text).distinct().toList();
        refuse(
                Problem.RULE_SIGNATURE,
                null,
                closest.owner() + "." + closest.name(),
                difference,
                "A rule for it looks like one of: " + String.join("; ", forms) + ".");
    }

    private @Nullable Tree at(AnnotationValue value) {
        return compilation.trees().getTree(method, annotation, value);
    }

    private void refuse(Problem problem, @Nullable Tree at, Object... arguments) {
        TreePath path = compilation.trees().getPath(method);
        Tree tree = at == null ? (MethodTree) path.getLeaf() : at;
        problems.add(Diagnostic.of(problem, Place.of(compilation, path.getCompilationUnit(), tree), arguments));
    }
}
