package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which arrays are said to be used anew by each iteration: {@code a} in {@code for k < n: ...}. */
class ScratchTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);
    private static final Literal ZERO = Literal.of(0);
    private static final Literal ONE = Literal.of(1.0);

    private final Var n = new Var("n", Primitive.INT);
    private final Var m = new Var("m", Primitive.INT);
    private final Var a = new Var("a", ARRAY);

    /** The loops of the function that start with using an array anew. */
    private static long renewals(Function function) {
        return IrPrinter.print(Scratch.run(function))
                .lines()
                .filter(line -> line.contains("reuse("))
                .count();
    }

    private static void each(BlockBuilder out, Operand from, Operand to, Consumer<Each> body) {
        Var i = new Var("i", Primitive.INT);
        BlockBuilder inside = new BlockBuilder();
        body.accept(new Each(inside, i));
        out.add(new Stmt.For(i, from, Relation.LT, to, 1, Carried.NONE, inside.build()));
    }

    private record Each(BlockBuilder out, Var i) {}

    private void fill(BlockBuilder out, Operand from, Operand to) {
        each(out, from, to, e -> e.out().add(new Stmt.Store(a, e.i(), ONE)));
    }

    private void read(BlockBuilder out, Operand index) {
        out.let("read", new Expr.Load(a, index));
    }

    /** {@code a = new double[n]; for (k < n) body; after}. */
    private Function function(Operand length, Consumer<BlockBuilder> body, Consumer<BlockBuilder> after) {
        BlockBuilder out = new BlockBuilder();
        out.add(new Stmt.Let(a, new Expr.NewArray(ARRAY, List.of(length))));
        each(out, ZERO, n, k -> body.accept(k.out()));
        after.accept(out);
        return new Function(new Function.Key("f", "f"), List.of(n, m), out.build(List.of(ONE)), Primitive.DOUBLE);
    }

    private void renewed(int times, Operand length, Consumer<BlockBuilder> body) {
        assertEquals(times, renewals(function(length, body, after -> {})));
    }

    @Test
    void anArrayFilledBeforeItIsReadIsScratch() {
        renewed(1, n, body -> {
            fill(body, ZERO, n);
            read(body, m);
        });
    }

    @Test
    void soIsOneWhoseFewElementsAreAllWritten() {
        renewed(1, Literal.of(2), body -> {
            body.add(new Stmt.Store(a, Literal.of(1), ONE));
            body.add(new Stmt.Store(a, ZERO, ONE));
            read(body, m);
        });
    }

    @Test
    void soIsOneFilledAtOnce() {
        renewed(1, n, body -> {
            body.add(new Stmt.Fill(a, ZERO, n, ONE));
            body.add(new Stmt.Accumulate(a, m, ONE));
        });
    }

    @Test
    void anElementReadTooEarlyIsHandedOn() {
        renewed(0, n, body -> {
            read(body, m);
            fill(body, ZERO, n);
        });
    }

    @Test
    void aSumNeedsWhatIsThere() {
        renewed(0, n, body -> {
            body.add(new Stmt.Accumulate(a, m, ONE));
            fill(body, ZERO, n);
        });
    }

    @Test
    void anArrayFilledInPartIsNotScratch() {
        renewed(0, n, body -> {
            fill(body, ZERO, m);
            read(body, m);
        });
        renewed(0, n, body -> {
            fill(body, Literal.of(1), n);
            read(body, ZERO);
        });
    }

    @Test
    void everyPathMustFillIt() {
        Var condition = new Var("c", Primitive.BOOLEAN);
        BlockBuilder filled = new BlockBuilder();
        fill(filled, ZERO, n);
        Block arm = filled.build();
        renewed(0, n, body -> {
            body.add(new Stmt.If(condition, arm, Block.EMPTY, List.of()));
            read(body, m);
        });
        renewed(1, n, body -> {
            body.add(new Stmt.If(condition, arm, arm, List.of()));
            read(body, m);
        });
    }

    @Test
    void whatIsReadAfterTheLoopIsNotScratch() {
        Function f = function(n, body -> fill(body, ZERO, n), after -> read(after, ZERO));
        assertEquals(0, renewals(f));
    }

    @Test
    void whatIsHandedToAnotherIsNotScratch() {
        Function f = function(n, body -> fill(body, ZERO, n), after -> after.let("b", new Expr.Copy(a)));
        assertEquals(0, renewals(f));
    }

    @Test
    void theLengthMayBeAskedFor() {
        Function f = function(n, body -> fill(body, ZERO, n), after -> after.let("b", new Expr.Length(a)));
        assertEquals(1, renewals(f));
    }

    @Test
    void eachLoopThatFillsItUsesItAnew() {
        Function f = function(
                n,
                body -> fill(body, ZERO, n),
                after -> each(after, ZERO, m, k -> {
                    fill(k.out(), ZERO, n);
                    read(k.out(), k.i());
                }));
        assertEquals(2, renewals(f));
    }

    @Test
    void theInnermostSuchLoopIsTaken() {
        Function f = function(n, body -> each(body, ZERO, m, k -> fill(k.out(), ZERO, n)), after -> {});
        String text = IrPrinter.print(Scratch.run(f));
        assertEquals(
                4,
                text.lines()
                                        .filter(l -> l.contains("reuse("))
                                        .findFirst()
                                        .orElseThrow()
                                        .indexOf("double")
                                / 2
                        + 1);
    }

    @Test
    void anArrayMadeInsideIsNewAnyway() {
        BlockBuilder out = new BlockBuilder();
        each(out, ZERO, n, k -> {
            k.out().add(new Stmt.Let(a, new Expr.NewArray(ARRAY, List.of(n))));
            fill(k.out(), ZERO, n);
            read(k.out(), m);
        });
        Function f = new Function(new Function.Key("f", "f"), List.of(n, m), out.build(List.of(ONE)), Primitive.DOUBLE);
        assertEquals(0, renewals(f));
    }
}
