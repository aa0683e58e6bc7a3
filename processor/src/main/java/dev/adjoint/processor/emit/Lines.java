package dev.adjoint.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Lines of Java, the first of a block at its left edge. */
final class Lines {
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();
    private String comment = "";

    void add(String line) {
        if (!comment.isEmpty()) {
            lines.add("// " + comment);
            comment = "";
        }
        lines.add(line);
    }

    void addAll(Lines block) {
        block.lines.forEach(this::add);
    }

    void addIndented(Lines block) {
        block.lines.forEach(l -> add(INDENT + l));
    }

    /** A comment on the next line; dropped if another comment or the end comes first. */
    void comment(String text) {
        comment = text;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether all lines are one {@code if} with what belongs to it, which can follow an {@code else}. */
    boolean isBranch() {
        long outer = lines.stream().filter(l -> !l.startsWith(INDENT)).count();
        long elses = lines.stream().filter(l -> l.startsWith("} else")).count();
        return !isEmpty() && lines.get(0).startsWith("if (") && outer == elses + 2;
    }

    /** Whether all lines are one {@code if} without {@code else}. */
    boolean isLoneBranch() {
        return isBranch() && lines.stream().noneMatch(l -> l.startsWith("} else"));
    }

    /** The condition in the first line, as an operand of {@code &&}. */
    String condition() {
        String condition = first().substring("if (".length(), first().length() - ") {".length());
        boolean loose = condition.contains("||") || condition.contains("?");
        return loose ? "(" + condition + ")" : condition;
    }

    String first() {
        return lines.get(0);
    }

    /** The lines after the first. */
    Lines rest() {
        Lines rest = new Lines();
        rest.lines.addAll(lines.subList(1, lines.size()));
        return rest;
    }

    /** A single statement needs no comment on what it comes from. */
    Lines withoutLoneComment() {
        boolean lone = lines.size() == 2 && lines.get(0).startsWith("// ");
        return lone ? rest() : this;
    }

    List<String> all() {
        return lines;
    }
}
