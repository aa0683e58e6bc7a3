package dev.adjoint.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from which statement of a method each line of its derivative comes. Generated code bears the original statement as
 * a comment before what was made of it.
 */
public final class Origins {
    /** {@code double x = }, {@code x[i] += } and the like; the name is the first group. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:[\\w.]+(?:\\[])* )?(\\w+)(?:\\[.*?])* [-+*/%]?= .*");

    private final List<MethodText.Statement> statements;
    private final Map<String, Integer> assignments;

    /** Prepares the search for statements of a method. */
    public Origins(MethodText method) {
        this.statements = method.statements();
        this.assignments = assignments(statements);
    }

    /** The lines of the variables that exactly one statement assigns to: generated code keeps their names. */
    private static Map<String, Integer> assignments(List<MethodText.Statement> statements) {
        Map<String, Integer> lines = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (MethodText.Statement statement : statements) {
            Matcher matcher = ASSIGNMENT.matcher(statement.text());
            if (matcher.matches() && lines.put(matcher.group(1), statement.line()) != null) {
                several.add(matcher.group(1));
            }
        }
        lines.keySet().removeAll(several);
        return lines;
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
            origins.add(current == 0 ? ofAssignment(code) : current);
        }
        return statements.size() == 1 ? onlyOne(generated) : origins;
    }

    /** The forward sweep bears no comments. */
    private int ofAssignment(String code) {
        Matcher matcher = ASSIGNMENT.matcher(code);
        return matcher.matches() ? assignments.getOrDefault(matcher.group(1), 0) : 0;
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
