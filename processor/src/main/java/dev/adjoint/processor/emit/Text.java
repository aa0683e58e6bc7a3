package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Type;

/**
 * A piece of a Java expression.
 *
 * @param text the source text, class names between {@link ClassNames} marks
 * @param precedence how tightly its outermost operator binds
 * @param type the type that Java gives it
 */
record Text(String text, int precedence, Type type) {
    static final int PRIMARY = 16;
    static final int CREATION = 15;
    static final int UNARY = 14;
    static final int MULTIPLICATIVE = 12;
    static final int ADDITIVE = 11;
    static final int SHIFT = 10;
    static final int RELATIONAL = 9;
    static final int EQUALITY = 8;
    static final int BIT_AND = 7;
    static final int BIT_XOR = 6;
    static final int BIT_OR = 5;
    static final int AND = 4;
    static final int OR = 3;
    static final int CONDITIONAL = 2;
    static final int ANY = 0;

    static Text primary(String text, Type type) {
        return new Text(text, PRIMARY, type);
    }

    /** The text as an operand of an operator that binds that tightly. */
    String in(int wanted) {
        return precedence < wanted ? "(" + text + ")" : text;
    }

    static int of(String operator) {
        return switch (operator) {
            case "*", "/", "%" -> MULTIPLICATIVE;
            case "+", "-" -> ADDITIVE;
            case "<<", ">>", ">>>" -> SHIFT;
            case "<", "<=", ">", ">=" -> RELATIONAL;
            case "==", "!=" -> EQUALITY;
            case "&" -> BIT_AND;
            case "^" -> BIT_XOR;
            case "|" -> BIT_OR;
            case "&&" -> AND;
            case "||" -> OR;
            default -> throw new IllegalArgumentException("no infix operator: " + operator);
        };
    }
}
