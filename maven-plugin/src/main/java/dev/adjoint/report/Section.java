package dev.adjoint.report;

import java.util.List;

/**
 * What the page shows of one method.
 *
 * @param number the number of the section, from 1
 * @param id the class and base name
 * @param owner the class
 * @param name the method
 * @param place file and line
 * @param status the word in the table
 * @param tone how the status is coloured: good, bad, doubtful
 * @param facts what was measured, name and value
 * @param problems why it did not pass
 * @param notes kinks and other things worth knowing
 * @param conventions what the generated Javadoc says of kinks
 * @param recorded what the generated Javadoc says of recorded values, and what was measured
 * @param plots inline SVG
 * @param around the input that the plots are slices through
 * @param source the lines of the method
 * @param generated the generated methods
 * @param missing why there is no source or derivative to show, else empty
 */
public record Section(
        int number,
        String id,
        String owner,
        String name,
        String place,
        String status,
        String tone,
        List<Fact> facts,
        List<Problem> problems,
        List<String> notes,
        List<String> conventions,
        List<String> recorded,
        List<Plot> plots,
        String around,
        List<SourceLine> source,
        List<GeneratedMethod> generated,
        String missing) {

    /**
     * A name and a value.
     *
     * @param hint what the value means
     * @param wide whether the value may take several lines of the table
     */
    public record Fact(String name, String value, String hint, boolean wide) {
        Fact(String name, String value, String hint) {
            this(name, value, hint, false);
        }
    }

    /** A finding with its input and the command that shows it again. */
    public record Problem(String message, String input, String reproduce) {}

    /** A plot and what it shows. */
    public record Plot(String caption, String svg) {}

    /**
     * A line of the method.
     *
     * @param line its number in the file
     * @param html its text, highlighted
     * @param band which colour it shares with the generated lines that come from it, empty if there are none
     * @param address where the first of them is in the page
     */
    public record SourceLine(int line, String html, String band, String address) {}

    /**
     * A generated method.
     *
     * @param name its name
     * @param javadoc the text of its Javadoc
     * @param open whether it is unfolded at first
     * @param lines its lines
     */
    public record GeneratedMethod(String name, String javadoc, boolean open, List<GeneratedLine> lines) {}

    /**
     * A line of a generated method.
     *
     * @param html its text, highlighted
     * @param origin the line of the statement it comes from, empty if none
     * @param address where that line is in the page
     * @param id its own place in the page, empty if nothing leads there
     * @param band which colour it shares with the line of the source
     */
    public record GeneratedLine(String html, String origin, String address, String id, String band) {}
}
