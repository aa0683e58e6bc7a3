package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import java.util.function.UnaryOperator;

/**
 * Makes the shadow of what a statement makes zero again where a reverse sweep is through with it, as it was at the start,
 * so that the sweep can run again.
 *
 * @param out the reverse sweep
 * @param here gives what a value of the forward sweep is there
 */
record Restoration(BlockBuilder out, UnaryOperator<Operand> here) {
    /** Whether the expression makes an array with all the numbers that can be reached through it. */
    static boolean isFilled(Expr value) {
        return value.type().isArray()
                && ((ArrayType) value.type()).base() instanceof Primitive
                && !isReference(value)
                && (!(value instanceof Expr.NewArray array)
                        || array.dimensions().size() == array.arrayType().rank());
    }

    /** Whether there are numbers behind the value that the shadows of others have, or that are zero already. */
    private static boolean isReference(Expr value) {
        boolean ofRows = value.type().element().isArray();
        return value instanceof Expr.Copy
                || value instanceof Expr.Load
                || value instanceof Expr.Field
                || value instanceof Expr.Grow
                || value instanceof Expr.Reuse
                || (ofRows && (value instanceof Expr.ArrayOf || value instanceof Expr.Clone));
    }

    /** Clears the shadow of what the expression makes. */
    void of(Expr value, Operand shadow) {
        if (value instanceof Expr.Construct construct) {
            boxes(construct, shadow);
        } else if (isFilled(value)) {
            Arrays.clear(out, here.apply(shadow));
        }
    }

    private void boxes(Expr.Construct value, Operand shadow) {
        for (int i = 0; i < value.components().size(); i++) {
            if (value.components().get(i).type().isFloating()) {
                RecordType.Component component = value.recordType().components().get(i);
                Operand box = out.let("bar", new Expr.Field(here.apply(shadow), component.name()));
                out.add(new Stmt.Store(box, Literal.of(0), Literal.zero(component.type())));
            }
        }
    }
}
