package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a Jacobian, by forward mode: one unit direction after the other. */
final class Columns {
    private final Draft draft;
    private final Function jvp;

    Columns(Draft draft, Function jvp) {
        this.draft = draft;
        this.jvp = jvp;
    }

    /**
     * Writes the code that fills in column after column.
     *
     * @param rows how many rows there are; null if that has to be found out
     */
    List<Operand> write(BlockBuilder out, Entries entries, @Nullable Operand rows) {
        boolean hasArrays =
                entries.counts.keySet().stream().anyMatch(p -> p.type().isArray());
        Directions directions = new Directions(out, draft.subject, draft.arguments());
        if (rows != null) {
            entries.openColumns(out, rows);
        } else if (hasArrays) {
            entries.openColumns(out, Units.count(out, directions.zero(out, "probe", jvp)));
        }
        for (Var parameter : entries.counts.keySet()) {
            directions.each(out, parameter, Literal.of(0), jvp, (body, k, column) -> {
                if (rows == null && !hasArrays) {
                    entries.openColumns(body, Units.count(body, column));
                }
                entries.column(body, parameter, k, column);
            });
        }
        return entries.results();
    }
}
