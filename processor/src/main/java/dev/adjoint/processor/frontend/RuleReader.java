package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Given.Kind;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a method with {@code @DerivativeOf} in this compilation, and says where its signature does not fit. */
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
        AnnotationValue name = Objects.requireNonNull(Annotations.value(annotation, "method"));
        checkCallable();
        List<ExecutableElement> methods = targets(owner(annotation), String.valueOf(name.getValue()));
        if (methods.isEmpty()) {
            refuse(Problem.RULE_TARGET, at(name), name.getValue(), owner(annotation), similar(owner(annotation)));
        }
        List<Integer> wrt = wrt();
        if (!problems.isEmpty()) {
            return null;
        }
        List<RuleTarget> targets =
                methods.stream().map(m -> RuleTarget.of(compilation, m, wrt)).toList();
        return acceptable(targets) ? fitting(targets) : null;
    }

    static TypeMirror owner(AnnotationMirror annotation) {
        if (Objects.requireNonNull(Annotations.value(annotation, "type")).getValue() instanceof TypeMirror owner) {
            return owner;
        }
        throw new Unresolved("the class of a rule");
    }

    /** A rule may be hidden from other packages, but not within its own. */
    private void checkCallable() {
        String name = method.getSimpleName().toString();
        String packageName =
                compilation.elements().getPackageOf(method).getQualifiedName().toString();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            refuse(Problem.RULE_NOT_STATIC, null, name, "not static");
        } else if (method.getModifiers().contains(Modifier.PRIVATE)) {
            refuse(Problem.RULE_NOT_STATIC, null, name, "private");
        } else if (!compilation.isReachable(method, packageName)) {
            refuse(Problem.RULE_NOT_STATIC, null, name, "in a private class");
        }
    }

    /** The static methods of that name. */
    static List<ExecutableElement> targets(TypeMirror owner, String name) {
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

    // ------------------------------------------------------------------------------------------ the members

    /** The indices of the parameters that {@code wrt} names. */
    private List<Integer> wrt() {
        List<Integer> indices = new ArrayList<>();
        for (AnnotationValue entry : Annotations.entries(annotation, "wrt")) {
            int index = index(String.valueOf(entry.getValue()));
            if (index < 0) {
                refuse(Problem.UNKNOWN_PARAMETER, at(entry), entry.getValue(), method.getSimpleName(), candidates());
            } else if (!type(index).differentiable()) {
                refuse(
                        Problem.INACTIVE_PARAMETER,
                        at(entry),
                        entry.getValue(),
                        type(index).text(),
                        candidates());
            }
            indices.add(index);
        }
        return indices;
    }

    private int index(String name) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (method.getParameters().get(i).getSimpleName().contentEquals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Type type(int parameter) {
        return compilation.ir(method.getParameters().get(parameter).asType());
    }

    private String candidates() {
        return String.join(
                ", ",
                method.getParameters().stream()
                        .filter(p -> compilation.table().isDifferentiable(p.asType()))
                        .map(p -> p.getSimpleName().toString())
                        .toList());
    }

    /** What a rule of that mode computes, by the member or by the name of the method; null if neither says. */
    private @Nullable Kind declared() {
        List<? extends AnnotationValue> modes = Annotations.entries(annotation, "mode");
        if (!modes.isEmpty()) {
            return String.valueOf(modes.get(0).getValue()).endsWith("FORWARD") ? Kind.JVP : Kind.VJP;
        }
        String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith("jvp") ? Kind.JVP : name.endsWith("vjp") ? Kind.VJP : null;
    }

    private boolean saysMode() {
        return !Annotations.entries(annotation, "mode").isEmpty();
    }

    // ----------------------------------------------------------------------------------------- the signature

    private boolean acceptable(List<RuleTarget> targets) {
        boolean any = targets.stream().anyMatch(t -> t.objection() == null);
        if (!any) {
            RuleTarget first = targets.get(0);
            refuse(Problem.RULE_IMPOSSIBLE, null, text(first), first.objection());
        }
        return any && hasOneMode();
    }

    private boolean hasOneMode() {
        boolean one = Annotations.entries(annotation, "mode").size() < 2;
        if (!one) {
            refuse(Problem.RULE_MODE, null, method.getSimpleName(), "both modes are given for it");
        }
        return one;
    }

    private @Nullable Rule fitting(List<RuleTarget> targets) {
        List<RuleShape> shapes = new ArrayList<>();
        targets.stream().filter(t -> t.objection() == null).forEach(t -> shapes.addAll(RuleShape.of(t, kinds(t))));
        RuleShape.Given given = given();
        List<RuleShape> fitting =
                shapes.stream().filter(s -> s.difference(given) == null).toList();
        if (fitting.isEmpty()) {
            refuseSignature(shapes, given);
        } else if (fitting.stream().map(RuleShape::target).distinct().count() > 1) {
            refuse(
                    Problem.RULE_OVERLOADS,
                    null,
                    text(fitting.get(0).target()),
                    text(fitting.get(1).target()));
        } else if (fitting.size() > 1 || isNamedOtherwise(fitting.get(0))) {
            refuse(Problem.RULE_MODE, null, method.getSimpleName(), "its signature fits more than one kind of rule");
        } else if (fitting.get(0).kind() != Kind.PARTIALS && isNamedPartial()) {
            refuse(
                    Problem.RULE_MODE,
                    null,
                    method.getSimpleName(),
                    "its name says that it gives partial derivatives, but for a method of arrays it would be a product");
        }
        return problems.isEmpty() ? rule(fitting.get(0), given) : null;
    }

    /** For numbers partial derivatives, for arrays products; a mode asks for products in any case. */
    private List<Kind> kinds(RuleTarget target) {
        if (target.isOfNumbers() && !saysMode()) {
            return List.of(Kind.PARTIALS);
        }
        Kind declared = declared();
        return declared == null ? List.of(Kind.VJP, Kind.JVP) : List.of(declared);
    }

    /** Partial derivatives take the result where products take an adjoint: a name must not say one and mean the other. */
    private boolean isNamedOtherwise(RuleShape shape) {
        return shape.kind() == Kind.PARTIALS && declared() != null;
    }

    private boolean isNamedPartial() {
        String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
        return !saysMode() && (name.endsWith("partial") || name.endsWith("partials"));
    }

    private RuleShape.Given given() {
        List<Type> parameters = method.getParameters().stream()
                .map(p -> compilation.ir(p.asType()))
                .toList();
        return new RuleShape.Given(parameters, RuleTarget.result(compilation, method));
    }

    private Rule rule(RuleShape shape, RuleShape.Given given) {
        RuleTarget target = shape.target();
        return new Rule(
                target.key(),
                target.parameters(),
                target.wrt(),
                target.result(),
                shape.kind(),
                shape.takesResult(),
                shape.accumulates(),
                compilation.key(method),
                given.result());
    }

    /** Says what is wrong with regard to the shape that fits furthest. */
    private void refuseSignature(List<RuleShape> shapes, RuleShape.Given given) {
        int found = given.parameters().size();
        RuleShape closest = shapes.stream()
                .max(Comparator.<RuleShape>comparingInt(s -> s.fitting(given))
                        .thenComparing(s -> s.expected().size() == found))
                .orElseThrow();
        List<String> forms = shapes.stream()
                .filter(s -> s.target().equals(closest.target()))
                .map(RuleShape::text)
                .distinct()
                .toList();
        refuse(
                Problem.RULE_SIGNATURE,
                null,
                text(closest.target()),
                Objects.requireNonNull(closest.difference(given)),
                "A rule for it looks like one of: " + String.join("; ", forms) + ".");
    }

    private static String text(RuleTarget target) {
        List<String> types = target.parameters().stream().map(Type::text).toList();
        return target.key().owner() + "." + target.name() + "(" + String.join(", ", types) + ")";
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
