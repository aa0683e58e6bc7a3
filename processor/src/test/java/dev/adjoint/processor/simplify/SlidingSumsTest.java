package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import org.junit.jupiter.api.Test;

/** Which loops carry what they add to the elements of later iterations, and where the rest goes. */
class SlidingSumsTest {
    private final ArrayCode code = new ArrayCode();

    /** How many sums are left, in the loop and after it. */
    private String sums(int left) {
        String text = code.after(SlidingSums::run);
        assertEquals(left, text.lines().filter(l -> l.contains("] += ")).count(), text);
        return text;
    }

    private void add(Var counter, int... offsets) {
        for (int offset : offsets) {
            code.sum(code.a, code.plus(counter, Literal.of(offset)), code.x);
        }
    }

    @Test
    void theNextElementIsAddedToOnce() {
        code.up(ArrayCode.ZERO, code.m, i -> add(i, 0, 1));
        String text = sums(2);
        assertEquals(1, text.lines().filter(l -> l.contains("a[m] += ")).count(), text);
    }

    @Test
    void threeNeighboursAreAddedToOnce() {
        code.up(Literal.of(1), code.m, i -> add(i, -1, 0, 1, 0));
        sums(3);
    }

    @Test
    void downwardsTheElementBeforeIsTheNext() {
        code.loop(code.m, Relation.GE, Literal.of(1), -1, i -> add(i, 0, -1));
        sums(2);
    }

    @Test
    void oneElementHasNothingToCarry() {
        code.up(ArrayCode.ZERO, code.m, i -> add(i, 1, 1));
        sums(2);
    }

    @Test
    void farElementsAreLeft() {
        code.up(ArrayCode.ZERO, code.m, i -> add(i, 0, 9));
        sums(2);
    }

    @Test
    void anElementThatIsReadIsUpToDate() {
        code.up(ArrayCode.ZERO, code.m, i -> {
            add(i, 0, 1);
            code.sum(code.g, i, code.read(code.a, i));
        });
        sums(3);
    }

    @Test
    void anotherElementIsLeft() {
        code.up(ArrayCode.ZERO, code.m, i -> {
            add(i, 0, 1);
            code.sum(code.a, code.n, code.x);
        });
        sums(3);
    }

    @Test
    void sumsOfSomeIterationsAreLeft() {
        code.up(ArrayCode.ZERO, code.m, i -> {
            add(i, 0);
            code.when(code.isPositive(code.x), () -> add(i, 1));
        });
        sums(2);
    }

    @Test
    void aLoopByTwosIsLeft() {
        code.loop(ArrayCode.ZERO, Relation.LT, code.m, 2, i -> add(i, 0, 1));
        sums(2);
    }
}
