package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Given.Kind;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that the rule for a method may have.
 *
 * @param target the differentiated method
 * @param kind the kind of rule
 * @param takesResult whether the result of the method comes after its arguments
 * @param accumulates whether the adjoints of arrays are parameters
 * @param expected the parameters that the rule must have, with what each one is
 * @param returned the types that together are returned: none, one, or the components of a record
 */
record RuleShape(
        RuleTarget target,
        Kind kind,
        boolean takesResult,
        boolean accumulates,
        List<Expected> expected,
        List<Type> returned) {

    /** A parameter that a rule must have. */
    record Expected(Type type, String meaning) {}

    /** The signature that a rule has. */
    record Given(List<Type> parameters, @Nullable Type result) {}

    /** The forms for a method, of those kinds. */
    static List<RuleShape> of(RuleTarget target, List<Kind> kinds) {
        List<RuleShape> shapes = new ArrayList<>();
        for (Kind kind : kinds) {
            if (kind == Kind.PARTIALS) {
                shapes.add(partials(target));
            } else {
                shapes.addAll(products(target, kind));
            }
        }
        return shapes;
    }

    private static List<RuleShape> products(RuleTarget target, Kind kind) {
        List<RuleShape> shapes = new ArrayList<>();
        for (boolean takesResult : target.result() == null ? List.of(false) : List.of(false, true)) {
            if (kind == Kind.JVP) {
                shapes.add(jvp(target, takesResult));
            } else {
                shapes.add(vjp(target, takesResult, target.result() == null));
                if (target.result() != null && target.writesArrays()) {
                    shapes.add(vjp(target, takesResult, true));
                }
            }
        }
        return shapes;
    }

    private static RuleShape partials(RuleTarget target) {
        return new RuleShape(target, Kind.PARTIALS, true, false, arguments(target, true), target.independents());
    }

    private static List<Expected> arguments(RuleTarget target, boolean withResult) {
        List<Expected> expected = new ArrayList<>();
        for (int i = 0; i < target.parameters().size(); i++) {
            expected.add(new Expected(target.parameters().get(i), "argument " + (i + 1) + " of " + target.name()));
        }
        if (withResult && target.result() != null) {
            expected.add(new Expected(target.result(), "the result of " + target.name()));
        }
        return expected;
    }

    private static RuleShape vjp(RuleTarget target, boolean takesResult, boolean accumulates) {
        List<Expected> expected = arguments(target, takesResult);
        if (target.result() != null) {
            expected.add(new Expected(target.result(), "the adjoint of the result"));
        }
        List<Type> returned = new ArrayList<>();
        for (int i : target.indices()) {
            Type type = target.parameters().get(i);
            if (accumulates && type.isArray()) {
                expected.add(new Expected(type, "the adjoint of argument " + (i + 1)));
            } else {
                returned.add(type);
            }
        }
        return new RuleShape(target, Kind.VJP, takesResult, accumulates, expected, returned);
    }

    private static RuleShape jvp(RuleTarget target, boolean takesResult) {
        List<Expected> expected = arguments(target, takesResult);
        for (int i : target.indices()) {
            expected.add(new Expected(target.parameters().get(i), "the tangent of argument " + (i + 1)));
        }
        List<Type> returned = target.result() == null ? List.of() : List.of(target.result());
        return new RuleShape(target, Kind.JVP, takesResult, false, expected, returned);
    }

    /** How many parameters fit, from the first on; one more if all do, and what is returned as well. */
    int fitting(Given given) {
        int n = Math.min(expected.size(), given.parameters().size());
        int i = 0;
        while (i < n && isSame(given.parameters().get(i), expected.get(i).type())) {
            i++;
        }
        return i < expected.size() || i < given.parameters().size() || !returns(given.result()) ? i : i + 1;
    }

    /** Where the signature differs, or null if it fits. */
    @Nullable
    String difference(Given given) {
        int i = fitting(given);
        int found = given.parameters().size();
        if (i > expected.size()) {
            return null;
        }
        if (i < expected.size() && i < found) {
            return "parameter " + (i + 1) + " is " + given.parameters().get(i).text() + " and not "
                    + expected.get(i).type().text() + ", " + expected.get(i).meaning();
        }
        if (i < expected.size()) {
            return "parameter " + (i + 1) + " is missing: "
                    + expected.get(i).type().text() + ", " + expected.get(i).meaning();
        }
        if (i < found) {
            return "parameter " + (i + 1) + " is one too many";
        }
        String text = given.result() == null ? "void" : given.result().text();
        return "it returns " + text + " and not " + returnedText();
    }

    /** Whether the types are the same; type arguments of what is only handed on do not matter. */
    private static boolean isSame(Type a, Type b) {
        return a.equals(b)
                || (a instanceof OpaqueType left
                        && b instanceof OpaqueType right
                        && erased(left.text()).equals(erased(right.text())));
    }

    private static String erased(String text) {
        return text.replaceAll("<.*>", "");
    }

    private boolean returns(@Nullable Type given) {
        return switch (returned.size()) {
            case 0 -> given == null;
            case 1 -> returned.get(0).equals(given);
            default -> isArrayOfPartials(given) || isRecordOf(given);
        };
    }

    private boolean isArrayOfPartials(@Nullable Type given) {
        return kind == Kind.PARTIALS
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
                (kind == Kind.PARTIALS ? types.get(0) + "[] or " : "")
                        + "a record of ("
                        + String.join(", ", types)
                        + ")";
        };
    }

    /** The form as a signature. */
    String text() {
        List<String> types = expected.stream().map(e -> e.type().text()).toList();
        String end = kind == Kind.JVP ? "Jvp" : kind == Kind.VJP ? "Vjp" : "Partial";
        return "static " + returnedText() + " " + target.name() + end + "(" + String.join(", ", types) + ")";
    }
}
