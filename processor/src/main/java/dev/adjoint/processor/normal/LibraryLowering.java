package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.source.Tree.Library;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The array operations of the library in terms of the intermediate representation's own. */
final class LibraryLowering {
    private static final Operand ZERO = Literal.of(0);

    private final BlockBuilder out;
    private final String name;

    LibraryLowering(BlockBuilder out, String name) {
        this.out = out;
        this.name = name;
    }

    Operand lower(Library.Kind kind, List<Operand> args, @Nullable Type type) {
        return switch (kind) {
            case CLONE -> out.let(name, new Expr.Clone(args.get(0)));
            case COPY_OF -> copyOf(args.get(0), ZERO, args.get(1));
            case COPY_OF_RANGE -> copyOfRange(args.get(0), args.get(1), args.get(2));
            case STREAM_SUM -> compensatedSum(args.get(0));
            case REQUIRE_NON_NULL -> requireNonNull(args);
            case CONSTANT -> throw new IllegalArgumentException("a constant is no operation");
            case ARRAYCOPY ->
                effect(
                        args.get(0),
                        new Stmt.CopyRange(args.get(0), args.get(1), args.get(2), args.get(3), args.get(4)));
            case FILL ->
                effect(
                        args.get(0),
                        new Stmt.Fill(args.get(0), ZERO, out.let("n", new Expr.Length(args.get(0))), args.get(1)));
            case FILL_RANGE -> effect(args.get(0), new Stmt.Fill(args.get(0), args.get(1), args.get(2), args.get(3)));
        };
    }

    /**
     * The library sums with compensation, and not by a specified order: its value is taken as it is, and the derivative is
     * that of the plain sum.
     */
    private Operand compensatedSum(Operand array) {
        List<String> pieces = List.of("java.util.Arrays.stream(", ").sum()");
        Var value = out.let(name, new Foreign(pieces, List.of(array), Primitive.DOUBLE, Foreign.Effect.READS));
        Var i = new Var("i", Primitive.INT);
        Var partial = new Var("sum", Primitive.DOUBLE);
        Var plain = new Var("sum", Primitive.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Var next = body.infix("sum", "+", partial, body.let("t", new Expr.Load(array, i)));
        Stmt.Carried carried = new Stmt.Carried(List.of(partial), List.of(Literal.of(0.0)), List.of(plain));
        Var length = out.let("n", new Expr.Length(array));
        out.add(new Stmt.For(i, ZERO, Stmt.Relation.LT, length, 1, carried, body.build(List.of(next))));
        return out.apply(name, Op.valueOf(Primitive.DOUBLE), value, plain);
    }

    private Operand effect(Operand array, Stmt statement) {
        out.add(statement);
        return array;
    }

    /** A null argument makes the check throw; the value is the argument itself, so that derivatives flow through it. */
    private Operand requireNonNull(List<Operand> args) {
        List<String> pieces = args.size() == 1
                ? List.of("java.util.Objects.requireNonNull(", ")")
                : List.of("java.util.Objects.requireNonNull(", ", ", ")");
        out.add(new Stmt.Do(new Foreign(pieces, args, args.get(0).type(), Foreign.Effect.READS)));
        return args.get(0);
    }

    private Operand copyOfRange(Operand array, Operand from, Operand to) {
        Operand length = out.infix("n", "-", to, from);
        Operand backwards = out.compare("t", ">", from, to);
        BlockBuilder wrong = new BlockBuilder();
        Var exception = wrong.let(
                "e",
                new Foreign(
                        List.of("new java.lang.IllegalArgumentException(", " + \" > \" + ", ")"),
                        List.of(from, to),
                        new dev.adjoint.processor.ir.OpaqueType("java.lang.IllegalArgumentException"),
                        Foreign.Effect.READS));
        wrong.add(new Stmt.Throw(exception));
        out.add(new Stmt.If(backwards, wrong.build(), dev.adjoint.processor.ir.Block.EMPTY, List.of()));
        return copyOf(array, from, length);
    }

    /** A new array of that length with what the old one has from {@code from} on, and zeros beyond its end. */
    private Operand copyOf(Operand array, Operand from, Operand length) {
        Var copy = out.let(name, new Expr.NewArray((ArrayType) array.type(), List.of(length)));
        Operand available = out.infix("t", "-", out.let("n", new Expr.Length(array)), from);
        Op min = Op.math("min", Primitive.INT, 2);
        out.add(new Stmt.CopyRange(array, from, copy, ZERO, out.apply("t", min, available, length)));
        return copy;
    }
}
