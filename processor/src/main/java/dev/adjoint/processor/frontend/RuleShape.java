package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * A form that the rule for a method may have.
 *
 * @param owner the class of the differentiated method
 * @param name its name
 * @param parameters its parameter types
 * @param result its result type, null for {@code void}
 * @param kind the kind of rule
 * @param expected the parameters that the rule must have, with what each one is
 * @param returned the types that together are returned: none, one, or the components of a record
 */
record RuleShape(
        String owner,
        String name,
        List<Type> parameters,
        @Nullable Type result,
        Rule.Kind kind,
        List<Expected> expected,
        List<Type> returned) {

    /** A parameter that a rule must have. */
    record Expected(Type type, String meaning) {}

    /** The signature that a rule has. */
    record Given(List<Type> parameters, @Nullable Type result) {}

    /** The forms for a method: partials for a scalar one, products with the Jacobian for one with arrays. */
    static List<RuleShape> of(Compilation compilation, ExecutableElement target) {
        List<Type> parameters = target.getParameters().stream()
                .map(p -> compilation.ir(p.asType()))
                .toList();
        boolean isVoid = target.getReturnType().getKind() == TypeKind.VOID;
        Type result = isVoid ? null : compilation.ir(target.getReturnType());
        String owner =
                ((TypeElement) target.getEnclosingElement()).getQualifiedName().toString();
        Maker maker = new Maker(owner, target.getSimpleName().toString(), parameters, result);
        boolean scalar = result instanceof Primitive
                && parameters.stream().noneMatch(p -> p.differentiable() && !(p instanceof Primitive));
        return scalar ? List.of(maker.partials()) : List.of(maker.vjp(), maker.jvp());
    }

    private record Maker(
            String owner,
            String name,
            List<Type> parameters,
            @Nullable Type result) {
        private List<Type> differentiable() {
            return parameters.stream().filter(Type::differentiable).toList();
        }

        private List<Expected> arguments() {
            List<Expected> expected = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                expected.add(new Expected(parameters.get(i), "argument " + (i + 1) + " of " + name));
            }
            return expected;
        }

        private RuleShape shape(Rule.Kind kind, List<Expected> expected, List<Type> returned) {
            return new RuleShape(owner, name, parameters, result, kind, expected, returned);
        }

        RuleShape partials() {
            List<Expected> expected = arguments();
            expected.add(new Expected(Objects.requireNonNull(result), "the result of " + name));
            return shape(Rule.Kind.PARTIALS, expected, differentiable());
        }

        RuleShape vjp() {
            List<Expected> expected = arguments();
            boolean accumulates = result == null || result instanceof Primitive;
            if (result != null) {
                expected.add(new Expected(result, "the adjoint of the result"));
            }
            List<Type> returned = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Type type = parameters.get(i);
                if (type.differentiable() && type instanceof ArrayType && accumulates) {
                    expected.add(new Expected(type, "the adjoint of argument " + (i + 1)));
                } else if (type.differentiable()) {
                    returned.add(type);
                }
            }
            return shape(Rule.Kind.VJP, expected, returned);
        }

        RuleShape jvp() {
            List<Expected> expected = arguments();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).differentiable()) {
                    expected.add(new Expected(parameters.get(i), "the tangent of argument " + (i + 1)));
                }
            }
            return shape(Rule.Kind.JVP, expected, result == null ? List.of() : List.of(result));
        }
    }

    /** Where the signature differs, or null if it fits. */
    @Nullable
    String difference(Given given) {
        int n = Math.min(expected.size(), given.parameters().size());
        for (int i = 0; i < n; i++) {
            Type type = given.parameters().get(i);
            if (!type.equals(expected.get(i).type())) {
                return "parameter " + (i + 1) + " is " + type.text() + " and not "
                        + expected.get(i).type().text() + ", " + expected.get(i).meaning();
            }
        }
        if (expected.size() > n) {
            return "parameter " + (n + 1) + " is missing: "
                    + expected.get(n).type().text() + ", " + expected.get(n).meaning();
        }
        if (given.parameters().size() > n) {
            return "parameter " + (n + 1) + " is one too many";
        }
        return returnDifference(given.result());
    }

    private @Nullable String returnDifference(@Nullable Type given) {
        String text = given == null ? "void" : given.text();
        boolean fits = switch (returned.size()) {
            case 0 -> given == null;
            case 1 -> returned.get(0).equals(given);
            default -> isArrayOfPartials(given) || isRecordOf(given);
        };
        return fits ? null : "it returns " + text + " and not " + returnedText();
    }

    private boolean isArrayOfPartials(@Nullable Type given) {
        return kind == Rule.Kind.PARTIALS
                && given instanceof ArrayType array
                && returned.stream().allMatch(array.element()::equals);
    }

    private boolean isRecordOf(@Nullable Type given) {
        return given instanceof RecordType record
                && record.components().stream()
                        .map(RecordType.Component::type)
                        .toList()
                        .equals(returned);
    }

    private String returnedText() {
        List<String> types = returned.stream().map(Type::text).toList();
        return switch (types.size()) {
            case 0 -> "void";
            case 1 -> types.get(0);
            default ->
                (kind == Rule.Kind.PARTIALS ? types.get(0) + "[] or " : "")
                        + "a record of ("
                        + String.join(", ", types)
                        + ")";
        };
    }

    /** The form as a signature. */
    String text() {
        List<String> types = expected.stream().map(e -> e.type().text()).toList();
        String end = kind == Rule.Kind.JVP ? "Jvp" : kind == Rule.Kind.VJP ? "Vjp" : "Partial";
        return "static " + returnedText() + " " + name + end + "(" + String.join(", ", types) + ")";
    }
}
