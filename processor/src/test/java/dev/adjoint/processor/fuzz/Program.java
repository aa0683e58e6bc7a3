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
            import dev.adjoint.DerivativeOf;
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
    private static final String RULES = """
                static double ruledMix(double a, double b) {
                    return Math.sin(a) * b;
                }

                @DerivativeOf(type = NAME.class, method = "ruledMix")
                static double[] partialsOfMix(double a, double b, double y) {
                    return new double[] {Math.cos(a) * b, Math.sin(a)};
                }

                static double ruledDot(double[] a, double[] b) {
                    double s = 0;
                    for (int i = 0; i < a.length; i++) {
                        s += a[i] * b[i % b.length];
                    }
                    return Math.tanh(s);
                }

                @DerivativeOf(type = NAME.class, method = "ruledDot")
                static void ruledDotVjp(double[] a, double[] b, double y, double yBar, double[] aBar, double[] bBar) {
                    for (int i = 0; i < a.length; i++) {
                        aBar[i] += yBar * (1 - y * y) * b[i % b.length];
                        bBar[i % b.length] += yBar * (1 - y * y) * a[i];
                    }
                }

                static double[] ruledMap(double[] a, double k) {
                    double[] y = new double[a.length];
                    for (int i = 0; i < a.length; i++) {
                        y[i] = Math.sin(k * a[i]) + a[0];
                    }
                    return y;
                }

                record MapBars(double[] a, double k) {}

                @DerivativeOf(type = NAME.class, method = "ruledMap")
                static MapBars ruledMapVjp(double[] a, double k, double[] yBar) {
                    double[] aBar = new double[a.length];
                    double kBar = 0;
                    for (int i = 0; i < a.length; i++) {
                        aBar[i] += yBar[i] * k * Math.cos(k * a[i]);
                        aBar[0] += yBar[i];
                        kBar += yBar[i] * a[i] * Math.cos(k * a[i]);
                    }
                    return new MapBars(aBar, kBar);
                }

                @DerivativeOf(type = NAME.class, method = "ruledMap")
                static double[] ruledMapJvp(double[] a, double k, double[] y, double[] aDot, double kDot) {
                    double[] yDot = new double[a.length];
                    for (int i = 0; i < a.length; i++) {
                        yDot[i] = (kDot * a[i] + k * aDot[i]) * Math.cos(k * a[i]) + aDot[0];
                    }
                    return yDot;
                }

                static void ruledStep(double[] a, double k) {
                    for (int i = 0; i < a.length; i++) {
                        a[i] = k * Math.sin(a[i]);
                    }
                }

                @DerivativeOf(type = NAME.class, method = "ruledStep")
                static double ruledStepVjp(double[] a, double k, double[] aBar) {
                    double kBar = 0;
                    for (int i = 0; i < a.length; i++) {
                        kBar += aBar[i] * Math.sin(a[i]);
                        aBar[i] *= k * Math.cos(a[i]);
                    }
                    return kBar;
                }

                @DerivativeOf(type = NAME.class, method = "ruledStep")
                static void ruledStepJvp(double[] a, double k, double[] aDot, double kDot) {
                    for (int i = 0; i < a.length; i++) {
                        aDot[i] = kDot * Math.sin(a[i]) + k * Math.cos(a[i]) * aDot[i];
                    }
                }

            """;
    private static final List<Scope.Callee> RULED = List.of(
            new Scope.Callee("double", "ruledMix", List.of("double", "double")),
            new Scope.Callee("double", "ruledDot", List.of("double[]", "double[]")),
            new Scope.Callee("double[]", "ruledMap", List.of("double[]", "double")),
            new Scope.Callee("void", "ruledStep", List.of("double[]", "double")));
    private static final String[] PARAMETERS = {"double", "double", "double[]", "double[]", "int", "double[][]"};

    /** The program that a seed stands for. */
    static Program of(String name, long seed) {
        Random random = new Random(scattered(seed));
        boolean rules = random.nextInt(4) == 0;
        Features features = new Features(
                random.nextInt(4) == 0, random.nextInt(4) == 0, rules, random.nextInt(8) == 0, random.nextInt(5) == 0);
        List<Piece> members = new ArrayList<>();
        List<Scope.Callee> callees = new ArrayList<>(features.rules() ? RULED : List.of());
        int[] names = {0};
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add(callee(random, features, callees, names));
        }
        List<String> types = parameters(random);
        if (features.floats()) {
            types.add(pick(random, OtherTypes.SINGLE, OtherTypes.SINGLES));
        }
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

    /** Neighbouring seeds of {@link Random} draw alike at first; after the finalizer of SplitMix64 they do not. */
    private static long scattered(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
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
        if (random.nextInt(4) == 0) {
            types.add("double...");
        }
        if (random.nextInt(4) == 0) {
            types.add(0, Scope.STEPS);
        }
        Scope.Callee self = new Scope.Callee(result, name, types);
        List<Scope.Callee> known = new ArrayList<>(callees);
        if (types.contains(Scope.STEPS)) {
            known.add(self);
        }
        callees.add(self);
        return method(random, features, known, names, "static ", result, name, types);
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
            scope.declare(type.replace("...", "[]"), parameter, type.equals(Scope.STEPS));
            declared.add(type.replace(Scope.STEPS, "int") + " " + parameter);
        }
        Expressions expressions = new Expressions(scope, features);
        List<Piece> statements = new ArrayList<>();
        scope.any(Scope.STEPS)
                .ifPresent(
                        n -> statements.add(Piece.statement("if (" + n + " <= 0) { # }", last(expressions, result))));
        statements.addAll(new Statements(scope, features).several(4));
        statements.add(last(expressions, result));
        String head = modifiers + result + " " + name + "(" + String.join(", ", declared) + ") #";
        return Piece.statement(head, Piece.block(statements));
    }

    /** Before any call has been made, a result that needs none. */
    private static Piece last(Expressions expressions, String result) {
        return switch (result) {
            case "void" -> Piece.statement("return;");
            case "double" -> Piece.statement("return #;", expressions.number(2));
            default -> Piece.statement("return #;", expressions.array(result));
        };
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
            case OtherTypes.SINGLE -> "(float) " + number(random);
            case OtherTypes.SINGLES ->
                "new float[] " + list(random).replace(",", "f,").replace("}", "f}");
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
                "fuzz." + name, (HEAD + helpers(inside)).replace("NAME", name) + inside + "\n" + inputs + "}\n");
    }

    private static String helpers(String text) {
        boolean lambdas = text.contains("twice(") || text.contains("mean(");
        return (lambdas ? LAMBDAS : "")
                + (text.contains("Pair") ? RECORDS : "")
                + (text.contains("ruled") ? RULES : "");
    }
}
