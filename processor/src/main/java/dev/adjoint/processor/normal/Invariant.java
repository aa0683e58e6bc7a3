package dev.adjoint.processor.normal;

import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.Set;

/**
 * Whether an expression keeps its value throughout a loop: it is made of constants, unwritten locals, arithmetic and the
 * lengths of arrays (rows are left out: a row can be replaced).
 */
record Invariant(Set<Local> written, Local counter) {
    boolean holds(Tree.Expression e) {
        if (e instanceof Tree.Name name) {
            return name.local() != counter && !written.contains(name.local());
        }
        if (e instanceof Tree.Operation operation) {
            return operation.args().stream().allMatch(this::holds);
        }
        if (e instanceof Tree.Length length) {
            return length.array() instanceof Tree.Name && holds(length.array());
        }
        return e instanceof Tree.Constant;
    }
}
