package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Adjoints;
import dev.adjoint.processor.transform.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One forward sweep, and for each row a reverse sweep, which reads what the forward sweep has kept. Where it can be, the
 * adjoints of a parameter are summed up where the entries of the row are; else they are copied from an array that serves
 * for all rows.
 */
final class RowSweeps implements Rows {
    /** Statements that the reverse sweeps of a few rows may have together if each is written out. */
    private static final int MOST_STATEMENTS = 800;

    private final Draft draft;
    private final Map<Var, Operand> shadows = new LinkedHashMap<>();
    private final Set<Var> copied = new HashSet<>();
    private final BlockBuilder forward = new BlockBuilder();
    private final BlockBuilder reverse = new BlockBuilder();
    private final Var row = new Var("row", Primitive.INT);
    private final Adjoints sweeps;
    private final Set<Operand> primal;
    private final @Nullable Operand seeds;

    /**
     * Builds both sweeps.
     *
     * @throws dev.adjoint.processor.transform.NotRepeatable if the reverse sweep can't run several times
     */
    RowSweeps(Draft draft) {
        this.draft = draft;
        arrays().forEach(this::prepare);
        sweeps = draft.reverseRepeatedly(shadows, row);
        sweeps.reverse();
        sweeps.writeForward(forward);
        sweeps.writeReverse(reverse);
        primal = sweeps.primalCopies();
        seeds = sweeps.shadow(draft.result());
    }

    private List<Var> arrays() {
        return draft.subject.independents().stream()
                .filter(p -> p.type().isArray())
                .toList();
    }

    /**
     * A shadow that is not there yet, if only the reverse sweep writes into it and it holds numbers like those of the row;
     * else zeros that serve for all rows.
     */
    private void prepare(Var parameter) {
        boolean sameNumbers = parameter.type().element().equals(Units.base(draft.subject.result()));
        if (!sameNumbers || draft.hasTwins()) {
            copied.add(parameter);
            shadows.put(parameter, draft.freshShadow(parameter, shadows));
        } else {
            shadows.put(parameter, new Var(parameter.name() + "Bar", parameter.type()));
        }
    }

    private Operand shadow(Var parameter) {
        return Objects.requireNonNull(shadows.get(parameter));
    }

    /** Has the rows of a parameter copied from zeros made here. */
    private void make(BlockBuilder out, Var parameter) {
        if (copied.add(parameter)) {
            Var length = out.let("n", new Expr.Length(parameter));
            Expr zeros = new Expr.NewArray((ArrayType) parameter.type(), List.of(length));
            out.add(new Stmt.Let((Var) shadow(parameter), zeros));
        }
    }

    @Override
    public Operand evaluate(BlockBuilder out) {
        Set<Var> read = Uses.of(forward.statements()).read();
        arrays().stream()
                .filter(p -> read.contains(shadow(p)) || shadow(p).equals(seeds))
                .forEach(p -> make(out, p));
        out.addAll(forward.statements());
        return draft.result();
    }

    @Override
    public void write(BlockBuilder out, Entries entries, Operand count) {
        arrays().stream()
                .filter(p -> !entries.takeSumsOf(reverse.statements(), shadow(p)))
                .forEach(p -> make(out, p));
        Operand all = seeds == null ? draft.result() : seeds;
        int known = count instanceof Literal literal ? (Integer) literal.value() : Integer.MAX_VALUE;
        if (known * (long) size(reverse.statements()) > MOST_STATEMENTS) {
            Units.each(out, all, Literal.of(0), (body, row, index, k) -> row(body, entries, row, index, k));
            return;
        }
        for (int i = 0; i < known; i++) {
            row(out, entries, all, Literal.of(i), Literal.of(i));
        }
    }

    private static int size(List<Stmt> code) {
        int size = 1;
        for (Stmt statement : code) {
            size += statement instanceof Stmt.Comment ? 0 : 1;
            for (Block inner : Parts.of(statement).blocks()) {
                size += size(inner.statements());
            }
        }
        return size;
    }

    private void row(BlockBuilder out, Entries entries, Operand seed, Operand index, Operand number) {
        Map<Var, Entries.Row> rows = new LinkedHashMap<>();
        draft.subject.independents().forEach(p -> rows.put(p, entries.row(out, p, number)));
        if (seeds == null) {
            return;
        }
        out.add(new Stmt.Store(seed, index, Literal.floating(1, seed.type().element())));
        Map<Operand, Entries.Row> places = new LinkedHashMap<>();
        rows.forEach((p, row) -> places.put(shadows.get(p), row));
        places.keySet().removeIf(s -> copied.stream().anyMatch(p -> shadow(p).equals(s)));
        Relocation copy = new Relocation(places, primal, draft.primalCopies::add);
        copy.replace(this.row, index);
        out.addAll(copy.block(reverse.build()).statements());
        rows.forEach((p, row) -> fill(out, p, row, copy));
        clear(out);
    }

    /** Puts into the row what is not there yet: a number, or copies. */
    private void fill(BlockBuilder out, Var parameter, Entries.Row row, Relocation copy) {
        if (!parameter.type().isArray()) {
            row.fill(out, copy.operand(sweeps.adjoint(parameter)));
        } else if (copied.contains(parameter)) {
            row.fill(out, draft.gradientOf(out, parameter, shadow(parameter)));
        }
    }

    /** Makes zero again what the next row finds. */
    private void clear(BlockBuilder out) {
        shadows.forEach((array, shadow) -> {
            if (copied.contains(array) || !arrays().contains(array)) {
                Arrays.clear(out, draft.shadowOnEntry(array, shadow));
            }
        });
    }
}
