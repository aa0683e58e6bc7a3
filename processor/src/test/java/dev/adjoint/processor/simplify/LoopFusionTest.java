package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which loops become one, and which do not. */
class LoopFusionTest {
    private final ArrayCode code = new ArrayCode();

    private void loops(int left) {
        String text = code.after(LoopFusion::run);
        assertEquals(left, text.lines().filter(l -> l.contains("for (")).count(), text);
    }

    @Test
    void anElementIsHandedOnWithinTheIteration() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.sum(code.g, i, code.read(code.a, i)));
        loops(1);
    }

    @Test
    void threeLoopsBecomeOne() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.sum(code.b, i, code.read(code.a, i)));
        code.each(i -> code.sum(code.g, code.m, code.read(code.b, i)));
        loops(1);
    }

    @Test
    void loopsThatShareNothingStayApart() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.sum(code.b, i, code.x));
        loops(2);
    }

    @Test
    void anElementOfAnotherIterationKeepsThemApart() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.sum(code.g, i, code.read(code.a, code.m)));
        loops(2);
    }

    @Test
    void soDoesAWriteOverWhatALaterIterationReads() {
        code.each(i -> {
            code.sum(code.b, i, code.read(code.a, code.m));
        });
        code.each(i -> {
            code.sum(code.g, i, code.read(code.b, i));
            code.store(code.a, i, ArrayCode.NOTHING);
        });
        loops(2);
    }

    @Test
    void loopsThatCountDifferentlyStayApart() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.up(ArrayCode.ZERO, code.m, i -> code.sum(code.g, i, code.read(code.a, i)));
        code.down(i -> code.sum(code.g, i, code.read(code.a, i)));
        loops(3);
    }

    @Test
    void whatIsNotADerivativeIsWrittenInItsOrder() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.store(code.values, i, code.read(code.a, i)));
        loops(2);
    }

    @Test
    void aDivisionThatMayThrowKeepsThemApart() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> {
            Var quotient = new Var("q", Primitive.INT);
            Expr divided = new Expr.Apply(Op.infix("/", Primitive.INT), List.of(code.n, i));
            code.add(new Stmt.Let(quotient, divided));
            code.sum(code.g, i, code.read(code.a, i));
        });
        loops(2);
    }

    @Test
    void aReadBetweenThemKeepsThemApart() {
        code.each(i -> code.sum(code.a, i, code.x));
        Var read = code.read(code.a, Literal.of(0));
        code.each(i -> code.sum(code.g, i, code.plus(read, code.read(code.a, i))));
        loops(2);
    }

    /** Loops over one array more each, which add it to {@code a}. */
    @Test
    void aLoopGetsNoMoreArraysThanThereAreRegisters() {
        List<Var> others = new ArrayList<>();
        for (int k = 0; k < 36; k++) {
            Var other = code.a.fresh();
            code.add(new Stmt.Let(other, new Expr.NewArray((ArrayType) other.type(), List.of(code.n))));
            others.add(other);
        }
        others.forEach(other -> code.each(i -> code.sum(code.a, i, code.read(other, i))));
        loops(4);
    }
}
