package dev.adjoint.processor.fuzz;

import dev.adjoint.processor.corpus.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program: an annotated method {@code f}, the methods it may call, and inputs.
 *
 * @param name the class
 * @param body the members, which can be shrunk
 * @param inputs the text of the method that supplies inputs
 */
record Program(String name, Piece body, String inputs) {
    private static final String HEAD = """
            package fuzz;

            import dev.adjoint.Adjoint;
            import dev.adjoint.Differentiable;
            import java.util.Arrays;
            import java.util.function.DoubleUnaryOperator;

            public final class NAME {
            """;
    private static final String LAMBDAS = """
                static double twice(DoubleUnaryOperator f, double x) {
                    return f.applyAsDouble(0.5 * Math.sin(f.applyAsDouble(x)));
                }

                static double mean(DoubleUnaryOperator f, double x) {
                    double s = 0;
                    for (int i = 0; i < 3; i++) {
                        s += f.applyAsDouble(x + 0.1 * i);
                    }
                    return s / 3;
                }

            """;
    private static final String RECORDS = """
                record Pair(double a, double b) {
                    double product() {
                        return a * Math.sin(b);
                    }

                    Pair swapped(double s) {
                        return new Pair(b * Math.cos(s), this.a + s);
                    }
                }

            """;
    private static final String[] PARAMETERS = {"double", "double", "double[]", "double[]", "int", "double[][]"};

    /** The program that a seed stands for. */
    static Program of(String name, long seed) {
        Random random = new Random(seed);
        Features features = new Features(random.nextInt(4) == 0, random.nextInt(4) == 0, random.nextInt(8) == 0);
        List<Piece> members = new ArrayList<>();
        List<Scope.Callee> callees = new ArrayList<>();
        int[] names = {0};
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add(callee(random, features, callees, names));
        }
        List<String> types = parameters(random);
        String result = pick(random, "double", "double", "double", "double[]", "void");
        if (result.equals("void")) {
            types.removeIf(t -> t.equals("double[][]"));
            types.add("double[]");
        }
        int order = result.equals("double") && random.nextInt(4) == 0 ? 2 : 1;
        String annotation = order == 2 ? "@Differentiable(order = 2) " : "@Differentiable ";
        members.add(method(random, features, callees, names, annotation + "public static ", result, "f", types));
        String stopping = features.stops() ? "    static void fStops() {}\n" : "";
        return new Program(name, Piece.block(members), inputs(random, types) + stopping);
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> parameters(Random random) {
        List<String> types = new ArrayList<>();
        types.add(pick(random, "double", "double[]"));
        for (int i = random.nextInt(4); i > 0; i--) {
            types.add(pick(random, PARAMETERS));
        }
        return types;
    }

    private static Piece callee(Random random, Features features, List<Scope.Callee> callees, int[] names) {
        String result = pick(random, "double", "double", "void", "double[]");
        List<String> types = parameters(random);
        String name = "h" + callees.size();
        Piece method = method(random, features, callees, names, "static ", result, name, types);
        callees.add(new Scope.Callee(result, name, types));
        return method;
    }

    private static Piece method(
            Random random,
            Features features,
            List<Scope.Callee> callees,
            int[] names,
            String modifiers,
            String result,
            String name,
            List<String> types) {
        Scope scope = new Scope(random, List.copyOf(callees), names, result);
        List<String> declared = new ArrayList<>();
        for (String type : types) {
            String parameter = scope.fresh("p");
            scope.declare(type, parameter, false);
            declared.add(type + " " + parameter);
        }
        List<Piece> statements = new ArrayList<>(new Statements(scope, features).several(4));
        Expressions expressions = new Expressions(scope, features);
        if (result.equals("double")) {
            statements.add(Piece.statement("return #;", expressions.number(2)));
        } else if (!result.equals("void")) {
            statements.add(Piece.statement("return #;", expressions.array(result)));
        }
        String head = modifiers + result + " " + name + "(" + String.join(", ", declared) + ") #";
        return Piece.statement(head, Piece.block(statements));
    }

    private static String inputs(Random random, List<String> types) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 2; row++) {
            List<String> values = types.stream().map(t -> value(random, t)).toList();
            rows.add("{" + String.join(", ", values) + "}");
        }
        return "    static Object[][] fInputs() {\n        return new Object[][] {" + String.join(", ", rows)
                + "};\n    }\n";
    }

    private static String value(Random random, String type) {
        return switch (type) {
            case "double" -> number(random);
            case "int" -> "" + random.nextInt(5);
            case "double[]" -> "new double[] " + list(random);
            default -> "new double[][] {" + list(random) + ", " + list(random) + "}";
        };
    }

    private static String number(Random random) {
        return "" + (random.nextInt(4000) - 2000 + 0.5) / 1000;
    }

    private static String list(Random random) {
        List<String> numbers = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            numbers.add(number(random));
        }
        return "{" + String.join(", ", numbers) + "}";
    }

    Program with(Piece smaller) {
        return new Program(name, smaller, inputs);
    }

    Source source() {
        String members = body.text("");
        String inside = members.substring(members.indexOf('\n') + 1, members.lastIndexOf('}'));
        return new Source(
                "fuzz." + name, HEAD.replace("NAME", name) + helpers(inside) + inside + "\n" + inputs + "}\n");
    }

    private static String helpers(String text) {
        boolean lambdas = text.contains("twice(") || text.contains("mean(");
        return (lambdas ? LAMBDAS : "") + (text.contains("Pair") ? RECORDS : "");
    }
}
