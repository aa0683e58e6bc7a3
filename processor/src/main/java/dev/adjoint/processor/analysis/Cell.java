package dev.adjoint.processor.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of arrays or records that some variable may refer to, with the cells of what they hold. Cells are united when
 * two variables may refer to the same object (Steensgaard, Points-to analysis in almost linear time, POPL 1996).
 */
public final class Cell {
    private static final String ELEMENT = "[]";

    private @Nullable Cell united;
    private Map<String, Cell> parts = new LinkedHashMap<>();

    /** The cell that stands for all cells united with this one. */
    public Cell root() {
        Cell cell = this;
        while (cell.united != null) {
            cell = cell.united;
        }
        if (cell != this) {
            united = cell;
        }
        return cell;
    }

    /** What arrays of this cell hold. */
    public Cell element() {
        return part(ELEMENT);
    }

    /** What a component of records of this cell refers to. */
    public Cell part(String name) {
        return root().parts.computeIfAbsent(name, n -> new Cell()).root();
    }

    /** The cells of what arrays or records of this cell hold, as far as any has been asked for. */
    java.util.Set<Cell> held() {
        java.util.Set<Cell> held = new java.util.LinkedHashSet<>();
        root().parts.values().forEach(part -> held.add(part.root()));
        return held;
    }

    /** Whether the predicate holds for this cell or for anything reached from it. */
    public boolean anyReached(java.util.function.Predicate<Cell> predicate) {
        return reached(predicate, new java.util.HashSet<>());
    }

    private boolean reached(java.util.function.Predicate<Cell> predicate, java.util.Set<Cell> seen) {
        Cell cell = root();
        if (!seen.add(cell)) {
            return false;
        }
        return predicate.test(cell)
                || java.util.List.copyOf(cell.parts.values()).stream().anyMatch(p -> p.reached(predicate, seen));
    }

    void unite(Cell other) {
        Cell mine = root();
        Cell theirs = other.root();
        if (mine == theirs) {
            return;
        }
        theirs.united = mine;
        Map<String, Cell> absorbed = theirs.parts;
        theirs.parts = Map.of();
        absorbed.forEach((name, part) -> mine.root().absorb(name, part));
    }

    /** A part that there was not yet is taken as it is: it may lead back to here. */
    private void absorb(String name, Cell part) {
        Cell known = parts.putIfAbsent(name, part);
        if (known != null) {
            known.unite(part);
        }
    }
}
