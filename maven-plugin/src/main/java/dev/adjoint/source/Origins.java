package dev.adjoint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells from which statement of a method each line of its derivative comes. Generated code bears the original statement as
 * a comment before what was made of it.
 */
public final class Origins {
    private final List<MethodText.Statement> statements;

    /** Prepares the search for statements of a method. */
    public Origins(MethodText method) {
        this.statements = method.statements();
    }

    /** For each line of generated code, the line of the statement it comes from, or 0. */
    public List<Integer> of(List<String> generated) {
        List<Integer> origins = new ArrayList<>();
        int current = 0;
        int depth = 0;
        for (String line : generated) {
            String code = line.strip();
            int indent = line.length() - line.stripLeading().length();
            if (code.startsWith("//")) {
                current = find(code.substring(2).strip());
                depth = indent;
            } else if (code.isEmpty() || indent < depth) {
                current = 0;
            }
            origins.add(current);
        }
        return statements.size() == 1 ? onlyOne(generated) : origins;
    }

    /** Everything comes from the only statement there is. */
    private List<Integer> onlyOne(List<String> generated) {
        int line = statements.get(0).line();
        return generated.stream().map(l -> isStatement(l.strip()) ? line : 0).toList();
    }

    private static boolean isStatement(String code) {
        return code.endsWith(";") || code.startsWith("//");
    }

    private int find(String comment) {
        String wanted = key(comment);
        for (MethodText.Statement statement : statements) {
            if (key(statement.text()).equals(wanted) || key(statement.whole()).equals(wanted)) {
                return statement.line();
            }
        }
        for (MethodText.Statement statement : statements) {
            if (!wanted.isEmpty() && key(statement.whole()).startsWith(wanted)) {
                return statement.line();
            }
        }
        return 0;
    }

    private static String key(String text) {
        return text.replaceAll("[\\s;{]+", "").replaceAll("(\\.\\.\\.|…)$", "");
    }
}
