package dev.adjoint.processor.fuzz;

import static dev.adjoint.processor.fuzz.Piece.expression;
import static dev.adjoint.processor.fuzz.Piece.statement;

import java.util.Optional;
import java.util.Random;

/** Statements about the rarer types: {@code long}, arrays of three dimensions, {@code float} and arrays of it. */
final class OtherTypes {
    static final String CUBE = "double[][][]";
    static final String SINGLE = "float";
    static final String SINGLES = "float[]";

    private final Scope scope;
    private final Random random;
    private final Features features;
    private final Expressions expressions;

    OtherTypes(Scope scope, Features features, Expressions expressions) {
        this.scope = scope;
        this.random = scope.random();
        this.features = features;
        this.expressions = expressions;
    }

    Piece one() {
        return switch (random.nextInt(features.floats() ? 8 : 4)) {
            case 0 -> ofLong();
            case 1, 2, 3 -> scope.any(CUBE).map(this::ofCube).orElseGet(this::cube);
            case 4, 5 -> scope.assignable(SINGLE).map(this::ofSingle).orElseGet(this::single);
            default -> scope.any(SINGLES).map(this::ofSingles).orElseGet(this::singles);
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Piece declared(String type, Piece value) {
        String name = scope.fresh("v");
        Piece piece = statement(type + " " + name + " = #;", value);
        scope.declare(type, name, false);
        return piece;
    }

    private Piece ofLong() {
        Optional<String> known = scope.assignable("long");
        if (known.isEmpty()) {
            return declared("long", expression("long", "# * 1000000007L", expressions.integer(1)));
        }
        String v = known.get();
        return switch (random.nextInt(3)) {
            case 0 -> statement(v + " = (" + v + " * 31 + #) % 97;", expressions.integer(1));
            case 1 -> statement(v + " += #;", expressions.tame());
            default -> statement(v + "--;");
        };
    }

    private Piece cube() {
        return random.nextBoolean()
                ? declared(CUBE, expression(CUBE, "new double[2][2][3]"))
                : declared(CUBE, expression(CUBE, "{#, #}", matrix(), matrix()));
    }

    private Piece matrix() {
        return expressions.array("double[][]");
    }

    private Piece ofCube(String cube) {
        String matrix = cube + "[" + pick("0", "1") + "]";
        String row = matrix + "[" + pick("0", matrix + ".length - 1") + "]";
        Piece index = expression("int", "Math.floorMod(#, " + row + ".length)", expressions.integer(1));
        return switch (random.nextInt(7)) {
            case 0 -> statement(row + "[#] += #;", index, expressions.tame());
            case 1 -> statement(row + "[#] *= Math.cos(#);", index, expressions.number(1));
            case 2 -> statement(matrix + " = #;", matrix());
            case 3 -> statement(row + " = #;", expressions.array("double[]"));
            case 4 -> declared("double[][]", expression("double[][]", matrix));
            case 5 -> declared("double", expression("double", row + "[#]", index));
            default -> statement(row + "[#] = #;", index, expressions.tame());
        };
    }

    private Piece narrowed(Piece number) {
        return expression(SINGLE, "(float) (#)", number);
    }

    private Piece single() {
        return declared(SINGLE, narrowed(expressions.tame()));
    }

    private Piece ofSingle(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> statement(name + " += #;", expressions.tame());
            case 1 -> statement(name + " *= 0.5f;");
            case 2 -> statement(name + " = " + name + " * " + pick("0.25f", name) + " + 1;");
            default -> statement(name + " = #;", narrowed(expressions.tame()));
        };
    }

    private Piece singles() {
        return declared(
                SINGLES, expression(SINGLES, "{#, #}", narrowed(expressions.tame()), narrowed(expressions.tame())));
    }

    private Piece ofSingles(String array) {
        String element = array + "[#]";
        Piece index = expressions.index(array);
        return switch (random.nextInt(4)) {
            case 0 -> statement(element + " += #;", index, expressions.tame());
            case 1 -> declared("double", expression("double", element, index));
            case 2 -> declared(SINGLES, expression(SINGLES, array + pick("", ".clone()")));
            default -> statement(element + " = #;", index, narrowed(expressions.tame()));
        };
    }
}
