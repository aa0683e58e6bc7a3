package dev.adjoint.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Divides lines that are too long, outside parentheses if it can be, before an operator or after a comma. */
final class Wrapping {
    private static final int WIDTH = 104;
    private static final String CONTINUATION = "    ";
    private static final List<String> OPERATORS = List.of(" + ", " - ", " * ", " / ", " && ", " || ", " ? ", " : ");

    private final String line;
    private int best = -1;
    private int bestDepth = Integer.MAX_VALUE;

    private Wrapping(String line) {
        this.line = line;
    }

    static List<String> of(List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        lines.forEach(l -> add(l, wrapped));
        return wrapped;
    }

    private static void add(String line, List<String> wrapped) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        int at = line.startsWith("//", indent.length()) ? -1 : new Wrapping(line).place();
        wrapped.add(at < 0 ? line : line.substring(0, at).stripTrailing());
        String deeper = indent + CONTINUATION;
        String rest = at < 0 ? "" : line.substring(at).strip();
        while (!rest.isEmpty()) {
            int next = new Wrapping(deeper + rest).place() - deeper.length();
            wrapped.add(deeper + (next <= 0 ? rest : rest.substring(0, next).stripTrailing()));
            rest = next <= 0 ? "" : rest.substring(next).strip();
        }
    }

    /** Where to begin a new line, or -1 if there is no need or no place. */
    private int place() {
        if (ClassNames.width(line) <= WIDTH) {
            return -1;
        }
        int depth = 0;
        char quote = 0;
        int start = line.length() - line.stripLeading().length();
        for (int i = start + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                consider(i, depth);
            }
        }
        return best;
    }

    private void consider(int i, int depth) {
        boolean comma = line.startsWith(", ", i);
        boolean operator = OPERATORS.stream().anyMatch(o -> line.startsWith(o, i));
        if ((comma || operator) && depth <= bestDepth && ClassNames.width(line.substring(0, i + 1)) <= WIDTH) {
            best = i + (comma ? 2 : 1);
            bestDepth = depth;
        }
    }
}
