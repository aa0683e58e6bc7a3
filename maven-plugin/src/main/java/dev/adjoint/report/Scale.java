package dev.adjoint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The range of an axis. A few values far off, as near a pole, do not squeeze all others: the range is that of the middle 96
 * per cent and a margin.
 */
record Scale(double low, double high) {
    private static final double CUT = 0.02;
    private static final double MARGIN = 0.06;
    private static final int TICKS = 4;

    static Scale of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Scale(-1, 1);
        }
        double low = sorted[(int) (CUT * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - CUT) * (sorted.length - 1))];
        double width = high - low;
        double margin = width > 1e-12 * Math.max(Math.abs(low), Math.abs(high))
                ? MARGIN * width
                : Math.max(1e-3, Math.abs(low) * 0.1);
        return new Scale(low - margin, high + margin);
    }

    double part(double value) {
        return (value - low) / (high - low);
    }

    /** Round numbers within the range. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i == 0 ? 0.0 : i * step);
        }
        return ticks;
    }

    static String text(double value) {
        double magnitude = Math.abs(value);
        if (value == 0 || magnitude >= 1e-3 && magnitude < 1e5) {
            String text = String.format(Locale.ROOT, "%.4f", value);
            return text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
