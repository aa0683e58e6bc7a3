package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An array by the names that it has in the forward sweep and in the mirror. */
record Room(Operand forward, Operand mirror) {
    /**
     * A number of elements.
     *
     * @param needs what it is computed from
     * @param count computes it
     */
    record Extent(List<Operand> needs, Function<BlockBuilder, Operand> count) {}

    /**
     * What an array is to be like.
     *
     * @param source the array of the function itself that it is, or null if it only keeps values
     */
    record Plan(
            String name,
            ArrayType type,
            List<Extent> extents,
            @Nullable Var source) {
        /** One such array for each of so many. */
        Plan times(Extent count) {
            List<Extent> all = new ArrayList<>(List.of(count));
            all.addAll(extents);
            return new Plan(name + "s", new ArrayType(type), all, source);
        }

        List<Operand> needs() {
            return extents.stream().flatMap(e -> e.needs().stream()).toList();
        }
    }
}
