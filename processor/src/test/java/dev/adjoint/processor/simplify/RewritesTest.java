package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests generated from the table of rewrites: both sides of each rule have the same value, and each rule is found. */
class RewritesTest {
    private static final List<Double> SPECIAL = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            -3.7,
            1e300,
            -1e-300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN);

    private static final List<Double> PLAIN = List.of(-7.3, -1.0, 0.0, 0.3, 2.0, 41.5);

    private static final List<Double> WHOLE =
            List.of(0.0, 1.0, -1.0, 7.0, (double) Integer.MAX_VALUE, (double) Integer.MIN_VALUE);

    /** A rewrite of a derivative may change the rounding of each of its few operations. */
    private static final double ROUNDING = 1e-15;

    @TestFactory
    Stream<DynamicTest> bothSidesAgree() {
        return Rewrites.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.kind() + " " + rule.text(), () -> {
                    switch (rule.kind()) {
                        case EXACT -> exact(rule);
                        case DERIVATIVE -> close(rule);
                        case INTEGRAL -> integral(rule);
                    }
                }));
    }

    private static void exact(Rewrite rule) {
        for (Map<Character, Double> values : assignments(rule, SPECIAL)) {
            for (Primitive type : List.of(Primitive.DOUBLE, Primitive.FLOAT)) {
                assertEquals(value(rule.from(), values, type), value(rule.to(), values, type), values::toString);
            }
        }
    }

    private static void close(Rewrite rule) {
        for (Map<Character, Double> values : assignments(rule, PLAIN)) {
            double from = value(rule.from(), values, Primitive.DOUBLE).doubleValue();
            if (Double.isFinite(from)) {
                double to = value(rule.to(), values, Primitive.DOUBLE).doubleValue();
                assertEquals(from, to, ROUNDING * (1 + Math.abs(from)), values::toString);
            }
        }
    }

    private static void integral(Rewrite rule) {
        for (Map<Character, Double> values : assignments(rule, WHOLE)) {
            for (Primitive type : List.of(Primitive.INT, Primitive.LONG)) {
                assertEquals(value(rule.from(), values, type), value(rule.to(), values, type), values::toString);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachRuleIsFound() {
        return Rewrites.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.text(), () -> {
                    Primitive type = rule.kind() == Rewrite.Kind.INTEGRAL ? Primitive.INT : Primitive.DOUBLE;
                    Map<Var, Expr> definitions = new HashMap<>();
                    Expr.Apply e = build((Pattern.Operation) rule.from(), type, new HashMap<>(), definitions);
                    Matching matching = new Matching(definitions::get, v -> true, apply -> new Var("t", apply.type()));
                    assertNotNull(matching.rewrite(rule, e));
                }));
    }

    private static List<Map<Character, Double>> assignments(Rewrite rule, List<Double> values) {
        List<Map<Character, Double>> all = List.of(Map.of());
        for (char letter : letters(rule.from())) {
            List<Map<Character, Double>> more = new ArrayList<>();
            for (Map<Character, Double> one : all) {
                values.forEach(value -> more.add(with(one, letter, value)));
            }
            all = more;
        }
        return all;
    }

    private static Map<Character, Double> with(Map<Character, Double> map, char letter, double value) {
        Map<Character, Double> more = new HashMap<>(map);
        more.put(letter, value);
        return more;
    }

    private static java.util.Set<Character> letters(Pattern pattern) {
        java.util.Set<Character> all = new java.util.TreeSet<>();
        if (pattern instanceof Pattern.Any any) {
            all.add(any.letter());
        } else if (pattern instanceof Pattern.Operation operation) {
            operation.args().forEach(arg -> all.addAll(letters(arg)));
        }
        return all;
    }

    private static Number value(Pattern pattern, Map<Character, Double> values, Primitive type) {
        if (pattern instanceof Pattern.Any any) {
            return number(values.get(any.letter()), type);
        }
        if (pattern instanceof Pattern.Number number) {
            return number(number.value(), type);
        }
        Pattern.Operation operation = (Pattern.Operation) pattern;
        List<Number> args =
                operation.args().stream().map(arg -> value(arg, values, type)).toList();
        return args.size() == 1
                ? negative(args.get(0), type)
                : Arithmetic.of(type).apply(operation.symbol(), args.get(0), args.get(1));
    }

    private static Number negative(Number value, Primitive type) {
        return switch (type) {
            case INT -> (Number) (-value.intValue());
            case LONG -> (Number) (-value.longValue());
            case FLOAT -> (Number) (-value.floatValue());
            default -> (Number) (-value.doubleValue());
        };
    }

    private static Number number(double value, Primitive type) {
        return switch (type) {
            case INT -> (Number) (int) value;
            case LONG -> (Number) (long) value;
            case FLOAT -> (Number) (float) value;
            default -> (Number) value;
        };
    }

    /** Java's arithmetic in one type. */
    private interface Arithmetic {
        Number apply(String symbol, Number a, Number b);

        static Arithmetic of(Primitive type) {
            return switch (type) {
                case INT -> (s, a, b) -> (int) whole(s, a.intValue(), b.intValue());
                case LONG -> (s, a, b) -> whole(s, a.longValue(), b.longValue());
                case FLOAT -> (s, a, b) -> (float) real(s, a.floatValue(), b.floatValue());
                default -> (s, a, b) -> real(s, a.doubleValue(), b.doubleValue());
            };
        }

        static long whole(String symbol, long a, long b) {
            return switch (symbol) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                default -> a / b;
            };
        }

        static double real(String symbol, double a, double b) {
            return switch (symbol) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                default -> a / b;
            };
        }
    }

    private static Expr.Apply build(
            Pattern.Operation pattern, Primitive type, Map<Character, Operand> letters, Map<Var, Expr> definitions) {
        List<Operand> args = new ArrayList<>();
        for (Pattern arg : pattern.args()) {
            args.add(operand(arg, type, letters, definitions));
        }
        Op op = args.size() == 1 ? Op.prefix(pattern.symbol(), type) : Op.infix(pattern.symbol(), type);
        return new Expr.Apply(op, args);
    }

    private static Operand operand(
            Pattern pattern, Primitive type, Map<Character, Operand> letters, Map<Var, Expr> definitions) {
        if (pattern instanceof Pattern.Any any) {
            Operand fresh = any.isLiteral() ? new Literal(number(3, type), type) : new Var("x", type);
            return letters.computeIfAbsent(any.letter(), k -> fresh);
        }
        if (pattern instanceof Pattern.Number number) {
            return new Literal(number(number.value(), type), type);
        }
        Var variable = new Var("t", type);
        definitions.put(variable, build((Pattern.Operation) pattern, type, letters, definitions));
        return variable;
    }
}
