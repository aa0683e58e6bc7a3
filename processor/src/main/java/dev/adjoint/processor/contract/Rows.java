package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Operand;

/** The rows of a Jacobian, by reverse mode. */
interface Rows {
    /** Runs what comes before all rows; gives an array of the shape of the result. */
    Operand evaluate(BlockBuilder out);

    /** Writes the code that fills in so many rows. */
    void write(BlockBuilder out, Entries entries, Operand count);
}
