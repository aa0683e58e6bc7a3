package dev.adjoint.report;

import dev.adjoint.check.measure.Cost;
import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Status;
import dev.adjoint.check.output.Reproduction;
import dev.adjoint.check.output.Summary;
import dev.adjoint.check.output.Table;
import dev.adjoint.check.run.Answer;
import dev.adjoint.source.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Page} together from what a check found, what was measured, and the sources. */
public final class ReportBuilder {
    private final SourceFiles sources;
    private final SourceFiles generated;
    private final Reproduction reproduction;

    /**
     * Prepares pages.
     *
     * @param sources where the methods are
     * @param generated where the processor's files are
     * @param reproduction makes the command that shows a finding again
     */
    public ReportBuilder(SourceFiles sources, SourceFiles generated, Reproduction reproduction) {
        this.sources = sources;
        this.generated = generated;
        this.reproduction = reproduction;
    }

    /** The page of a module. */
    public Page page(String title, Summary summary, Answer answer) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < answer.outcomes().size(); i++) {
            Measurement measurement = answer.measurements().get(i);
            sections.add(section(i + 1, answer.outcomes().get(i), measurement));
        }
        return new Page(title, summary.text(), summary.settings().seed(), sections);
    }

    private Section section(int number, Outcome outcome, Measurement measurement) {
        Derivative derivative = outcome.derivative();
        CodePair code = CodePair.of(number, derivative, sources, generated);
        String owner = derivative.owner().substring(derivative.owner().lastIndexOf('.') + 1);
        return new Section(
                number,
                derivative.id(),
                owner.replace('$', '.'),
                derivative.base(),
                derivative.source() + ":" + derivative.line(),
                outcome.status().label(),
                tone(outcome.status()),
                facts(outcome, measurement),
                problems(outcome),
                notes(outcome, measurement),
                code.conventions(),
                recorded(code, measurement),
                plots(derivative, measurement),
                around(measurement),
                code.source(),
                code.generated(),
                code.missing());
    }

    private static String tone(Status status) {
        return status == Status.PASSED ? "good" : status == Status.UNCHECKED ? "doubtful" : "bad";
    }

    private static List<Section.Fact> facts(Outcome outcome, Measurement measurement) {
        Outcome.Tally tally = outcome.tally();
        return List.of(
                new Section.Fact("inputs agree", count(tally.agreed()), "inputs at which all comparisons agree"),
                new Section.Fact("kinks", count(tally.kinks()), "inputs where left and right derivative differ"),
                new Section.Fact("outside", count(tally.outside()), "inputs outside of the method's domain"),
                new Section.Fact("undecided", count(tally.unresolved()), "inputs where differences do not settle"),
                new Section.Fact(
                        "finite differences", Table.small(tally.difference()), "largest relative distance from them"),
                new Section.Fact("forward / reverse", Table.small(tally.dot()), "largest relative distance of both"),
                new Section.Fact("Taylor order", Table.order(tally.order()), "2 for a right derivative"),
                new Section.Fact("symmetry", Table.small(tally.symmetry()), "largest asymmetry of the Hessian"),
                cost(measurement.cost()),
                new Section.Fact("drawn from", outcome.inputs().isEmpty() ? "-" : outcome.inputs(), "inputs", true));
    }

    private static Section.Fact cost(@Nullable Cost cost) {
        if (cost == null) {
            return new Section.Fact("cost", "-", "not measured");
        }
        String hint = cost.method() + " takes " + time(cost.derived()) + ", the method " + time(cost.alone())
                + ", measured roughly and with the call itself";
        return new Section.Fact("cost", String.format(Locale.ROOT, "%.1f x", cost.ratio()), hint);
    }

    private static String time(double nanos) {
        return nanos < 1e3
                ? String.format(Locale.ROOT, "%.1f ns", nanos)
                : nanos < 1e6
                        ? String.format(Locale.ROOT, "%.1f µs", nanos * 1e-3)
                        : String.format(Locale.ROOT, "%.1f ms", nanos * 1e-6);
    }

    /** What the processor states, and what a call was seen to allocate. */
    private static List<String> recorded(CodePair code, Measurement measurement) {
        List<String> all = new ArrayList<>(code.recorded());
        Cost cost = measurement.cost();
        if (cost != null) {
            all.add(String.format(
                    Locale.ROOT,
                    "Measured: a call of %s allocates %,d bytes, its results included; the method alone %,d bytes.",
                    cost.method(),
                    Math.round(cost.derivedBytes()),
                    Math.round(cost.aloneBytes())));
        }
        return all;
    }

    private static String count(int count) {
        return Integer.toString(count);
    }

    private List<Section.Problem> problems(Outcome outcome) {
        return outcome.findings().stream()
                .map(f -> new Section.Problem(
                        f.message(), f.input().isEmpty() ? "-" : f.input(), reproduction.of(outcome.derivative(), f)))
                .toList();
    }

    private static List<String> notes(Outcome outcome, Measurement measurement) {
        List<String> notes = new ArrayList<>(outcome.notes());
        if (!measurement.note().isEmpty() && !notes.contains(measurement.note())) {
            notes.add("no plots: " + measurement.note());
        }
        return notes;
    }

    private static List<Section.Plot> plots(Derivative derivative, Measurement measurement) {
        return measurement.curves().stream()
                .map(curve -> new Section.Plot(
                        derivative.method() + " over " + curve.variable(), Curves.svg(curve, derivative.method())))
                .toList();
    }

    private static String around(Measurement measurement) {
        return measurement.curves().isEmpty() ? "" : measurement.curves().get(0).at();
    }
}
