package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java that is passed through. */
final class Foreigners {
    /** A string or character literal, or a class name that is not part of a longer name. */
    private static final Pattern NAMES = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'|(?<![\\w$.])(?:[a-z][a-z\\d_]*\\.)+[A-Z]\\w*");

    private static final Pattern SIMPLE = Pattern.compile("[\\w$.\u0001\u0002]+");

    private final String packagePrefix;

    Foreigners(String packageName) {
        packagePrefix = packageName + ".";
    }

    Text text(Expr.Foreign e, Expressions expressions) {
        StringBuilder text = new StringBuilder(classes(e.pieces().get(0)));
        for (int i = 0; i < e.args().size(); i++) {
            text.append(expressions.exact(e.args().get(i)).in(Text.PRIMARY));
            text.append(classes(e.pieces().get(i + 1)));
        }
        String marked = text.toString();
        return new Text(marked, precedence(marked), e.type());
    }

    /** The text with the classes marked that are surely classes, so that they are imported. */
    private String classes(String text) {
        return NAMES.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(isClass(m.group()) ? ClassNames.mark(m.group()) : m.group()));
    }

    private boolean isClass(String name) {
        return name.startsWith("java.") || name.startsWith("dev.adjoint.") || name.startsWith(packagePrefix);
    }

    /** A chain of names and calls binds most tightly; of anything else we know nothing. */
    private static int precedence(String text) {
        String start = text.startsWith("new ") ? text.substring(4) : text;
        if (!SIMPLE.matcher(withoutArguments(start)).matches()) {
            return Text.ANY;
        }
        return text.startsWith("new ") ? Text.CREATION : Text.PRIMARY;
    }

    private static String withoutArguments(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\'') {
                return "?" + text.toLowerCase(Locale.ROOT);
            }
            depth += c == '(' || c == '[' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
            depth -= c == ')' || c == ']' ? 1 : 0;
        }
        return outside.toString();
    }
}
