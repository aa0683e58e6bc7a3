package dev.adjoint.processor.fuzz;

import static dev.adjoint.processor.fuzz.Piece.expression;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random expressions. */
final class Expressions {
    private static final String[] TAMED = {
        "Math.sin(#)", "Math.cos(#)", "Math.tanh(#)", "Math.atan(#)", "Math.sin(# * 0.5)", "0.7 * Math.tanh(#)"
    };
    private static final String[] UNARY = {
        "Math.sin(#)",
        "Math.exp(Math.sin(#))",
        "Math.sqrt(1.3 + Math.cos(#))",
        "Math.log(2.1 + Math.sin(#))",
        "-(#)",
        "Math.tanh(#)",
        "Math.pow(1.5 + Math.sin(#), 1.7)",
        "Math.cbrt(2 + Math.cos(#))",
        "Math.abs(#)",
        "(# * 2)",
        "(0.3 - #)",
        "Adjoint.constant(#)",
        "Math.floor(#)",
        "(1 / (1 + Math.exp(-(#))))"
    };
    private static final String[] BINARY = {
        "(# + #)",
        "(# - #)",
        "(# * #)",
        "(# / (1.5 + Math.cos(#)))",
        "Math.hypot(#, 1.2 + #)",
        "Math.max(#, #)",
        "Math.min(#, #)",
        "Math.atan2(#, 3 + Math.sin(#))",
        "Math.fma(#, 0.5, #)",
        "(# * Math.cos(#))"
    };

    /** Calls within arguments of calls, without end otherwise. */
    private static final int MOST_NESTED = 3;

    private final Scope scope;
    private final Random random;
    private final Features features;
    private int nested;

    Expressions(Scope scope, Features features) {
        this.scope = scope;
        this.random = scope.random();
        this.features = features;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A number of moderate size, whatever it is made from. */
    Piece tame() {
        return switch (random.nextInt(6)) {
            case 0 -> leaf();
            case 1 -> expression("double", "(0.5 * # - 0.3 * #)", leaf(), leaf());
            default -> expression("double", pick(TAMED), number(2));
        };
    }

    /** Any number. */
    Piece number(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf();
        }
        int choice = random.nextInt(20);
        if (choice < 8) {
            return expression("double", pick(BINARY), number(depth - 1), number(depth - 1));
        } else if (choice < 14) {
            return expression("double", unary(), number(depth - 1));
        } else if (choice < 16) {
            return expression("double", "(# ? # : #)", condition(1), number(depth - 1), number(depth - 1));
        } else if (choice == 16) {
            return expression(
                    "double",
                    "(switch (Math.floorMod(#, 3)) { case 0 -> #; case 1 -> #; default -> #; })",
                    integer(1),
                    number(depth - 1),
                    number(depth - 1),
                    number(depth - 1));
        } else if (choice == 17 && features.lambdas()) {
            return lambda(depth);
        } else if (choice == 18 && features.records()) {
            return record(depth);
        }
        return call("double").orElseGet(() -> expression("double", "(# + #)", number(depth - 1), leaf()));
    }

    private String unary() {
        String chosen = pick(UNARY);
        boolean differs = chosen.startsWith("Adjoint") || chosen.startsWith("Math.floor");
        return differs && !features.stops() ? "Math.sin(#)" : chosen;
    }

    /** A variable, an element or a literal. */
    Piece leaf() {
        int choice = random.nextInt(10);
        if (choice < 5) {
            Optional<String> single = random.nextInt(3) == 0 ? scope.any(OtherTypes.SINGLE) : Optional.empty();
            return single.or(() -> scope.any("double"))
                    .map(v -> expression("double", v))
                    .orElseGet(this::literal);
        } else if (choice < 8) {
            return element().orElseGet(this::literal);
        } else if (choice == 8) {
            return expression("double", "(# * 0.25)", integer(0));
        }
        return new FixedArrays(scope, this).element().orElseGet(this::literal);
    }

    private Piece literal() {
        return expression("double", pick("0.5", "1.5", "(-0.75)", "2.0", "1.25", "0.1"));
    }

    /** An element of an array, always within its bounds. */
    Optional<Piece> element() {
        return scope.any("double[]").map(a -> expression("double", a + "[#]", index(a)));
    }

    /** An index into the array of that name. */
    Piece index(String array) {
        return switch (random.nextInt(4)) {
            case 0 -> expression("int", "0");
            case 1 -> expression("int", array + ".length - 1");
            default -> expression("int", "Math.floorMod(#, " + array + ".length)", integer(1));
        };
    }

    Piece integer(int depth) {
        int choice = random.nextInt(depth == 0 ? 4 : 8);
        if (choice == 0 && scope.any("long").isPresent()) {
            return expression("int", "(int) (" + scope.any("long").orElseThrow() + " % 5)");
        } else if (choice < 3) {
            return scope.any("int").map(v -> expression("int", v)).orElseGet(() -> expression("int", "2"));
        } else if (choice == 3) {
            return expression("int", pick("0", "1", "2", "3", "5"));
        } else if (choice < 7) {
            return expression("int", pick("(# + #)", "(# - #)", "(# * #)", "(# ^ #)"), integer(0), integer(0));
        }
        return expression("int", "(# ? # : #)", condition(0), integer(0), integer(0));
    }

