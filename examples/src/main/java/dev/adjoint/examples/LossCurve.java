package dev.adjoint.examples;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A picture of how the loss fell. */
final class LossCurve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 50;

    private LossCurve() {}

    /** The losses, one for each epoch, as an SVG picture; the scale begins at 0. */
    static String svg(String title, List<Double> losses) {
        double top = losses.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        String points = IntStream.range(0, losses.size())
                .mapToObj(i -> x(i, losses.size()) + "," + y(losses.get(i), top))
                .collect(Collectors.joining(" "));
        int bottom = HEIGHT - MARGIN;
        return String.join(
                "\n",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                        + "\" font-family=\"sans-serif\" font-size=\"14\">",
                "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
                text(WIDTH / 2, MARGIN / 2, "middle", title),
                text(MARGIN - 6, MARGIN + 5, "end", String.format(Locale.ROOT, "%.2f", top)),
                text(MARGIN - 6, bottom + 5, "end", "0"),
                text(MARGIN, bottom + 20, "middle", "1"),
                text(WIDTH - MARGIN, bottom + 20, "middle", Integer.toString(losses.size())),
                text(WIDTH / 2, HEIGHT - 10, "middle", "epoch"),
                "<path d=\"M" + MARGIN + " " + MARGIN + "V" + bottom + "H" + (WIDTH - MARGIN)
                        + "\" fill=\"none\" stroke=\"gray\"/>",
                "<polyline points=\"" + points + "\" fill=\"none\" stroke=\"steelblue\" stroke-width=\"2\"/>",
                "</svg>",
                "");
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + text + "</text>";
    }

    private static String x(int i, int count) {
        double share = count == 1 ? 0 : (double) i / (count - 1);
        return String.format(Locale.ROOT, "%.1f", MARGIN + share * (WIDTH - 2 * MARGIN));
    }

    private static String y(double loss, double top) {
        return String.format(Locale.ROOT, "%.1f", HEIGHT - MARGIN - loss / top * (HEIGHT - 2 * MARGIN));
    }
}
