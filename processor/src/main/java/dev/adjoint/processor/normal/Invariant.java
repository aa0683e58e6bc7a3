package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.Set;

/**
 * Whether an expression keeps its value throughout a loop: it is made of constants, unwritten locals, arithmetic, components,
 * lengths, and elements of arrays that the loop does not write into.
 */
record Invariant(Set<Local> written, ArrayWrites writes, Local counter) {
    boolean holds(Tree.Expression e) {
        if (e instanceof Tree.Name name) {
            return name.local() != counter && !written.contains(name.local());
        } else if (e instanceof Tree.Operation operation) {
            return operation.args().stream().allMatch(this::holds);
        } else if (e instanceof Tree.Length length) {
            return holds(length.array());
        } else if (e instanceof Tree.Component component) {
            return holds(component.record());
        } else if (e instanceof Tree.Element element) {
            Type array = element.array().type();
            return array != null && !writes.mayReach(array) && holds(element.array()) && holds(element.index());
        }
        return e instanceof Tree.Constant;
    }
}
