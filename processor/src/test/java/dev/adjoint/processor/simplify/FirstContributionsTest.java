package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import org.junit.jupiter.api.Test;

/** Which sums into arrays of zeros become plain writes. */
class FirstContributionsTest {
    private final ArrayCode code = new ArrayCode();

    private void sums(int left) {
        String text = code.after(FirstContributions::run);
        assertEquals(left, text.lines().filter(l -> l.contains("] += ")).count(), text);
    }

    @Test
    void theFirstContributionToAnArrayDefinesTheElement() {
        code.sum(code.a, code.m, code.x);
        code.sum(code.a, code.n, code.x);
        sums(1);
    }

    @Test
    void differentConstantsAreDifferentElements() {
        code.sum(code.a, Literal.of(1), code.x);
        code.sum(code.a, Literal.of(0), code.x);
        code.sum(code.a, Literal.of(1), code.x);
        sums(1);
    }

    @Test
    void eachIterationDefinesItsOwnElement() {
        code.each(i -> code.sum(code.a, i, code.x));
        sums(0);
    }

    @Test
    void anElementThatTwoIterationsAddToIsNotDefined() {
        code.each(i -> {
            code.sum(code.a, i, code.x);
            code.sum(code.a, code.m, code.x);
        });
        sums(2);
    }

    @Test
    void theSecondLoopAdds() {
        code.each(i -> code.sum(code.a, i, code.x));
        code.each(i -> code.sum(code.a, i, code.x));
        sums(1);
    }

    @Test
    void whatALoopClearsIsZeroAgain() {
        code.each(step -> {
            code.each(i -> code.sum(code.a, i, code.x));
            code.down(i -> {
                code.sum(code.g, code.m, code.read(code.a, i));
                code.store(code.a, i, ArrayCode.NOTHING);
            });
        });
        sums(1);
    }

    @Test
    void whatALoopClearsInPartIsNot() {
        code.each(step -> {
            code.each(i -> code.sum(code.a, i, code.x));
            code.up(ArrayCode.ZERO, code.m, i -> code.store(code.a, i, ArrayCode.NOTHING));
        });
        sums(1);
    }

    @Test
    void anElementThatIsClearedMakesTheArrayZeroAgain() {
        code.each(i -> {
            code.sum(code.a, code.m, code.x);
            code.store(code.a, code.m, ArrayCode.NOTHING);
        });
        sums(0);
    }

    @Test
    void anElementThatMayBeAnotherOneDoesNot() {
        code.each(i -> {
            code.sum(code.a, code.m, code.x);
            code.store(code.a, i, ArrayCode.NOTHING);
        });
        sums(1);
    }

    @Test
    void anArrayOfTheCallerIsZeroOnceItIsFilled() {
        code.each(i -> code.sum(code.g, i, code.x));
        Stmt.Let length = new Stmt.Let(new Var("l", Primitive.INT), new Expr.Length(code.g));
        code.add(length);
        code.add(new Stmt.Fill(code.g, ArrayCode.ZERO, length.target(), ArrayCode.NOTHING));
        code.each(i -> code.sum(code.g, i, code.x));
        sums(1);
    }

    @Test
    void whatOneArmDefinesIsNotZeroAfterTheBranch() {
        code.when(code.isPositive(code.x), () -> code.sum(code.a, code.m, code.x));
        code.sum(code.a, code.m, code.x);
        sums(1);
    }
}