    Piece condition(int depth) {
        int choice = random.nextInt(depth == 0 ? 5 : 8);
        if (choice < 2) {
            return expression("boolean", pick("(# > #)", "(# < #)"), leaf(), leaf());
        } else if (choice < 4) {
            return expression("boolean", pick("(# > #)", "(# % 2 == # % 3)", "(# <= #)"), integer(0), integer(0));
        } else if (choice == 4) {
            return scope.any("boolean")
                    .map(v -> expression("boolean", v))
                    .orElseGet(() -> expression("boolean", "true"));
        } else if (choice == 5) {
            return expression("boolean", "!#", condition(0));
        }
        return expression("boolean", pick("(# && #)", "(# || #)", "(# ^ #)"), condition(0), condition(0));
    }

    /** A call of a method that has been generated before. */
    Optional<Piece> call(String result) {
        List<Scope.Callee> fitting =
                scope.callees().stream().filter(c -> c.result().equals(result)).toList();
        if (fitting.isEmpty() || nested == MOST_NESTED) {
            return Optional.empty();
        }
        Scope.Callee callee = fitting.get(random.nextInt(fitting.size()));
        nested++;
        Piece[] arguments = callee.parameters().stream().map(this::argument).toArray(Piece[]::new);
        nested--;
        String holes = "#, ".repeat(arguments.length);
        String list = holes.isEmpty() ? "" : holes.substring(0, holes.length() - 2);
        return Optional.of(expression(result, callee.name() + "(" + list + ")", arguments));
    }

    private Piece argument(String type) {
        return switch (type) {
            case "double" -> tame();
            case "int" -> integer(1);
            case "boolean" -> condition(0);
            case Scope.STEPS -> expression("int", scope.steps());
            case "double..." ->
                random.nextInt(3) == 0 ? array("double[]") : expression("double[]", "#, #", tame(), tame());
            default -> array(type);
        };
    }

    /** An array: a variable, or a new one. */
    Piece array(String type) {
        if (random.nextInt(4) != 0 && scope.any(type).isPresent()) {
            return expression(type, scope.any(type).orElseThrow());
        }
        return type.equals("double[]") ? newArray() : newMatrix();
    }

    private Piece newArray() {
        Optional<String> known = scope.any("double[]");
        Optional<String> matrix = scope.any("double[][]");
        int choice = random.nextInt(6);
        if (choice == 0 && known.isPresent()) {
            return expression("double[]", known.get() + ".clone()");
        } else if (choice == 1 && known.isPresent()) {
            String a = known.get();
            return random.nextBoolean()
                    ? expression("double[]", "Arrays.copyOf(" + a + ", " + (1 + random.nextInt(4)) + ")")
                    : expression("double[]", "Arrays.copyOfRange(" + a + ", " + a + ".length / 2, " + a + ".length)");
        } else if (choice == 2 && matrix.isPresent()) {
            return expression("double[]", matrix.get() + "[#]", index(matrix.get()));
        } else if (choice == 3) {
            return expression("double[]", "new double[" + (1 + random.nextInt(3)) + "]");
        } else if (choice == 4) {
            return call("double[]").orElseGet(() -> expression("double[]", "new double[] {#}", tame()));
        }
        return expression("double[]", "new double[] {#, #}", tame(), tame());
    }

    private Piece newMatrix() {
        return switch (random.nextInt(3)) {
            case 0 -> expression("double[][]", "new double[2][3]");
            case 1 -> expression("double[][]", "new double[][] {#, #}", array("double[]"), array("double[]"));
            default ->
                scope.any("double[][]")
                        .map(m -> expression("double[][]", m + ".clone()"))
                        .orElseGet(() -> expression("double[][]", "new double[1][2]"));
        };
    }

    private Piece lambda(int depth) {
        String name = scope.fresh("t");
        Scope body = new Scope(random, List.of(), new int[] {0}, "");
        body.declare("double", name, true);
        scope.constant("double").ifPresent(v -> body.declare("double", v, true));
        scope.constant("double[]").ifPresent(v -> body.declare("double[]", v, true));
        scope.constant("int").ifPresent(v -> body.declare("int", v, true));
        Features plain = new Features(false, false, false, features.stops(), false);
        Piece value = new Expressions(body, plain).number(2);
        return expression("double", pick("twice", "mean") + "(" + name + " -> #, #)", value, number(depth - 1));
    }

    private Piece record(int depth) {
        Piece made = expression("Pair", "new Pair(#, #)", number(depth - 1), tame());
        return scope.any("Pair")
                .filter(v -> random.nextBoolean())
                .map(v -> expression("double", v + pick(".a()", ".b()", ".product()")))
                .orElseGet(() -> expression("double", "#" + pick(".a()", ".b()", ".product()"), made));
    }

    Piece pair() {
        return scope.any("Pair")
                .filter(v -> random.nextBoolean())
                .map(v -> expression("Pair", v + ".swapped(#)", tame()))
                .orElseGet(() -> expression("Pair", "new Pair(#, #)", tame(), tame()));
    }
}
