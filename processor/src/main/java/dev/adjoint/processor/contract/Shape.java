package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as the sweeps see it: a number or an array, or a record taken apart into those.
 *
 * @param value the parameter, or the variable that stands for the component
 * @param component the name of the component in the record around it, null for a parameter
 * @param parts for a record, its components; those that are not differentiable have no parts of their own
 */
record Shape(Var value, @Nullable String component, List<Shape> parts) {

    /** The shape of a parameter. */
    static Shape of(Var parameter) {
        return of(parameter, null);
    }

    private static Shape of(Var value, @Nullable String component) {
        List<Shape> parts = new ArrayList<>();
        if (value.type() instanceof RecordType record && record.differentiable()) {
            record.components().forEach(c -> parts.add(of(new Var(c.name(), c.type()), c.name())));
        }
        return new Shape(value, component, parts);
    }

    Type type() {
        return value.type();
    }

    boolean isRecord() {
        return !parts.isEmpty();
    }

    /** The numbers and arrays in it that can have derivatives. */
    List<Shape> leaves() {
        if (!isRecord()) {
            return type().differentiable() ? List.of(this) : List.of();
        }
        return parts.stream().flatMap(p -> p.leaves().stream()).toList();
    }

    /** Binds the variables of all components, given the record. */
    void unpack(BlockBuilder out) {
        for (Shape part : parts) {
            out.add(new dev.adjoint.processor.ir.Stmt.Let(
                    part.value, new Expr.Field(value, java.util.Objects.requireNonNull(part.component))));
            part.unpack(out);
        }
    }

    /** Pairs each leaf with the same place of another value of this type. */
    void pair(BlockBuilder out, Operand other, BiConsumer<Var, Operand> each) {
        if (!isRecord()) {
            if (type().differentiable()) {
                each.accept(value, other);
            }
            return;
        }
        for (Shape part : parts) {
            if (part.type().differentiable()) {
                String name = java.util.Objects.requireNonNull(part.component);
                part.pair(out, out.let(name, new Expr.Field(other, name)), each);
            }
        }
    }

    /** A value of this type made of what is given for each leaf; components without derivatives are copied. */
    Operand pack(BlockBuilder out, String name, Function<Var, Operand> leaf) {
        if (!isRecord()) {
            return type().differentiable() ? leaf.apply(value) : value;
        }
        List<Operand> components = new ArrayList<>();
        for (Shape part : parts) {
            components.add(part.pack(out, part.value.name() + "Bar", leaf));
        }
        return out.let(name, new Expr.Construct((RecordType) type(), components));
    }
}
