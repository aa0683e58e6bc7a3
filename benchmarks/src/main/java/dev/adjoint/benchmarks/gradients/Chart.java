package dev.adjoint.benchmarks.gradients;

import java.util.List;
import java.util.Locale;

/** The gradients' times as multiples of the primal's: bars on a logarithmic scale, as SVG. */
final class Chart {
    private static final int LEFT = 210;
    private static final int WIDTH = 560;
    private static final int BAR = 14;
    private static final int GAP = 12;
    private static final int TOP = 60;

    /** The axis reaches from a tenth of the primal's time to ten thousand times it. */
    private static final int LOWEST = -1;

    private static final int HIGHEST = 4;

    private static final List<Way> WAYS = List.of(Way.GENERATED, Way.HAND_WRITTEN, Way.HIPPARCHUS, Way.DIFFERENCES);
    private static final List<String> COLOURS = List.of("#1f6feb", "#2da44e", "#bf8700", "#8c959f");

    private final StringBuilder out = new StringBuilder();
    private int y = TOP;

    private Chart() {}

    static String svg(List<Measured> problems) {
        Chart chart = new Chart();
        problems.forEach(chart::problem);
        String axis = chart.axis();
        String head = format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                LEFT + WIDTH + 60, chart.y + 20);
        return head + legend() + axis + chart.out + "</svg>\n";
    }

    private void problem(Measured measured) {
        int top = y;
        for (int i = 0; i < WAYS.size(); i++) {
            String colour = COLOURS.get(i);
            measured.ratio(WAYS.get(i), Way.PRIMAL).ifPresent(ratio -> bar(ratio, colour));
        }
        out.append(text(LEFT - 10, (top + y) / 2 + 4, "end", measured.problem().title()));
        y += GAP;
    }

    private void bar(double ratio, String colour) {
        double end = place(Math.log10(ratio));
        out.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
                LEFT, y, Math.max(1, end - LEFT), BAR - 2, colour));
        out.append(text((int) end + 4, y + BAR - 4, "start", Table.digits(ratio)));
        y += BAR;
    }

    private static double place(double exponent) {
        double share = (exponent - LOWEST) / (HIGHEST - LOWEST);
        return LEFT + WIDTH * Math.min(1, Math.max(0, share));
    }

    private String axis() {
        StringBuilder lines = new StringBuilder();
        for (int e = LOWEST; e <= HIGHEST; e++) {
            double x = place(e);
            lines.append(format(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#d0d7de\"/>\n", x, TOP - 8, x, y));
            lines.append(text((int) x, TOP - 12, "middle", e < 0 ? "0.1" : format("%,d", (int) Math.pow(10, e))));
        }
        return lines.toString();
    }

    private static String legend() {
        StringBuilder legend = new StringBuilder(text(10, 20, "start", "time / time of the primal"));
        for (int i = 0; i < WAYS.size(); i++) {
            int x = LEFT + 140 * i;
            legend.append(
                    format("<rect x=\"%d\" y=\"10\" width=\"12\" height=\"12\" fill=\"%s\"/>\n", x, COLOURS.get(i)));
            legend.append(text(x + 18, 20, "start", WAYS.get(i).title()));
        }
        return legend.toString();
    }

    private static String text(int x, int y, String anchor, String text) {
        return format("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
