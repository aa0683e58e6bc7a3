package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Records taken apart: a differentiable record is the list of its components, and an array of such records is one array for
 * each component. What is left are numbers, arrays of numbers, and values without derivatives, here called leaves.
 */
public final class Leaves {
    private Leaves() {}

    /** Whether values of the type are taken apart. */
    public static boolean splits(Type type) {
        return base(type) instanceof RecordType record && !record.isKept() && record.differentiable();
    }

    private static Type base(Type type) {
        return type instanceof ArrayType array ? array.base() : type;
    }

    /** The variables that stand for the leaves of a variable; just itself if it is not taken apart. */
    public static List<Var> of(Var value) {
        if (!splits(value.type())) {
            return List.of(value);
        }
        List<Var> all = new ArrayList<>();
        for (RecordType.Component c : ((RecordType) base(value.type())).components()) {
            all.addAll(of(new Var(join(value.name(), c.name()), lifted(value.type(), c.type()))));
        }
        return all;
    }

    private static String join(String name, String component) {
        return name + Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }

    /** The component's type under as many dimensions as the array of records has. */
    private static Type lifted(Type outer, Type component) {
        return outer instanceof ArrayType array ? new ArrayType(lifted(array.element(), component)) : component;
    }

    /** How many leaves a type has. */
    public static int count(Type type) {
        return of(new Var("r", type)).size();
    }

    /** Where a component's leaves start among those of its record. */
    static int start(RecordType record, String component) {
        int start = 0;
        for (RecordType.Component c : record.components()) {
            if (c.name().equals(component)) {
                return start;
            }
            start += count(c.type());
        }
        throw new IllegalArgumentException("record " + record + " has no component " + component);
    }

    /** Reads all leaves of a value. */
    public static List<Operand> unpack(BlockBuilder out, Operand value) {
        if (!splits(value.type())) {
            return List.of(value);
        }
        String name = value instanceof Var var ? var.name() : "r";
        List<Var> leaves = of(new Var(name, value.type()));
        if (value instanceof Literal) {
            return leaves.stream().map(v -> (Operand) Literal.zero(v.type())).toList();
        }
        return value.type().isArray() ? unpackArray(out, value, leaves) : unpackRecord(out, value, name);
    }

    private static List<Operand> unpackRecord(BlockBuilder out, Operand value, String name) {
        List<Operand> all = new ArrayList<>();
        for (RecordType.Component c : ((RecordType) value.type()).components()) {
            Var component = out.let(join(name, c.name()), new Expr.Field(value, c.name()));
            all.addAll(unpack(out, component));
        }
        return all;
    }

    private static List<Operand> unpackArray(BlockBuilder out, Operand value, List<Var> leaves) {
        Var length = out.let("n", new Expr.Length(value));
        List<Operand> arrays = new ArrayList<>();
        for (Var leaf : leaves) {
            arrays.add(out.let(leaf.name(), new Expr.NewArray((ArrayType) leaf.type(), List.of(length))));
        }
        each(out, length, (body, i) -> {
            List<Operand> elements = unpack(body, body.let("r", new Expr.Load(value, i)));
            for (int k = 0; k < arrays.size(); k++) {
                body.add(new Stmt.Store(arrays.get(k), i, elements.get(k)));
            }
        });
        return arrays;
    }

    /** Makes a value of the type from its leaves. */
    public static Operand pack(BlockBuilder out, String name, Type type, List<? extends Operand> leaves) {
        return pack(out, name, type, leaves.iterator());
    }

    private static Operand pack(BlockBuilder out, String name, Type type, Iterator<? extends Operand> leaves) {
        if (!splits(type)) {
            return leaves.next();
        }
        if (type instanceof ArrayType array) {
            List<Operand> taken = new ArrayList<>();
            for (int i = count(type); i > 0; i--) {
                taken.add(leaves.next());
            }
            return packArray(out, name, array, taken);
        }
        RecordType record = (RecordType) type;
        List<Operand> components = new ArrayList<>();
        for (RecordType.Component c : record.components()) {
            components.add(pack(out, join(name, c.name()), c.type(), leaves));
        }
        return out.let(name, new Expr.Construct(record, components));
    }

    private static Operand packArray(BlockBuilder out, String name, ArrayType type, List<Operand> leaves) {
        Var length = out.let("n", new Expr.Length(leaves.get(0)));
        Var packed = out.let(name, new Expr.NewArray(type, List.of(length)));
        each(out, length, (body, i) -> {
            List<Operand> elements = new ArrayList<>();
            leaves.forEach(leaf -> elements.add(body.let("t", new Expr.Load(leaf, i))));
            body.add(new Stmt.Store(packed, i, pack(body, name, type.element(), elements)));
        });
        return packed;
    }

    private static void each(BlockBuilder out, Operand length, java.util.function.BiConsumer<BlockBuilder, Var> body) {
        Var i = new Var("i", Primitive.INT);
        BlockBuilder inside = new BlockBuilder();
        body.accept(inside, i);
        Stmt.Carried none = Stmt.Carried.NONE;
        out.add(new Stmt.For(i, Literal.of(0), Stmt.Relation.LT, length, 1, none, inside.build()));
    }
}
