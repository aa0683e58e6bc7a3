package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.NotRepeatable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Jacobians, by rows or by columns, whichever are fewer. What is known of their numbers from the source is decided here, the
 * rest when the method is called.
 */
final class JacobianProducts {
    /** So many rows, from one evaluation, never take much longer than one column. */
    private static final int FEW_ROWS = 4;

    /** So many columns never take much longer than rows. */
    private static final int FEW_COLUMNS = 3;

    private final Subject subject;
    private final Kind kind;
    private final Supplier<Columns> columns;
    private final Supplier<Function> vjp;
    private final Type number;

    /**
     * Prepares one form of the Jacobian.
     *
     * @param columns asked for only if the subject has forward mode
     * @param vjp asked for only if it has reverse mode
     */
    JacobianProducts(Subject subject, Kind kind, Supplier<Columns> columns, Supplier<Function> vjp) {
        this.subject = subject;
        this.kind = kind;
        this.columns = columns;
        this.vjp = vjp;
        this.number = Units.base(subject.result());
    }

    Made jacobian() {
        if (!mayBeRows(subject)) {
            return byColumns(new Draft(subject));
        }
        try {
            return subject.specialisations().attempt(() -> {
                Draft draft = new Draft(subject);
                RowSweeps rows = new RowSweeps(draft);
                return rowByRow(draft) ? byRows(draft, rows) : withRows(draft, rows, FEW_ROWS);
            });
        } catch (NotRepeatable e) {
            Draft draft = new Draft(subject);
            return withRows(draft, new RowCalls(draft, vjp.get()), 1);
        }
    }

    private static boolean mayBeRows(Subject subject) {
        return subject.reverse() && !(subject.forward() && fewColumns(subject));
    }

    private static boolean fewColumns(Subject subject) {
        int columns = knownColumns(subject);
        int rows = knownRows(subject);
        return columns == 1 || (columns > 0 && (rows >= 0 ? columns < rows : columns <= FEW_COLUMNS));
    }

    /** How many columns there are, if all parameters are numbers; else zero. */
    private static int knownColumns(Subject subject) {
        boolean numbers = subject.independents().stream().allMatch(p -> p.type() instanceof Primitive);
        return numbers ? subject.wrt().size() : 0;
    }

    /** How many rows there are, if that is known; else negative. */
    private static int knownRows(Subject subject) {
        return ResultLength.of(subject.flat()) instanceof Literal literal ? (Integer) literal.value() : -1;
    }

    private static boolean alwaysRows(Subject subject, int few) {
        if (!subject.forward()) {
            return true;
        }
        int rows = knownRows(subject);
        int columns = knownColumns(subject);
        return rows >= 0 && (rows <= few || (columns > 0 && rows <= columns));
    }

    /** Whether columns by arrays may be asked for. */
    static boolean takesColumns(Subject subject) {
        boolean arrays = subject.independents().stream().anyMatch(p -> p.type().isArray());
        return arrays && !(mayBeRows(subject) && (alwaysRows(subject, FEW_ROWS) || rowByRow(new Draft(subject))));
    }

    /** Whether all rows together take no longer than one evaluation in reverse, because each looks at its own iterations. */
    private static boolean rowByRow(Draft draft) {
        return draft.rowLoops().areAll();
    }

    private Made withRows(Draft draft, Rows rows, int few) {
        return alwaysRows(subject, few) ? byRows(draft, rows) : bySizes(draft, rows);
    }

    private Made byRows(Draft draft, Rows rows) {
        Entries entries = entries(draft, output(draft));
        Operand result = rows.evaluate(draft.out);
        int known = knownRows(subject);
        Operand count = known >= 0 ? Literal.of(known) : Units.count(draft.out, result);
        return finish(draft, filled(draft.out, rows, entries, count));
    }

    private static List<Operand> filled(BlockBuilder out, Rows rows, Entries entries, Operand count) {
        entries.openRows(out, count);
        rows.write(out, entries, count);
        return entries.results();
    }

    private Made byColumns(Draft draft) {
        Entries entries = entries(draft, output(draft));
        return finish(draft, columns.get().write(draft, draft.out, entries, null));
    }

    /** Decides by the sizes: before anything is evaluated if they are known then, else with the result at hand. */
    private Made bySizes(Draft draft, Rows rows) {
        @Nullable Var output = output(draft);
        @Nullable Operand early = ResultLength.of(subject.flat());
        boolean before =
                early instanceof Literal || (early != null && draft.arguments().contains(early));
        BlockBuilder byRows = new BlockBuilder();
        if (before) {
            byRows.addAll(draft.cut());
            rows.evaluate(byRows);
        }
        Operand m = before
                ? ResultLength.in(draft.out, Objects.requireNonNull(early))
                : Units.count(draft.out, rows.evaluate(draft.out));
        Entries entries = entries(draft, output);
        Operand wide = isWide(draft.out, m, entries.counts);
        List<Operand> made = filled(byRows, rows, entries, m);
        BlockBuilder byColumns = new BlockBuilder();
        List<Operand> other = columns.get().write(draft, byColumns, entries.anew(), m);
        List<Var> results =
                made.stream().map(o -> new Var("jacobian", o.type())).toList();
        draft.out.add(new Stmt.If(wide, byRows.build(made), byColumns.build(other), results));
        return finish(draft, results);
    }

    /** Whether rows are fewer. Without any column, the method is still evaluated, as it may throw. */
    private static Operand isWide(BlockBuilder out, Operand m, Map<Var, Operand> counts) {
        Operand n = Literal.of(0);
        for (Operand count : counts.values()) {
            n = n.equals(Literal.of(0)) ? count : out.infix("n", "+", n, count);
        }
        Operand fewer = out.compare("wide", "<", m, n);
        return out.infix("wide", "|", fewer, out.compare("empty", "==", n, Literal.of(0)));
    }

    /** The array of the caller that is written into, or null if matrices are returned. */
    private @Nullable Var output(Draft draft) {
        return kind == Kind.JACOBIAN_INTO ? draft.parameter("out", new ArrayType(number)) : null;
    }

    /** Room for the entries; how many columns there are is counted here. */
    private Entries entries(Draft draft, @Nullable Var output) {
        Map<Var, Operand> counts = new LinkedHashMap<>();
        for (int i : subject.wrt()) {
            Operand given = draft.arguments().get(i);
            counts.put(subject.function().parameters().get(i), Units.count(draft.out, given));
        }
        return output == null ? new Entries.Matrices(number, counts) : new Entries.Flat(output, counts);
    }

    private Made finish(Draft draft, List<? extends Operand> results) {
        Operand all = results.size() == 1
                ? results.get(0)
                : new Records(subject).pack(draft.out, "Jacobian", subject.independents(), List.copyOf(results));
        return draft.finish(subject.base() + kind.ending(), all);
    }
}
