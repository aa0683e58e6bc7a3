package dev.adjoint.check.verdict;

import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome.Tally;
import dev.adjoint.check.numeric.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found so far for one derivative. */
final class Ledger {
    private static final int SHOWN = 3;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int agreed;
    private int kinks;
    private int outside;
    private int unresolved;
    private int hiddenNotes;
    private boolean onlyZeros = true;
    private double difference = Double.NaN;
    private double dot = Double.NaN;
    private double order = Double.NaN;
    private double symmetry = Double.NaN;

    void finding(Finding finding) {
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    void note(String note) {
        if (notes.contains(note)) {
            return;
        }
        if (notes.size() < SHOWN) {
            notes.add(note);
        } else {
            hiddenNotes++;
        }
    }

    void outside() {
        outside++;
    }

    /** A derivative that was compared. */
    void compared(double claimed) {
        onlyZeros &= claimed == 0;
    }

    boolean onlyZeros() {
        return onlyZeros;
    }

    void dot(double distance) {
        dot = worse(dot, distance);
    }

    void difference(double distance) {
        difference = worse(difference, distance);
    }

    void symmetry(double distance) {
        symmetry = worse(symmetry, distance);
    }

    void order(double found) {
        order = Double.isNaN(order) ? found : Double.isNaN(found) ? order : Math.min(order, found);
    }

    private static double worse(double known, double found) {
        return Double.isNaN(known) ? found : Math.max(known, found);
    }

    /** Counts an input by the verdicts on all its directions. */
    void count(List<Verdict.Kind> verdicts) {
        Set<Verdict.Kind> kinds = EnumSet.noneOf(Verdict.Kind.class);
        kinds.addAll(verdicts);
        if (kinds.contains(Verdict.Kind.DIFFERS)) {
            return;
        }
        if (kinds.contains(Verdict.Kind.UNRESOLVED)) {
            unresolved++;
        } else if (kinds.contains(Verdict.Kind.KINK) || kinds.contains(Verdict.Kind.SINGULAR)) {
            kinks++;
        } else {
            agreed++;
        }
    }

    boolean failed() {
        return !findings.isEmpty();
    }

    /** How many inputs have shown something. */
    int decided() {
        return agreed + kinks;
    }

    int unresolved() {
        return unresolved;
    }

    boolean reached() {
        return decided() > 0;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (hiddenNotes > 0) {
            all.add("and " + hiddenNotes + " more such notes");
        }
        return List.copyOf(all);
    }

    Tally tally() {
        return new Tally(agreed, kinks, outside, unresolved, difference, dot, order, symmetry);
    }
}
