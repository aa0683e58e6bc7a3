package dev.adjoint.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
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

/** Which reads in {@code for (i = 1; i < n; i++)} or {@code for (i = n; i >= 1; i--)} no later write reaches. */
class OverwritesTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

    private final Var n = new Var("n", Primitive.INT);
    private final Var parameter = new Var("p", ARRAY);
    private final Var i = new Var("i", Primitive.INT);
    private final BlockBuilder out = new BlockBuilder();
    private final Var made = out.let("y", new Expr.NewArray(ARRAY, List.of(n)));
    private Expr.Load read;

    private Operand shifted(BlockBuilder inside, int by) {
        return inside.infix("k", "+", i, Literal.of(by));
    }

    private void read(BlockBuilder inside, Operand array, Operand index) {
        read = new Expr.Load(array, index);
        inside.let("e", read);
    }

    private static void write(BlockBuilder inside, Operand array, Operand index) {
        inside.add(new Stmt.Store(array, index, Literal.of(1.0)));
    }

    private boolean isLast(boolean up, Consumer<BlockBuilder> body) {
        BlockBuilder inside = new BlockBuilder();
        body.accept(inside);
        Block block = inside.build(List.of());
        out.add(
                up
                        ? new Stmt.For(i, Literal.of(1), Relation.LT, n, 1, Carried.NONE, block)
                        : new Stmt.For(i, n, Relation.GE, Literal.of(1), -1, Carried.NONE, block));
        Function f = new Function(new Function.Key("f", "f"), List.of(n, parameter), out.build(List.of()), null);
        return Overwrites.of(f.body(), Aliases.of(f), f.parameters()).isLast(read);
    }

    @Test
    void theElementBeforeIsWrittenNoMore() {
        assertTrue(isLast(true, in -> {
            read(in, made, shifted(in, -1));
            write(in, made, i);
        }));
    }

    @Test
    void downwardsItIsWrittenNext() {
        assertFalse(isLast(false, in -> {
            read(in, made, shifted(in, -1));
            write(in, made, i);
        }));
    }

    @Test
    void theElementAfterIsWrittenNext() {
        assertFalse(isLast(true, in -> {
            read(in, made, shifted(in, 1));
            write(in, made, i);
        }));
    }

    @Test
    void theElementItselfIsWrittenAfterwards() {
        assertFalse(isLast(true, in -> {
            read(in, made, i);
            write(in, made, i);
        }));
    }

    @Test
    void theElementItselfHasBeenWritten() {
        assertTrue(isLast(true, in -> {
            write(in, made, i);
            read(in, made, i);
        }));
    }

    @Test
    void aParameterMayBeAnotherOne() {
        assertFalse(isLast(true, in -> {
            write(in, parameter, i);
            read(in, parameter, i);
        }));
    }

    @Test
    void anUnknownIndexMayBeAny() {
        assertFalse(isLast(true, in -> {
            read(in, made, shifted(in, -1));
            write(in, made, in.infix("k", "*", i, i));
        }));
    }

    @Test
    void fillingWritesEverything() {
        assertFalse(isLast(true, in -> {
            read(in, made, shifted(in, -1));
            in.add(new Stmt.Fill(made, Literal.of(0), n, Literal.of(0.0)));
        }));
    }

    private boolean readsTheSixth(boolean onlyBelowThree) {
        return isLast(true, in -> {
            read(in, made, Literal.of(5));
            BlockBuilder then = new BlockBuilder();
            write(then, made, i);
            Operand test =
                    onlyBelowThree ? in.compare("t", "<", i, Literal.of(3)) : in.compare("t", ">", i, Literal.of(3));
            in.add(new Stmt.If(test, then.build(List.of()), Block.EMPTY, List.of()));
        });
    }

    @Test
    void aConditionKeepsTheWriteAway() {
        assertTrue(readsTheSixth(true));
    }

    @Test
    void anotherConditionDoesNot() {
        assertFalse(readsTheSixth(false));
    }
}
