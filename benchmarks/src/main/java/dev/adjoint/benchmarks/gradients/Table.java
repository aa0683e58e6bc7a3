package dev.adjoint.benchmarks.gradients;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The measurements as a table of Markdown. */
final class Table {
    private static final String HEAD = """
        | problem | primal | generated | by hand | generated / primal | generated / by hand | Hipparchus / generated \
        | differences / generated | bytes a call, generated | by hand |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    private Table() {}

    /** One line for each problem; times in microseconds. */
    static String markdown(List<Measured> problems) {
        StringBuilder out = new StringBuilder(HEAD);
        for (Measured problem : problems) {
            List<String> cells = List.of(
                    problem.problem().title(),
                    time(problem.of(Way.PRIMAL)),
                    time(problem.of(Way.GENERATED)),
                    time(problem.of(Way.HAND_WRITTEN)),
                    ratio(problem.ratio(Way.GENERATED, Way.PRIMAL)),
                    ratio(problem.ratio(Way.GENERATED, Way.HAND_WRITTEN)),
                    ratio(problem.ratio(Way.HIPPARCHUS, Way.GENERATED)),
                    ratio(problem.ratio(Way.DIFFERENCES, Way.GENERATED)),
                    bytes(problem.of(Way.GENERATED)),
                    bytes(problem.of(Way.HAND_WRITTEN)));
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return out.toString();
    }

    private static String time(Optional<Measurement> measurement) {
        return measurement.map(m -> digits(m.minimum() / 1000)).orElse("");
    }

    private static String bytes(Optional<Measurement> measurement) {
        return measurement
                .map(m -> String.format(Locale.ROOT, "%,.0f", m.bytes()))
                .orElse("");
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(Table::digits).orElse("");
    }

    /** Three digits that count. */
    static String digits(double number) {
        int decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 5;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
