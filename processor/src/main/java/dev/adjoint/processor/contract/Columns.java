package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a Jacobian, by forward mode: one unit direction after the other, or several at once.
 *
 * @param jvp the product in one direction
 * @param jvps that in several, or null
 */
record Columns(Function jvp, @Nullable Function jvps) {
    /**
     * Writes the code that fills in column after column.
     *
     * @param rows how many rows there are; null if that has to be found out
     */
    List<Operand> write(Draft draft, BlockBuilder out, Entries entries, @Nullable Operand rows) {
        boolean hasArrays =
                entries.counts.keySet().stream().anyMatch(p -> p.type().isArray());
        Directions directions = new Directions(out, draft.subject, draft.arguments());
        if (rows != null) {
            entries.openColumns(out, rows);
        } else if (hasArrays) {
            entries.openColumns(out, Units.count(out, directions.zero(out, "probe", jvp)));
        }
        Directions.Visit column = (body, parameter, k, product) -> {
            if (rows == null && !hasArrays) {
                entries.openColumns(body, Units.count(body, product));
            }
            entries.column(body, parameter, k, product);
        };
        for (Var parameter : entries.counts.keySet()) {
            if (jvps != null
                    && parameter.type().isArray()
                    && !parameter.type().element().isArray()) {
                directions.eachOfSeveral(out, parameter, this, column);
            } else {
                directions.each(out, parameter, Literal.of(0), jvp, column);
            }
        }
        return entries.results();
    }
}
