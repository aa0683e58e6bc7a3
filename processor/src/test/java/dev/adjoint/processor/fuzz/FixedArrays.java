package dev.adjoint.processor.fuzz;

import static dev.adjoint.processor.fuzz.Piece.expression;
import static dev.adjoint.processor.fuzz.Piece.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Statements about arrays of constant length that go nowhere else, as in the algebra of three dimensions: the processor
 * makes variables of them. In a scope they have the types {@link #VECTOR} and {@link #MATRIX}.
 */
final class FixedArrays {
    static final String VECTOR = "double[3]";
    static final String MATRIX = "double[2][3]";

    private final Scope scope;
    private final Random random;
    private final Expressions expressions;

    FixedArrays(Scope scope, Expressions expressions) {
        this.scope = scope;
        this.random = scope.random();
        this.expressions = expressions;
    }

    Piece one() {
        Optional<String> vector = scope.any(VECTOR);
        Optional<String> matrix = scope.any(MATRIX);
        if (vector.isEmpty() || random.nextInt(5) == 0) {
            return matrix.isPresent() && random.nextInt(3) != 0 ? ofMatrix(matrix.get()) : declared();
        }
        return ofVector(vector.get());
    }

    /** An element of such an array, if there is one. */
    Optional<Piece> element() {
        return scope.any(VECTOR).map(v -> expression("double", v + "[" + place() + "]"));
    }

    private int place() {
        return random.nextInt(3);
    }

    private String vector() {
        return scope.any(VECTOR).orElseThrow();
    }

    private Piece declared() {
        boolean matrix = random.nextInt(4) == 0;
        String name = scope.fresh("w");
        Piece made = matrix
                ? statement("double[][] " + name + " = #;", matrix())
                : statement("double[] " + name + " = #;", made());
        scope.declare(matrix ? MATRIX : VECTOR, name, false);
        return made;
    }

    private Piece matrix() {
        return random.nextBoolean()
                ? expression("double[][]", "new double[2][3]")
                : expression("double[][]", "{#, #}", row(), row());
    }

    private Piece row() {
        return scope.any(VECTOR)
                .filter(v -> random.nextBoolean())
                .map(v -> expression("double[]", v))
                .orElseGet(() -> values("{#, #, #}"));
    }

    private Piece values(String template) {
        return expression("double[]", template, expressions.tame(), expressions.leaf(), expressions.tame());
    }

    private Piece made() {
        Optional<String> known = scope.any(VECTOR);
        return switch (random.nextInt(known.isPresent() ? 5 : 2)) {
            case 0 -> expression("double[]", "new double[3]");
            case 1 -> values("new double[] {#, #, #}");
            case 2 -> expression("double[]", known.get());
            case 3 -> expression("double[]", known.get() + ".clone()");
            default ->
                expression(
                        "double[]",
                        "# ? " + known.get() + " : #",
                        expressions.condition(0),
                        values("new double[] {#, #, #}"));
        };
    }

    private Piece ofVector(String v) {
        return switch (random.nextInt(9)) {
            case 0 -> statement(v + "[" + place() + "] = #;", expressions.tame());
            case 1 -> statement(v + "[" + place() + "] += #;", expressions.tame());
            case 2 -> statement(v + " = #;", made());
            case 3 ->
                statement("if (#) { " + v + "[" + place() + "] = #; }", expressions.condition(1), expressions.tame());
            case 4 -> loop(v);
            case 5 -> statement("Arrays.fill(" + v + ", #);", expressions.leaf());
            case 6 -> statement("System.arraycopy(" + v + ", " + random.nextInt(2) + ", " + vector() + ", 1, 2);");
            case 7 -> statement("if (#) { " + v + " = #; }", expressions.condition(1), made());
            default ->
                statement(
                        v + "[" + place() + "] = " + v + "[" + place() + "] * 0.5 + Math.sin(#);", expressions.leaf());
        };
    }

    private Piece loop(String v) {
        String k = scope.fresh("k");
        String head = "for (int " + k + " = 0; " + k + " < 3; " + k + "++) { ";
        List<String> bodies = new ArrayList<>(List.of(
                v + "[" + k + "] = Math.sin(" + vector() + "[(" + k + " + 1) % 3] + #); }",
                v + "[" + k + "] += # * " + vector() + "[" + k + "]; }",
                "if (" + k + " == 1) { continue; } " + v + "[" + k + "] = # - 0.3 * " + v + "[2 - " + k + "]; }",
                "double[] t = new double[3]; t[" + k + "] = #; t[0] += 0.5 * " + v + "[" + k + "]; " + v + " = t; }"));
        return statement(head + bodies.get(random.nextInt(bodies.size())), expressions.leaf());
    }

    private Piece ofMatrix(String m) {
        int r = random.nextInt(2);
        String k = scope.fresh("k");
        return switch (random.nextInt(4)) {
            case 0 -> statement(m + "[" + r + "][" + place() + "] += #;", expressions.tame());
            case 1 ->
                statement(
                        "{ double[] r = " + m + "[" + r + "]; r[" + place() + "] = r[" + place() + "] + #; }",
                        expressions.tame());
            case 2 ->
                statement(
                        "for (int " + k + " = 0; " + k + " < 3; " + k + "++) { " + m + "[" + r + "][" + k + "] = # * "
                                + m + "[" + (1 - r) + "][" + k + "] + #; }",
                        expressions.leaf(),
                        expressions.leaf());
            default -> statement(m + "[" + r + "] = " + m + "[" + (1 - r) + "];");
        };
    }
}
