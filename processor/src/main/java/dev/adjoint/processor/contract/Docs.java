package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.rules.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Javadoc of generated methods: what each is the derivative of, by what, shapes, and conventions at kinks. */
public final class Docs {
    private final Subject subject;
    private final Set<String> conventions = new LinkedHashSet<>();

    /** Collects what is to be said of a method's derivatives. */
    public Docs(Subject subject) {
        this.subject = subject;
        collect(subject.flat().body());
    }

    private void collect(Block block) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let && let.value() instanceof Expr.Apply apply) {
                String convention = Rules.of(apply.op()).convention();
                if (!convention.isEmpty()) {
                    conventions.add(convention);
                }
            }
            Parts.of(statement).blocks().forEach(this::collect);
        }
    }

    /** The Javadoc of a derivative. */
    public String of(Kind kind, Function function) {
        StringBuilder text = new StringBuilder(sentence(kind));
        if (!conventions.isEmpty()) {
            text.append("\n\n<p>").append(String.join(" ", conventions));
        }
        text.append(kept(kind, function)).append("\n");
        int own = subject.function().parameters().size();
        List<Var> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String meaning = i < own ? "as in the method itself" : meaning(kind, parameters.get(i));
            text.append("\n@param ")
                    .append(parameters.get(i).name())
                    .append(' ')
                    .append(meaning);
        }
        if (function.result() != null) {
            text.append("\n@return ").append(result(kind));
        }
        return text.toString();
    }

    /** What reverse mode holds in arrays, where that is a formula of the parameters. */
    private static String kept(Kind kind, Function function) {
        Size bytes = kind.isReverseSweep() ? Kept.by(function) : null;
        if (bytes == null) {
            return "";
        }
        String all = bytes.isZero()
                ? "Keeps nothing in arrays."
                : "Keeps {@code " + bytes.text() + "} bytes of numbers in arrays while it runs.";
        return "\n\n<p>" + all;
    }

    private String link() {
        return "{@link " + subject.link() + "}";
    }

    private String by() {
        return subject.independents().stream()
                .map(v -> "{@code " + v.name() + "}")
                .collect(Collectors.joining(", "));
    }

    private String sentence(Kind kind) {
        return switch (kind) {
            case GRADIENT -> "The gradient of " + link() + " by " + by() + ".";
            case VALUE_AND_GRADIENT -> "The value of " + link() + " and its gradient by " + by() + ".";
            case VALUE_AND_GRADIENT_INTO ->
                "The value of " + link() + ", and its gradient by " + by() + " written into arrays of the caller.";
            case VJP ->
                "The vector-Jacobian product of " + link() + ": adjoints are carried back from the result to " + by()
                        + ".";
            case JVPS -> "The Jacobian-vector products of " + link() + " in several directions at once.";
            case JVP ->
                "The Jacobian-vector product of " + link() + ": tangents are carried from " + by() + " to the result.";
            case JACOBIAN -> "The Jacobian of " + link() + " by " + by() + ".";
            case JACOBIAN_INTO ->
                "The Jacobian of " + link() + " by " + by() + ", row by row, written into an array of the caller.";
            case HESSIAN ->
                "The second derivatives of " + link() + " by " + by() + (plain() ? "." : ", in this order.");
            case HESSIAN_VECTOR -> "The product of the Hessian of " + link() + " by " + by() + " and a vector.";
            case AS_OBJECT -> link() + " with its derivatives, as tensors take it: {@code tensor.map(...)}.";
        };
    }

    private boolean plain() {
        return subject.wrt().size() == 1;
    }

    private String meaning(Kind kind, Var parameter) {
        String name = parameter.name();
        boolean array = parameter.type().isArray();
        return switch (kind) {
            case VALUE_AND_GRADIENT_INTO -> "overwritten with the gradient; of the shape of its parameter";
            case VJP ->
                name.startsWith("yBar")
                        ? "the adjoint of the result"
                        : subject.isVoid()
                                ? "on entry the adjoint of the array's final content, on return that of its initial one"
                                : "the gradient is added to it; of the shape of its parameter";
            case JVP, JVPS ->
                subject.isVoid() && array
                        ? "the tangent of the array's initial content; overwritten with that of its final one"
                        : "the tangent of its parameter, of the same shape";
            case HESSIAN_VECTOR -> "the vector's part for its parameter, of the same shape";
            default -> "has one entry for each entry of the matrix";
        };
    }

    private String result(Kind kind) {
        return switch (kind) {
            case GRADIENT -> plain() ? "the gradient, of the shape of the parameter" : "the gradient by each parameter";
            case VALUE_AND_GRADIENT -> "the value and the gradient";
            case VALUE_AND_GRADIENT_INTO -> "the value";
            case VJP -> "the adjoint of each parameter that is not given an array to add to";
            case JVP -> "the tangent of the result";
            case JVPS -> "the tangent of the result for each direction";
            case JACOBIAN -> "one row for each entry of the result, one column for each entry of the parameter";
            case JACOBIAN_INTO -> "the number of rows";
            case AS_OBJECT -> "the function";
            case HESSIAN -> matrix() ? "the symmetric matrix of second derivatives" : "the second derivative";
            case HESSIAN_VECTOR -> "the product, shaped like the gradient";
        };
    }

    private boolean matrix() {
        Type type = subject.independents().get(0).type();
        return !plain() || type.isArray();
    }
}
