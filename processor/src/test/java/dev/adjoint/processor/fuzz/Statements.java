package dev.adjoint.processor.fuzz;

import static dev.adjoint.processor.fuzz.Piece.expression;
import static dev.adjoint.processor.fuzz.Piece.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random statements. */
final class Statements {
    private static final int DEEPEST = 3;

    private final Scope scope;
    private final Random random;
    private final Features features;
    private final Expressions expressions;

    Statements(Scope scope, Features features) {
        this.scope = scope;
        this.random = scope.random();
        this.features = features;
        this.expressions = new Expressions(scope, features);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Statements in(Scope inner) {
        return new Statements(inner, features);
    }

    /** Some statements, without the braces. */
    List<Piece> several(int atMost) {
        List<Piece> list = new ArrayList<>();
        int count = 1 + random.nextInt(atMost);
        for (int i = 0; i < count; i++) {
            list.add(one());
        }
        return list;
    }

    private Piece block(Scope inner, int atMost) {
        return Piece.block(in(inner).several(atMost));
    }

    Piece one() {
        boolean deep = scope.depth() >= DEEPEST;
        int choice = random.nextInt(deep ? 19 : 35);
        return switch (choice) {
            case 0, 1 -> declaration();
            case 2, 3 -> assignment();
            case 4, 5, 6 -> elementUpdate();
            case 7 -> reference();
            case 8 -> integerUpdate();
            case 9 -> bulk();
            case 10 -> call();
            case 11 -> exit();
            case 12 -> sideEffect();
            case 13 -> rowUpdate();
            case 14 -> caught();
            case 15, 16 -> new FixedArrays(scope, expressions).one();
            case 17 -> new OtherTypes(scope, features, expressions).one();
            case 18 -> finallyDone();
            case 19, 20, 21 -> branch();
            case 22 -> choice();
            case 23, 24, 25 -> counted();
            case 26 -> enhanced();
            case 27 -> guarded();
            case 28 -> endless();
            case 29 -> rows();
            case 30 -> left();
            case 31 -> choiceByText();
            case 32, 33 -> new Summations(scope, features).one();
            default -> statement("#", block(scope.inside(), 3));
        };
    }

    private Piece declared(String type, String template, Piece... parts) {
        boolean constant = random.nextInt(3) == 0;
        String name = scope.fresh("v");
        String written = random.nextInt(6) == 0 && !type.endsWith("[]") && !features.floats() ? "var" : type;
        Piece piece = statement((constant ? "final " : "") + written + " " + name + " = " + template + ";", parts);
        scope.declare(type, name, constant);
        return piece;
    }

    private Piece declaration() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> declared("double[]", "#", expressions.array("double[]"));
            case 2 -> declared("double[][]", "#", expressions.array("double[][]"));
            case 3 -> declared("int", "#", expressions.integer(1));
            case 4 -> declared("boolean", "#", expressions.condition(1));
            case 5 -> features.records() ? declared("Pair", "#", expressions.pair()) : number();
            default -> number();
        };
    }

    private Piece number() {
        return declared("double", "#", expressions.tame());
    }

    private Piece assignment() {
        Optional<String> pair = scope.assignable("Pair");
        if (pair.isPresent() && random.nextInt(4) == 0) {
            return statement(pair.get() + " = #;", expressions.pair());
        }
        Optional<String> flag = scope.assignable("boolean");
        if (flag.isPresent() && random.nextInt(6) == 0) {
            return statement(flag.get() + " = #;", expressions.condition(1));
        }
        return scope.assignable("double").map(this::assigned).orElseGet(this::number);
    }

    private Piece assigned(String name) {
        return switch (random.nextInt(7)) {
            case 0 -> statement(name + " += #;", expressions.tame());
            case 1 -> statement(name + " -= #;", expressions.tame());
            case 2 -> statement(name + " *= Math.cos(#);", expressions.number(1));
            case 3 -> statement(name + " /= 1.5 + Math.sin(#);", expressions.number(1));
            case 4 -> statement(pick(name + "++;", "--" + name + ";"));
            case 5 -> statement(name + " = Math.sin(" + name + " * #);", expressions.number(1));
            default -> statement(name + " = #;", expressions.tame());
        };
    }

    private Piece elementUpdate() {
        Optional<String> array = scope.any("double[]");
        if (array.isEmpty()) {
            return declared("double[]", "#", expressions.array("double[]"));
        }
        return updated(array.get() + "[#]", expressions.index(array.get()));
    }

    private Piece updated(String element, Piece index) {
        return switch (random.nextInt(6)) {
            case 0 -> statement(element + " += #;", index, expressions.tame());
            case 1 -> statement(element + " *= Math.cos(#);", index, expressions.number(1));
            case 2 -> statement(pick(element + "++;", element + "--;"), index);
            case 3 -> statement(element + " -= #;", index, expressions.tame());
            default -> statement(element + " = #;", index, expressions.tame());
        };
    }

    private Piece rowUpdate() {
        Optional<String> matrix = scope.any("double[][]");
        if (matrix.isEmpty()) {
            return elementUpdate();
        }
        String m = matrix.get();
        String row = m + "[" + pick("0", m + ".length - 1") + "]";
        return updated(row + "[#]", expression("int", "Math.floorMod(#, " + row + ".length)", expressions.integer(1)));
    }

    private Piece reference() {
        Optional<String> target = scope.assignable("double[]");
        Optional<String> matrix = scope.any("double[][]");
        if (matrix.isPresent() && random.nextInt(3) == 0) {
            return statement(matrix.get() + "[#] = #;", expressions.index(matrix.get()), expressions.array("double[]"));
        } else if (target.isEmpty()) {
            return declared("double[]", "#", expressions.array("double[]"));
        }
        Optional<String> other = scope.assignable("double[]");
        if (random.nextInt(3) == 0 && other.isPresent()) {
            String t = scope.fresh("s");
            String swap = "double[] " + t + " = " + target.get() + "; " + target.get() + " = " + other.get() + "; "
                    + other.get() + " = " + t + ";";
            return statement("{ " + swap + " }");
        } else if (random.nextInt(3) == 0) {
            return statement(
                    target.get() + " = # ? # : #;",
                    expressions.condition(1),
                    expressions.array("double[]"),
                    expressions.array("double[]"));
        }
        return statement(target.get() + " = #;", expressions.array("double[]"));
    }

    private Piece integerUpdate() {
        return scope.assignable("int")
                .map(v -> switch (random.nextInt(4)) {
                    case 0 -> statement(v + "++;");
                    case 1 ->
                        statement(v + " += #;", random.nextBoolean() ? expressions.integer(0) : expressions.tame());
                    case 2 -> statement(v + " = (" + v + " * 3 + 1) % 7;");
                    default -> statement(v + " = #;", expressions.integer(1));
                })
                .orElseGet(() -> declared("int", "#", expressions.integer(1)));
    }

    private Piece bulk() {
        Optional<String> array = scope.any("double[]");
        Optional<String> other = scope.any("double[]");
        if (array.isEmpty() || other.isEmpty()) {
            return declaration();
        }
        String a = array.get();
        String b = other.get();
        return switch (random.nextInt(4)) {
            case 0 -> statement("Arrays.fill(" + a + ", #);", expressions.tame());
            case 3 ->
                statement("Arrays.fill(" + a + ", " + a + ".length / 2, " + a + ".length, #);", expressions.tame());
            case 1 ->
                statement(
                        "System.arraycopy(" + a + ", 0, " + b + ", 0, Math.min(" + a + ".length, " + b + ".length));");
            default ->
                statement("System.arraycopy(" + a + ", 0, " + a + ", " + a + ".length / 2, " + a + ".length - " + a
                        + ".length / 2);");
        };
    }

    private Piece call() {
        Optional<Piece> call = expressions.call("void");
        return call.map(c -> statement("#;", c)).orElseGet(() -> assignment());
    }

    /** A value and a change in one expression. */
    private Piece sideEffect() {
        Optional<String> array = scope.any("double[]");
        Optional<String> number = scope.assignable("double");
        if (array.isEmpty() || number.isEmpty()) {
            return assignment();
        }
        String element = array.get() + "[#]";
        Piece index = expressions.index(array.get());
        return switch (random.nextInt(3)) {
            case 0 -> {
                // A number that is multiplied by itself again and again soon leaves the range of a double.
                String product = "(" + element + " *= Math.cos(#))";
                String sum = scope.loop().isPresent() ? "Math.sin" + product : product;
                yield statement(number.get() + " += " + sum + ";", index, expressions.leaf());
            }
            case 1 -> statement(number.get() + " = Math.sin(" + element + "++ * #);", index, expressions.leaf());
            default ->
                statement(
                        number.get() + " = Math.tanh(" + number.get() + " * (" + element + " = #));",
                        index,
                        expressions.tame());
        };
    }

    private Piece branch() {
        Piece condition = expressions.condition(1);
        if (random.nextBoolean()) {
            return statement("if (#) #", condition, block(scope.inside(), 3));
        }
        return statement("if (#) # else #", condition, block(scope.inside(), 3), block(scope.inside(), 3));
    }

    private Piece choice() {
        Piece selector = expressions.integer(1);
        Piece first = block(scope.inside(), 2);
        Piece second = block(scope.inside(), 2);
        Piece last = block(scope.inside(), 2);
        if (random.nextBoolean()) {
            return statement(
                    "switch (Math.floorMod(#, 4)) { case 0 -> # case 1, 2 -> # default -> # }",
                    selector,
                    first,
                    second,
                    last);
        }
        String end = random.nextBoolean() ? " break; " : " ";
        return statement(
                "switch (Math.floorMod(#, 4)) { case 0: #" + end + "case 1: case 2: # break; default: # }",
                selector,
                first,
                second,
                last);
    }

    private Piece counted() {
        String i = scope.fresh("i");
        String label = scope.fresh("loop");
        Scope inner = scope.insideLoop(label);
        inner.declareCounter(i);
        String bound = scope.any("double[]")
                .filter(a -> random.nextBoolean())
                .map(a -> a + ".length")
                .or(() -> scope.any("int").filter(v -> random.nextBoolean()).map(v -> "Math.floorMod(" + v + ", 4)"))
                .orElse("" + random.nextInt(4));
        String head = switch (random.nextInt(4)) {
            case 0 -> "for (int " + i + " = " + bound + " - 1; " + i + " >= 0; " + i + "--) #";
            case 1 -> "for (int " + i + " = 0; " + i + " < " + bound + "; " + i + " += 2) #";
            default -> "for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) #";
        };
        return statement(label + ": " + head, block(inner, 4));
    }

    private Piece enhanced() {
        Optional<String> array = scope.any("double[]");
        if (array.isEmpty()) {
            return counted();
        }
        String e = scope.fresh("e");
        String label = scope.fresh("loop");
        Scope inner = scope.insideLoop(label);
        inner.declare("double", e, false);
        return statement(label + ": for (double " + e + " : " + array.get() + ") #", block(inner, 3));
    }

    /** A loop that an active value may end, within a bound. */
    private Piece guarded() {
        String g = scope.fresh("g");
        String label = scope.fresh("loop");
        Piece condition = expressions.condition(1);
        Scope inner = scope.insideLoop(label);
        List<Piece> body = new ArrayList<>();
        body.add(statement(g + "++;"));
        body.addAll(in(inner).several(3));
        String bound = "" + (1 + random.nextInt(4));
        String start = "{ int " + g + " = 0; " + label + ": ";
        return random.nextBoolean()
                ? statement(start + "while (" + g + " < " + bound + " && #) # }", condition, Piece.block(body))
                : statement(start + "do # while (" + g + " < " + bound + " && #); }", Piece.block(body), condition);
    }

    private Piece endless() {
        String g = scope.fresh("g");
        String label = scope.fresh("loop");
        List<Piece> body = new ArrayList<>();
        body.add(statement("if (++" + g + " > " + (1 + random.nextInt(3)) + " || #) break;", expressions.condition(1)));
        body.addAll(in(scope.insideLoop(label)).several(3));
        return statement("{ int " + g + " = 0; " + label + ": while (true) # }", Piece.block(body));
    }

    private Piece rows() {
        Optional<String> matrix = scope.any("double[][]");
        if (matrix.isEmpty()) {
            return enhanced();
        }
        String row = scope.fresh("r");
        String label = scope.fresh("loop");
        Scope inner = scope.insideLoop(label);
        inner.declare("double[]", row, random.nextBoolean());
        return statement(label + ": for (double[] " + row + " : " + matrix.get() + ") #", block(inner, 3));
    }

    /** A block that may be left early. */
    private Piece left() {
        String label = scope.fresh("block");
        return statement(
                label + ": { # if (#) break " + label + "; # }",
                block(scope.inside(), 2),
                expressions.condition(1),
                block(scope.inside(), 2));
    }

    private Piece choiceByText() {
        String text = pick("charAt", "substring");
        String first = text.equals("charAt") ? "'b'" : "\"bc\"";
        String second = text.equals("charAt") ? "'c'" : "\"c\"";
        String end = random.nextBoolean() ? " break; " : " ";
        return statement(
                "switch (\"abc\"." + text + "(Math.floorMod(#, 3))) { case " + first + ": #" + end + "case " + second
                        + ": # break; default: # }",
                expressions.integer(1),
                block(scope.inside(), 2),
                block(scope.inside(), 2),
                block(scope.inside(), 2));
    }

    /** What fails and is caught, or fails and ends everything. */
    private Piece caught() {
        if (random.nextInt(3) == 0) {
            Piece[] all = {expressions.condition(1), expressions.condition(1), expressions.condition(1)};
            return statement("if (# && # && #) throw new IllegalStateException(\"stop\");", all);
        }
        String v = scope.fresh("v");
        String e = scope.fresh("e");
        Piece piece = statement(
                "int " + v + "; try { " + v + " = 7 / #; } catch (ArithmeticException " + e + ") { " + v + " = #; }",
                expressions.integer(1),
                expressions.integer(0));
        scope.declare("int", v, false);
        return piece;
    }

    /** What is done whether or not the block before it fails. */
    private Piece finallyDone() {
        Optional<String> counter = scope.assignable("int");
        if (counter.isEmpty()) {
            return caught();
        }
        String v = scope.fresh("v");
        boolean number = random.nextBoolean();
        Piece piece = number
                ? statement(
                        "double " + v + "; try { " + v + " = #; } finally { " + counter.get() + "++; }",
                        expressions.tame())
                : statement(
                        "int " + v + "; try { " + v + " = 7 / #; } finally { " + counter.get() + " += #; }",
                        expressions.integer(1),
                        expressions.integer(0));
        scope.declare(number ? "double" : "int", v, false);
        return piece;
    }

    private Piece exit() {
        Optional<Scope.Loop> loop = scope.loop();
        Piece condition = expressions.condition(1);
        if (loop.isPresent() && random.nextInt(3) != 0) {
            String label = loop.get().label();
            return statement("if (#) " + pick("break ", "continue ") + label + ";", condition);
        }
        return switch (scope.result()) {
            case "" -> assignment();
            case "void" -> statement("if (#) return;", condition);
            case "double" -> statement("if (#) return #;", condition, expressions.tame());
            default -> statement("if (#) return #;", condition, expressions.array(scope.result()));
        };
    }
}
