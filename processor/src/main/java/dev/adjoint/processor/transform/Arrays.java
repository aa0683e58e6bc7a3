package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.function.BiConsumer;

/** Whole-array code in the intermediate representation: copies, zeros of the same shape, sums. */
public final class Arrays {
    private static final Literal ZERO = Literal.of(0);

    private Arrays() {}

    /** {@code for (int i = 0; i < length; i++)} with that body. */
    public static void each(BlockBuilder out, Operand length, BiConsumer<BlockBuilder, Var> body) {
        Var i = new Var("i", Primitive.INT);
        BlockBuilder inside = new BlockBuilder();
        body.accept(inside, i);
        out.add(new Stmt.For(i, ZERO, Relation.LT, length, 1, Carried.NONE, inside.build()));
    }

    /** A new array of the shape of {@code model}, ragged rows included, filled with zeros. */
    public static Var zerosLike(BlockBuilder out, String name, Operand model) {
        ArrayType type = (ArrayType) model.type();
        Var length = out.let("n", new Expr.Length(model));
        Var zeros = out.let(name, new Expr.NewArray(type, List.of(length)));
        if (type.element().isArray()) {
            each(out, length, (inside, i) -> {
                Var row = inside.let("row", new Expr.Load(model, i));
                inside.add(new Stmt.Store(zeros, i, zerosLike(inside, name, row)));
            });
        }
        return zeros;
    }

    /** A copy of the array and of all that it holds. */
    public static Var deepCopy(BlockBuilder out, String name, Operand array) {
        Var copy = out.let(name, new Expr.Clone(array));
        if (array.type().element().isArray()) {
            Var length = out.let("n", new Expr.Length(array));
            each(out, length, (inside, i) -> {
                Var row = inside.let("row", new Expr.Load(array, i));
                inside.add(new Stmt.Store(copy, i, deepCopy(inside, name, row)));
            });
        }
        return copy;
    }

    /** A copy of an array of arrays down to the innermost ones, which are shared. */
    public static Var copyOfRows(BlockBuilder out, String name, Operand array) {
        Var copy = out.let(name, new Expr.Clone(array));
        if (array.type().element().element().isArray()) {
            Var length = out.let("n", new Expr.Length(array));
            each(out, length, (inside, i) -> {
                Var row = inside.let("row", new Expr.Load(array, i));
                inside.add(new Stmt.Store(copy, i, copyOfRows(inside, name, row)));
            });
        }
        return copy;
    }

    /** {@code target[...] = source[...]}, for arrays of the same shape, down to the innermost ones. */
    static void overwrite(BlockBuilder out, Operand target, Operand source) {
        Var length = out.let("n", new Expr.Length(source));
        if (!source.type().element().isArray()) {
            out.add(new Stmt.CopyRange(source, ZERO, target, ZERO, length));
            return;
        }
        each(out, length, (inside, i) -> {
            Var row = inside.let("row", new Expr.Load(target, i));
            overwrite(inside, row, inside.let("row", new Expr.Load(source, i)));
        });
    }

    /** {@code target[...] += source[...]}, element by element. */
    public static void accumulate(BlockBuilder out, Operand target, Operand source) {
        Type element = target.type().element();
        Var length = out.let("n", new Expr.Length(source));
        each(out, length, (inside, i) -> {
            Var from = inside.let("t", new Expr.Load(source, i));
            if (element.isArray()) {
                accumulate(inside, inside.let("row", new Expr.Load(target, i)), from);
            } else {
                inside.add(new Stmt.Accumulate(target, i, from));
            }
        });
    }

    /** Sets all elements to zero. */
    public static void clear(BlockBuilder out, Operand array) {
        Type element = array.type().element();
        Var length = out.let("n", new Expr.Length(array));
        if (element.isArray()) {
            each(out, length, (inside, i) -> clear(inside, inside.let("row", new Expr.Load(array, i))));
        } else {
            out.add(new Stmt.Fill(array, ZERO, length, Literal.zero(element)));
        }
    }

    /** A copy of an array, with its rows, as it is now; anything else is itself. */
    static Operand snapshot(BlockBuilder out, Operand value) {
        return value instanceof Var array && array.type().isArray() ? deepCopy(out, array.name(), array) : value;
    }

    /** The sum of the products of the numbers of two arrays of one shape, computed in that type. */
    static Operand inner(BlockBuilder out, Operand left, Operand right, Primitive type) {
        Var partial = new Var("sum", type);
        Var total = new Var("sum", type);
        Var i = new Var("i", Primitive.INT);
        BlockBuilder inside = new BlockBuilder();
        Var a = inside.let("t", new Expr.Load(left, i));
        Var b = inside.let("t", new Expr.Load(right, i));
        Operand term = a.type().isArray()
                ? inner(inside, a, b, type)
                : inside.infix("t", "*", converted(inside, a, type), converted(inside, b, type));
        Var next = inside.infix("sum", "+", partial, term);
        Carried carried = new Carried(List.of(partial), List.of(Literal.zero(type)), List.of(total));
        Var length = out.let("n", new Expr.Length(left));
        out.add(new Stmt.For(i, ZERO, Relation.LT, length, 1, carried, inside.build(List.of(next))));
        return total;
    }

    private static Operand converted(BlockBuilder out, Var value, Primitive type) {
        return value.type() == type ? value : out.cast("t", value, type);
    }

    /** The sum of {@code array[from..to)}. */
    static Var sum(BlockBuilder out, Operand array, Operand from, Operand to) {
        Type type = array.type().element();
        Var i = new Var("i", Primitive.INT);
        Var partial = new Var("sum", type);
        Var total = new Var("sum", type);
        BlockBuilder inside = new BlockBuilder();
        Var element = inside.let("t", new Expr.Load(array, i));
        Var next = inside.infix("sum", "+", partial, element);
        Carried carried = new Carried(List.of(partial), List.of(Literal.zero(type)), List.of(total));
        out.add(new Stmt.For(i, from, Relation.LT, to, 1, carried, inside.build(List.of(next))));
        return total;
    }
}
