package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an expression or statement takes: a variable or a literal. */
public sealed interface Operand permits Var, Literal {
    Type type();

    /** The operands with others in their place; the same list if all of them stay, so that no change is easily seen. */
    static <T extends Operand> List<T> replaced(List<T> operands, UnaryOperator<T> by) {
        List<T> changed = null;
        for (int i = 0; i < operands.size(); i++) {
            T old = operands.get(i);
            T next = by.apply(old);
            if (next != old) {
                changed = changed == null ? new ArrayList<>(operands) : changed;
                changed.set(i, next);
            }
        }
        return changed == null ? operands : changed;
    }
}
