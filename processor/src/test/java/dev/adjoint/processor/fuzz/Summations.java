package dev.adjoint.processor.fuzz;

import static dev.adjoint.processor.fuzz.Piece.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Loops that add up over iterations, with an array made once and filled in each iteration. Most are what reverse mode takes
 * iteration by iteration; the others look alike: the array is filled too short, on one path only, or read afterwards.
 */
final class Summations {
    private final Scope scope;
    private final Features features;
    private final Random random;
    private final Expressions expressions;

    Summations(Scope scope, Features features) {
        this.scope = scope;
        this.features = features;
        this.random = scope.random();
        this.expressions = new Expressions(scope, features);
    }

    Piece one() {
        String sum = scope.fresh("v");
        String scratch = scope.fresh("w");
        List<Piece> all = new ArrayList<>();
        all.add(statement("double " + sum + " = #;", expressions.tame()));
        all.add(statement("double[] " + scratch + " = new double[" + (1 + random.nextInt(3)) + "];"));
        all.add(loop(sum, scratch));
        if (random.nextInt(4) == 0) {
            all.add(statement(sum + " += " + scratch + "[0];"));
        }
        all.add(use(sum));
        return statement("#", Piece.block(all));
    }

    private Piece loop(String sum, String scratch) {
        String i = scope.fresh("i");
        String label = scope.fresh("loop");
        Scope inner = scope.insideLoop(label);
        inner.declareCounter(i);
        inner.declare("double[]", scratch, true);
        List<Piece> body = new ArrayList<>();
        body.add(fill(inner, scratch));
        if (random.nextBoolean()) {
            body.addAll(new Statements(inner, features).several(2));
        }
        Piece index = new Expressions(inner, features).index(scratch);
        Piece term = new Expressions(inner, features).tame();
        String operator = random.nextInt(3) == 0 ? " -= " : " += ";
        body.add(statement(sum + operator + scratch + "[#] * #;", index, term));
        String count = scope.any("double[]").map(a -> a + ".length").orElse("3");
        String head = label + ": for (int " + i + " = 0; " + i + " < " + count + "; " + i + "++) #";
        return statement(head, Piece.block(body));
    }

    private Piece fill(Scope inner, String scratch) {
        String j = inner.fresh("i");
        Scope innermost = inner.inside();
        innermost.declareCounter(j);
        Piece value = new Expressions(innermost, features).tame();
        String element = scratch + "[" + j + "] = Math.cos(" + j + ") * #;";
        String up = "for (int " + j + " = 0; " + j + " < " + scratch + ".length; " + j + "++) ";
        return switch (random.nextInt(8)) {
            case 0 -> statement("Arrays.fill(" + scratch + ", #);", new Expressions(inner, features).tame());
            case 1 ->
                statement(
                        "for (int " + j + " = 0; " + j + " < " + scratch + ".length - 1; " + j + "++) " + element,
                        value);
            case 2 -> statement("if (#) " + up + element, new Expressions(inner, features).condition(1), value);
            case 3 ->
                statement(
                        "for (int " + j + " = " + scratch + ".length - 1; " + j + " >= 0; " + j + "--) " + element,
                        value);
            case 4 -> statement(up + "{ " + element + " " + scratch + "[" + j + "] += 0.5; }", value);
            default -> statement(up + element, value);
        };
    }

    /** The sum goes on in a linear way or not. */
    private Piece use(String sum) {
        return scope.assignable("double")
                .map(target -> switch (random.nextInt(3)) {
                    case 0 -> statement(target + " = Math.sin(" + sum + ");");
                    case 1 -> statement(target + " += 0.5 * " + sum + ";");
                    default -> statement(target + " = 2 * " + target + " - " + sum + " / 3;");
                })
                .orElseGet(() -> statement(sum + " *= 2;"));
    }
}
