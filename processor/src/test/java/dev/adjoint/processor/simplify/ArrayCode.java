package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A function under construction, for tests of what becomes of arrays of derivatives: {@code a} and {@code b} are made in it, of
 * {@code n} elements, as {@code own} is, which holds values; {@code g} is the caller's.
 */
final class ArrayCode {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);
    static final Literal ZERO = Literal.of(0);
    static final Literal NOTHING = Literal.of(0.0);

    final Var n = new Var("n", Primitive.INT);
    final Var m = new Var("m", Primitive.INT);
    final Var x = new Var("x", Primitive.DOUBLE);
    final Var g = new Var("g", ARRAY);
    final Var values = new Var("values", ARRAY);
    final Var a = new Var("a", ARRAY);
    final Var b = new Var("b", ARRAY);
    final Var own = new Var("own", ARRAY);
    final Set<Var> derivative = new HashSet<>(Set.of(g, a, b));
    private BlockBuilder out = new BlockBuilder();

    ArrayCode() {
        out.add(new Stmt.Let(a, new Expr.NewArray(ARRAY, List.of(n))));
        out.add(new Stmt.Let(b, new Expr.NewArray(ARRAY, List.of(n))));
        out.add(new Stmt.Let(own, new Expr.NewArray(ARRAY, List.of(n))));
    }

    void add(Stmt statement) {
        out.add(statement);
    }

    void store(Var array, Operand index, Operand value) {
        out.add(new Stmt.Store(array, index, value));
    }

    void sum(Var array, Operand index, Operand value) {
        out.add(new Stmt.Accumulate(array, index, value));
    }

    Var read(Var array, Operand index) {
        return out.let("read", new Expr.Load(array, index));
    }

    Var plus(Operand left, Operand right) {
        return out.infix("s", "+", left, right);
    }

    /** {@code for (int i = 0; i < n; i++)}. */
    void each(Consumer<Var> body) {
        up(ZERO, n, body);
    }

    void up(Operand from, Operand to, Consumer<Var> body) {
        loop(from, Relation.LT, to, 1, body);
    }

    /** {@code for (int i = n - 1; i >= 0; i--)}. */
    void down(Consumer<Var> body) {
        loop(out.infix("last", "-", n, Literal.of(1)), Relation.GE, ZERO, -1, body);
    }

    void loop(Operand from, Relation relation, Operand bound, int step, Consumer<Var> body) {
        Var i = new Var("i", Primitive.INT);
        Block inside = inside(() -> body.accept(i));
        out.add(new Stmt.For(i, from, relation, bound, step, Carried.NONE, inside));
    }

    void when(Operand condition, Runnable then) {
        out.add(new Stmt.If(condition, inside(then), Block.EMPTY, List.of()));
    }

    /** {@code try { body } catch (RuntimeException e) {}}. */
    void attempt(Runnable body) {
        Var caught = new Var("e", new OpaqueType("RuntimeException"));
        Stmt.Handler handler = new Stmt.Handler("RuntimeException", caught, Block.EMPTY);
        out.add(new Stmt.Try(inside(body), List.of(handler), null, List.of()));
    }

    Var isPositive(Operand number) {
        return out.compare("c", ">", number, NOTHING);
    }

    private Block inside(Runnable statements) {
        BlockBuilder outer = out;
        out = new BlockBuilder();
        statements.run();
        Block block = out.build();
        out = outer;
        return block;
    }

    Var minus(Operand left, Operand right) {
        return out.infix("d", "-", left, right);
    }

    /** {@code Math.max(number, 0)}. */
    Var natural(Operand number) {
        return out.apply("natural", Op.math("max", Primitive.INT, 2), number, ZERO);
    }

    /** What the pass makes of the function, as text. */
    String after(BiFunction<Function, Set<Var>, Function> pass, Operand result) {
        Function before = new Function(
                new Function.Key("f", "f"), List.of(n, m, x, g, values), out.build(List.of(result)), Primitive.DOUBLE);
        IrVerifier.verify(before);
        Function after = pass.apply(before, derivative);
        IrVerifier.verify(after);
        return IrPrinter.print(after);
    }

    String after(BiFunction<Function, Set<Var>, Function> pass) {
        return after(pass, x);
    }
}
