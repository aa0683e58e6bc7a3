package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes code as a person would read it, for expectations in tests: what is used once stands where it is used. */
final class Reading {
    private static final int ATOM = 9;

    private record Piece(String text, int precedence) {}

    private final Uses uses;
    private final Map<Var, Piece> pieces = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private Reading(Function function) {
        this.uses = Uses.of(function.body());
        function.parameters().forEach(this::name);
    }

    static String of(Function function) {
        Reading reading = new Reading(function);
        reading.block(function.body());
        List<Operand> yields = function.body().yields();
        if (!yields.isEmpty()) {
            String all = yields.stream().map(y -> reading.read(y).text()).collect(Collectors.joining(", "));
            reading.text.append("return ").append(all).append(";");
        }
        return reading.text.toString().strip();
    }

    private String name(Var variable) {
        String name = variable.name();
        for (int i = 2; !taken.add(name); i++) {
            name = variable.name() + i;
        }
        pieces.put(variable, new Piece(name, ATOM));
        return name;
    }

    private void block(Block block) {
        block.statements().forEach(this::statement);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            let(let.target(), let.value());
        } else if (statement instanceof Stmt.If branch && isChoice(branch)) {
            choice(branch);
        } else {
            text.append(statement).append('\n');
        }
    }

    private void let(Var target, Expr value) {
        Piece piece = value instanceof Expr.Apply apply ? operation(apply) : other(value);
        if (uses.count(target) == 1) {
            pieces.put(target, piece);
        } else {
            line(name(target), piece.text());
        }
    }

    private void line(String name, String value) {
        text.append(name).append(" = ").append(value).append(";\n");
    }

    private static boolean isChoice(Stmt.If s) {
        return s.results().size() == 1
                && s.then().statements().stream().allMatch(Stmt.Let.class::isInstance)
                && s.otherwise().statements().stream().allMatch(Stmt.Let.class::isInstance);
    }

    private void choice(Stmt.If s) {
        block(s.then());
        block(s.otherwise());
        String value = read(s.condition()).text() + " ? "
                + read(s.then().yields().get(0)).text() + " : "
                + read(s.otherwise().yields().get(0)).text();
        line(name(s.results().get(0)), value);
    }

    private Piece operation(Expr.Apply e) {
        List<Operand> args = e.args();
        if (e.op().isGuard()) {
            return infix("==", args.get(0), Literal.zero(args.get(0).type()));
        }
        return switch (e.op().form()) {
            case INFIX -> infix(e.op().name(), args.get(0), args.get(1));
            case PREFIX -> new Piece(e.op().name() + at(args.get(0), 7), 6);
            case CAST -> new Piece("(" + e.op().result().text() + ") " + at(args.get(0), 7), 6);
            case CALL -> new Piece(e.op().name().replace("java.lang.", "") + list(args), ATOM);
        };
    }

    private Piece infix(String symbol, Operand left, Operand right) {
        int precedence = precedence(symbol);
        return new Piece(at(left, precedence) + " " + symbol + " " + at(right, precedence + 1), precedence);
    }

    private static int precedence(String symbol) {
        return switch (symbol) {
            case "*", "/", "%" -> 5;
            case "+", "-" -> 4;
            default -> 2;
        };
    }

    private Piece other(Expr e) {
        return new Piece(e.getClass().getSimpleName() + list(e.operands()), ATOM);
    }

    private String list(List<Operand> operands) {
        return operands.stream().map(o -> read(o).text()).collect(Collectors.joining(", ", "(", ")"));
    }

    private String at(Operand operand, int precedence) {
        Piece piece = read(operand);
        return piece.precedence() < precedence ? "(" + piece.text() + ")" : piece.text();
    }

    private Piece read(Operand operand) {
        if (operand instanceof Literal literal) {
            String value = String.valueOf(literal.value());
            return new Piece(value.endsWith(".0") ? value.substring(0, value.length() - 2) : value, ATOM);
        }
        return pieces.get(operand);
    }
}
