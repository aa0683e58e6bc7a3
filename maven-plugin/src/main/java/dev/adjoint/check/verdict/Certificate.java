package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Thrown;
import dev.adjoint.check.bind.Vectors;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import dev.adjoint.check.numeric.Verdict;
import dev.adjoint.check.sample.Sampler;
import dev.adjoint.check.sample.Undrawable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Checks one derivative at many inputs. */
public final class Certificate {
    /** How many inputs are drawn for each one that must lie inside of the method's domain. */
    private static final int TRIES = 8;

    private final Binding binding;
    private final Generated generated;
    private final Sampler sampler;
    private final Settings settings;
    private final Precision precision;
    private final Ledger ledger = new Ledger();
    private volatile Current current = Current.NONE;
    private @Nullable String lastOutside;

    /** Prepares the check of a derivative. */
    public Certificate(Binding binding, Settings settings) {
        this.binding = binding;
        this.generated = new Generated(binding);
        this.sampler = new Sampler(binding, settings);
        this.settings = settings;
        this.precision = Precision.of(binding, settings);
    }

    /**
     * How far a check has come, for the case that it does not end.
     *
     * @param sample the number of the input, -1 before the first one
     * @param input the input, empty as long as it is not drawn
     */
    public record Current(int sample, String input) {
        /** Nothing has begun. */
        public static final Current NONE = new Current(-1, "");
    }

    /** The input that is being checked. */
    public Current current() {
        return current;
    }

    /** Runs the check. */
    public Outcome run() {
        try {
            samples();
        } catch (Undrawable e) {
            ledger.note(e.getMessage());
            return outcome(Status.UNCHECKED, "");
        }
        explainLittle();
        Status status = ledger.failed() ? Status.FAILED : ledger.reached() ? Status.PASSED : Status.UNCHECKED;
        return outcome(status, sampler.describe());
    }

    private Outcome outcome(Status status, String inputs) {
        return new Outcome(binding.derivative(), status, inputs, ledger.tally(), ledger.findings(), ledger.notes(), 0);
    }

    private void samples() {
        if (settings.onlySample() >= 0) {
            sample(settings.onlySample());
            return;
        }
        long start = System.nanoTime();
        for (int k = 0; k < TRIES * settings.samples() && wantsMore(); k++) {
            sample(k);
            if (hasTakenLong(System.nanoTime() - start)) {
                return;
            }
        }
    }

    private boolean wantsMore() {
        return !ledger.failed() && Math.max(ledger.decided(), ledger.unresolved()) < settings.samples();
    }

    /** Slow methods are checked at fewer inputs, so that those that end are told from those that do not. */
    private boolean hasTakenLong(long nanos) {
        if (ledger.decided() == 0 || !wantsMore() || nanos < TimeUnit.SECONDS.toNanos(settings.timeoutSeconds()) / 3) {
            return false;
        }
        ledger.note("checked at " + ledger.decided() + " of " + settings.samples()
                + " inputs, because each takes long; more time in the option timeout, or smaller inputs, help");
        return true;
    }

    private void explainLittle() {
        if (!ledger.reached() && !ledger.failed() && lastOutside != null) {
            ledger.note("every input drawn lies outside of the method's domain (" + lastOutside
                    + "); give @Domain to its parameters or write a @Sample supplier");
        }
        if (ledger.reached() && ledger.onlyZeros()) {
            ledger.note(
                    "the derivative is 0 at every input: if it should not be, @Domain or a @Sample supplier can lead"
                            + " to inputs that say more");
        }
    }

    private void sample(int k) {
        current = new Current(k, "");
        Point point = sampler.draw(k);
        current = new Current(k, point.text());
        Optional<double[]> inside = valueInside(point);
        if (inside.isEmpty()) {
            ledger.outside();
        } else if (!repeats(point, inside.get())) {
            ledger.note("undecided at " + point.text() + ": the method gives another result when it is called again");
            ledger.count(List.of(Verdict.Kind.UNRESOLVED));
        } else {
            compare(k, point, inside.get());
        }
    }

    private void compare(int k, Point point, double[] value) {
        try {
            RandomGenerator random = sampler.random(~k);
            new Consistency(generated, point, k, precision, ledger).check(value, random);
            ledger.count(slopes(point, k, value.length, random));
        } catch (Thrown e) {
            ledger.finding(Finding.of(
                    "exception",
                    "the generated derivative throws " + e.text() + " where the method gives a result",
                    point.text(),
                    k));
        }
    }

    private boolean repeats(Point point, double[] value) {
        try {
            return Arrays.equals(value, generated.value(point, point.numbers()));
        } catch (Thrown e) {
            return false;
        }
    }

    private Optional<double[]> valueInside(Point point) {
        try {
            double[] value = generated.value(point, point.numbers());
            if (point.size() > 0 && value.length > 0 && Vectors.finite(value)) {
                return Optional.of(value);
            }
            lastOutside = point.size() == 0 || value.length == 0
                    ? "nothing to differentiate in " + point.text()
                    : "no finite result at " + point.text();
        } catch (Thrown e) {
            lastOutside = "it throws " + e.text() + " at " + point.text();
        }
        return Optional.empty();
    }

    private List<Verdict.Kind> slopes(Point point, int k, int results, RandomGenerator random) {
        String name = binding.derivative().method();
        Candidate first = new Candidate.First(generated, point, name);
        List<Verdict.Kind> kinds =
                new ArrayList<>(new Slopes(first, point, k, precision, random, ledger).check(results));
        if (generated.hasHvp() && generated.hasGrad()) {
            Candidate second = new Candidate.Second(generated, point, name);
            kinds.addAll(new Slopes(second, point, k, precision, random, ledger).check(point.size()));
        }
        return kinds;
    }
}
