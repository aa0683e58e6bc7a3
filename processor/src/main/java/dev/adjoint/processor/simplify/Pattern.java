package dev.adjoint.processor.simplify;

import java.util.List;

/**
 * A side of a rewrite rule, as it is written: {@code "(-x) * y"}. Letters {@code c} and {@code d} stand for literals, other
 * letters for anything; what stands in square brackets must have no other use.
 */
sealed interface Pattern {
    /** Any operand; a letter that occurs twice stands for the same operand. */
    record Any(char letter) implements Pattern {
        boolean isLiteral() {
            return letter == 'c' || letter == 'd';
        }
    }

    /** A number. */
    record Number(double value) implements Pattern {}

    /** An operation on patterns. */
    record Operation(String symbol, List<Pattern> args, boolean unshared) implements Pattern {
        public Operation {
            args = List.copyOf(args);
        }
    }

    /** Reads a pattern. */
    static Pattern parse(String text) {
        return new Parser(text.replace(" ", "")).all();
    }

    /** Reads sums, products, signs and parentheses, in Java's precedence. */
    final class Parser {
        private final String text;
        private int position;

        private Parser(String text) {
            this.text = text;
        }

        private Pattern all() {
            Pattern pattern = sum();
            if (position < text.length()) {
                throw new IllegalArgumentException("unexpected " + text.substring(position) + " in " + text);
            }
            return pattern;
        }

        private Pattern sum() {
            Pattern left = product();
            while (isNext('+') || isNext('-')) {
                String symbol = String.valueOf(take());
                left = new Operation(symbol, List.of(left, product()), false);
            }
            return left;
        }

        private Pattern product() {
            Pattern left = signed();
            while (isNext('*') || isNext('/')) {
                String symbol = String.valueOf(take());
                left = new Operation(symbol, List.of(left, signed()), false);
            }
            return left;
        }

        private Pattern signed() {
            if (!isNext('-')) {
                return simple();
            }
            take();
            Pattern operand = simple();
            boolean number = operand instanceof Number;
            return number ? new Number(-((Number) operand).value()) : new Operation("-", List.of(operand), false);
        }

        private Pattern simple() {
            char first = take();
            if (first == '(') {
                return enclosed();
            }
            if (first == '[') {
                Operation inside = (Operation) enclosed();
                return new Operation(inside.symbol(), inside.args(), true);
            }
            return Character.isDigit(first) ? new Number(first - '0') : new Any(first);
        }

        private Pattern enclosed() {
            Pattern inside = sum();
            take();
            return inside;
        }

        private boolean isNext(char c) {
            return position < text.length() && text.charAt(position) == c;
        }

        private char take() {
            return text.charAt(position++);
        }
    }
}
