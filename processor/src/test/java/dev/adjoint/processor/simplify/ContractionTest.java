package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Var;
import org.junit.jupiter.api.Test;

/** Which arrays become one element of each iteration. */
class ContractionTest {
    private final ArrayCode code = new ArrayCode();

    private void contracted(int times) {
        String text = code.after(Contraction::run);
        assertEquals(times, text.lines().filter(l -> l.contains("of (1)")).count(), text);
    }

    /** {@code a[i] += x; g[m] += a[i]}. */
    private void through(Var i) {
        code.sum(code.a, i, code.x);
        code.sum(code.g, code.m, code.read(code.a, i));
    }

    @Test
    void anArrayThatOneLoopUsesOnceIs() {
        code.each(this::through);
        contracted(1);
    }

    @Test
    void soIsOneThatEveryIterationLeavesZero() {
        code.each(step -> code.each(i -> {
            through(i);
            code.store(code.a, i, ArrayCode.NOTHING);
        }));
        contracted(1);
    }

    @Test
    void soIsOneThatEveryIterationDefines() {
        code.each(step -> code.each(i -> {
            code.store(code.a, i, code.x);
            code.sum(code.g, code.m, code.read(code.a, i));
        }));
        contracted(1);
    }

    @Test
    void oneThatKeepsItsContentIsNot() {
        code.each(step -> code.each(this::through));
        contracted(0);
    }

    @Test
    void oneThatIsClearedSometimesIsNot() {
        code.each(step -> code.each(i -> {
            through(i);
            code.when(code.isPositive(code.x), () -> code.store(code.a, i, ArrayCode.NOTHING));
        }));
        contracted(0);
    }

    @Test
    void oneThatIsReadElsewhereIsNot() {
        code.each(this::through);
        code.sum(code.g, code.m, code.read(code.a, code.m));
        contracted(0);
    }

    @Test
    void oneOfWhichAnotherElementIsReadIsNot() {
        code.each(i -> {
            through(i);
            code.sum(code.g, code.m, code.read(code.a, code.m));
        });
        contracted(0);
    }

    @Test
    void oneOfTheCallerIsNot() {
        code.each(i -> code.sum(code.g, i, code.x));
        contracted(0);
    }
}
