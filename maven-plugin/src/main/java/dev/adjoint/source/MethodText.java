package dev.adjoint.source;

import java.util.List;

/**
 * A method in a file.
 *
 * @param name its name
 * @param parameters how many parameters it has
 * @param first its first line, annotations included, from 1
 * @param last its last line
 * @param javadoc the text of its Javadoc comment, empty if there is none
 * @param statements its statements in order, those within others after them
 * @param arrays the arrays that it makes
 */
public record MethodText(
        String name,
        int parameters,
        int first,
        int last,
        String javadoc,
        List<Statement> statements,
        List<MadeArray> arrays) {

    /**
     * A statement.
     *
     * @param line the line it begins at
     * @param text its text, white space folded; of a loop or branch, without what is in it
     * @param whole the same with everything in it
     */
    public record Statement(int line, String text, String whole) {}
}
