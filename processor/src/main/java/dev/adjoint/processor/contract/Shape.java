package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Leaves;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A parameter as the user sees it, with the parameters that stand for its leaves in the flattened function: itself for a
 * number or an array, the components for a record.
 */
record Shape(Var value, List<Var> parts) {

    Type type() {
        return value.type();
    }

    boolean isRecord() {
        return Leaves.splits(type());
    }

    /** The leaves that can have derivatives. */
    List<Var> leaves() {
        return parts.stream().filter(p -> p.type().differentiable()).toList();
    }

    /** Binds the leaves, given the record. */
    void unpack(BlockBuilder out, BiConsumer<Var, Operand> bind) {
        List<Operand> values = Leaves.unpack(out, value);
        for (int i = 0; i < parts.size(); i++) {
            bind.accept(parts.get(i), values.get(i));
        }
    }

    /** Pairs each leaf that can have derivatives with the same place of another value of this type. */
    void pair(BlockBuilder out, Operand other, BiConsumer<Var, Operand> each) {
        List<Operand> values = Leaves.unpack(out, other);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type().differentiable()) {
                each.accept(parts.get(i), values.get(i));
            }
        }
    }

    /** A value of this type made of what is given for each leaf; leaves without derivatives are copied. */
    Operand pack(BlockBuilder out, String name, Function<Var, Operand> leaf) {
        List<Operand> values = parts.stream()
                .map(p -> p.type().differentiable() ? leaf.apply(p) : p)
                .toList();
        return Leaves.pack(out, name, type(), values);
    }

    static Stmt bind(Var leaf, Operand value) {
        return new Stmt.Let(leaf, new Expr.Copy(value));
    }
}
