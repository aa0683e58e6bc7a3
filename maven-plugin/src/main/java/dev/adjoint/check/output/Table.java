package dev.adjoint.check.output;

import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Outcome.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Outcomes as a table of fixed columns. */
public final class Table {
    private static final List<String> HEAD = List.of(
            "derivative",
            "result",
            "agree",
            "kinks",
            "outside",
            "undecided",
            "fin.diff.",
            "fwd/rev",
            "Taylor",
            "symmetry",
            "inputs");

    private Table() {}

    /** The lines of the table, the head first. */
    public static List<String> of(List<Outcome> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        outcomes.forEach(o -> rows.add(row(o)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Outcome outcome) {
        Tally tally = outcome.tally();
        return List.of(
                outcome.derivative().id(),
                outcome.status().label(),
                Integer.toString(tally.agreed()),
                Integer.toString(tally.kinks()),
                Integer.toString(tally.outside()),
                Integer.toString(tally.unresolved()),
                small(tally.difference()),
                small(tally.dot()),
                order(tally.order()),
                small(tally.symmetry()),
                outcome.inputs());
    }

    /** A relative distance with one digit. */
    public static String small(double value) {
        return Double.isNaN(value) ? "-" : value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
    }

    /** The order of a Taylor remainder. */
    public static String order(double order) {
        return Double.isNaN(order) ? "-" : String.format(Locale.ROOT, "%.1f", order);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
