package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.transform.CheckpointNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what checkpointing costs: how many steps are run again. */
final class CheckpointReport {
    private static final List<Integer> EXAMPLES = List.of(100, 1_000, 10_000, 100_000, 1_000_000);

    private CheckpointReport() {}

    static List<Diagnostic> of(List<CheckpointNote> notes) {
        return notes.stream().map(CheckpointReport::diagnostic).toList();
    }

    private static Diagnostic diagnostic(CheckpointNote note) {
        List<String> state = new ArrayList<>();
        note.state().forEach(v -> state.add(v.name() + " (" + v.type().text() + ")"));
        return Diagnostic.of(Problem.CHECKPOINTED, note.place(), note.slots(), String.join(", ", state), costs(note));
    }

    private static String costs(CheckpointNote note) {
        if (note.steps().isPresent()) {
            return cost(note.steps().getAsInt(), note.slots());
        }
        List<String> examples = new ArrayList<>();
        EXAMPLES.forEach(steps -> examples.add(cost(steps, note.slots())));
        return String.join(", ", examples);
    }

    private static String cost(int steps, int slots) {
        double factor = steps == 0 ? 0 : (double) extraSteps(steps, slots) / steps;
        return String.format(Locale.ROOT, "%.3f for %d steps", factor, steps);
    }

    /**
     * How many steps are run without being reversed, each time counted: r n - &beta;(s + 1, r - 1) with &beta;(s, r) =
     * (s + r)! / (s! r!), for the smallest r with &beta;(s, r) &ge; n. No schedule needs fewer. Griewank and Walther,
     * Algorithm 799: Revolve, ACM TOMS 26 (2000).
     *
     * @param steps how many steps there are, n
     * @param slots how many states may be stored at a time, the initial one included, s
     */
    static long extraSteps(int steps, int slots) {
        if (slots == 1) {
            return (long) steps * (steps - 1) / 2;
        }
        long repetitions = 0;
        long reach = 1;
        long sum = 0;
        while (reach < steps) {
            sum += reach;
            repetitions++;
            reach = reach * (slots + repetitions) / repetitions;
        }
        return repetitions * steps - sum;
    }
}
