package dev.adjoint.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of program text with smaller ones in it, so that a program can be shrunk without knowing Java.
 *
 * @param kind what it is
 * @param type the type of an expression, otherwise empty
 * @param template the text, with {@code #} where a part goes; of a block empty
 * @param parts the smaller pieces
 */
record Piece(Kind kind, String type, String template, List<Piece> parts) {

    /** What a piece of text is. */
    enum Kind {
        EXPRESSION,
        STATEMENT,
        BLOCK
    }

    static Piece expression(String type, String template, Piece... parts) {
        return new Piece(Kind.EXPRESSION, type, template, List.of(parts));
    }

    static Piece statement(String template, Piece... parts) {
        return new Piece(Kind.STATEMENT, "", template, List.of(parts));
    }

    static Piece block(List<Piece> statements) {
        return new Piece(Kind.BLOCK, "", "", List.copyOf(statements));
    }

    Piece with(int index, Piece part) {
        List<Piece> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return new Piece(kind, type, template, changed);
    }

    Piece without(int from, int to) {
        List<Piece> fewer = new ArrayList<>(parts);
        fewer.subList(from, to).clear();
        return new Piece(kind, type, template, fewer);
    }

    /** How many pieces it has, itself included. */
    int size() {
        return 1 + parts.stream().mapToInt(Piece::size).sum();
    }

    /** The Java text. */
    String text(String indent) {
        return kind == Kind.BLOCK ? blockText(indent) : filled(indent);
    }

    private String blockText(String indent) {
        StringBuilder out = new StringBuilder("{\n");
        for (Piece part : parts) {
            out.append(indent).append("    ").append(part.text(indent + "    ")).append('\n');
        }
        return out.append(indent).append('}').toString();
    }

    private String filled(String indent) {
        StringBuilder out = new StringBuilder();
        int part = 0;
        for (char c : template.toCharArray()) {
            if (c == '#') {
                out.append(parts.get(part++).text(indent));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
