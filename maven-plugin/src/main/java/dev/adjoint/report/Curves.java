package dev.adjoint.report;

import dev.adjoint.check.measure.Measurement.Curve;
import java.util.Locale;

/** A function and its derivatives as panels of one inline SVG. */
final class Curves {
    private static final int WIDTH = 420;
    private static final int LEFT = 58;
    private static final int RIGHT = 10;
    private static final int PANEL = 120;
    private static final int GAP = 30;
    private static final int TOP = 18;
    private static final double[] NONE = {};

    private final Curve curve;
    private final StringBuilder svg = new StringBuilder();

    private Curves(Curve curve) {
        this.curve = curve;
    }

    static String svg(Curve curve, String function) {
        return new Curves(curve).draw(function);
    }

    private String draw(String function) {
        int panels = curve.curvature().length == 0 ? 2 : 3;
        int bottom = top(panels - 1) + PANEL;
        add(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" data-x=\"%s\" data-f=\"%s\" data-d=\"%s\">",
                WIDTH, bottom + 30, list(curve.x()), list(curve.value()), list(curve.slope()));
        String variable = Highlighter.escape(curve.variable());
        add("<title>%s and its derivative by %s</title>", Highlighter.escape(function), variable);
        panel(0, curve.value(), NONE, "f", "value");
        panel(1, curve.slope(), differences(curve.value()), "df / d" + variable, "slope");
        if (panels == 3) {
            panel(2, curve.curvature(), differences(curve.slope()), "d²f / d" + variable + "²", "curvature");
        }
        xTicks(bottom);
        add("<line class=\"cursor\" y1=\"%d\" y2=\"%d\" x1=\"-9\" x2=\"-9\"/>", TOP, bottom);
        add("<text class=\"reading\" x=\"%d\" y=\"%d\" text-anchor=\"end\"></text>", WIDTH - RIGHT, TOP - 6);
        return svg.append("</svg>").toString();
    }

    private static int top(int panel) {
        return TOP + panel * (PANEL + GAP);
    }

    /** What the curve above shows: a derivative that does not lie on it is wrong. */
    private double[] differences(double[] y) {
        double[] slopes = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            int from = Math.max(0, i - 1);
            int to = Math.min(y.length - 1, i + 1);
            slopes[i] = (y[to] - y[from]) / (curve.x()[to] - curve.x()[from]);
        }
        return slopes;
    }

    private void panel(int number, double[] y, double[] band, String label, String kind) {
        int top = top(number);
        Scale scale = Scale.of(y);
        add(
                "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                LEFT, top, WIDTH - LEFT - RIGHT, PANEL);
        add("<text class=\"label %s\" x=\"%d\" y=\"%d\">%s</text>", kind, LEFT, top - 5, label);
        ticks(top, scale);
        add("<svg x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">", top, WIDTH, PANEL, WIDTH, PANEL);
        if (band.length > 0) {
            add("<path class=\"band\" d=\"%s\"/>", path(band, scale));
        }
        add("<path class=\"curve %s\" d=\"%s\"/></svg>", kind, path(y, scale));
    }

    private void ticks(int top, Scale scale) {
        for (double tick : scale.ticks()) {
            double at = top + PANEL * (1 - scale.part(tick));
            add(
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    tick == 0 ? "zero" : "grid", LEFT, WIDTH - RIGHT, at, at);
            add(
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 6, at + 3.5, Scale.text(tick));
        }
    }

    /** A line through all points; what is not finite interrupts it. */
    private String path(double[] y, Scale scale) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < y.length; i++) {
            if (Double.isFinite(y[i])) {
                double at = PANEL * (1 - Math.max(-9, Math.min(10, scale.part(y[i]))));
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x(curve.x()[i]), at));
            }
            pen = Double.isFinite(y[i]);
        }
        return path.toString();
    }

    private double x(double value) {
        double first = curve.x()[0];
        double last = curve.x()[curve.x().length - 1];
        double part = last > first ? (value - first) / (last - first) : 0.5;
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private void xTicks(int bottom) {
        for (double tick : Scale.of(curve.x()).ticks()) {
            double at = x(tick);
            if (at >= LEFT - 1 && at <= WIDTH - RIGHT + 1) {
                add(
                        "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                        at, bottom + 14, Scale.text(tick));
            }
        }
        add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, bottom + 27, Highlighter.escape(curve.variable()));
    }

    private static String list(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : "-")
                    .append(' ');
        }
        return text.toString().strip();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
