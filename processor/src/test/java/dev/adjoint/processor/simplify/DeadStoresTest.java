package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Stmt.Relation;
import org.junit.jupiter.api.Test;

/** Which writes are left out because nobody reads what they leave. */
class DeadStoresTest {
    private final ArrayCode code = new ArrayCode();

    private void clears(int left) {
        String text = code.after(DeadStores::run);
        assertEquals(left, text.lines().filter(l -> l.contains("] = 0")).count(), text);
    }

    /** {@code sum += a[i]; a[i] = 0}. */
    private void takeAndClear() {
        code.down(i -> {
            code.sum(code.g, code.m, code.read(code.a, i));
            code.store(code.a, i, ArrayCode.NOTHING);
        });
    }

    @Test
    void whatTheNextIterationOverwritesIsNotCleared() {
        code.each(step -> {
            code.each(i -> code.store(code.a, i, code.x));
            takeAndClear();
        });
        clears(0);
    }

    @Test
    void whatTheNextIterationAddsToIsCleared() {
        code.each(step -> {
            code.each(i -> code.sum(code.a, i, code.x));
            takeAndClear();
        });
        clears(1);
    }

    @Test
    void whatTheNextIterationOverwritesInPartIsCleared() {
        code.each(step -> {
            code.up(Literal.of(1), code.n, i -> code.store(code.a, i, code.x));
            takeAndClear();
        });
        clears(1);
    }

    @Test
    void whatIsOverwrittenOnlySometimesIsCleared() {
        code.each(step -> {
            code.each(i -> code.when(code.isPositive(code.x), () -> code.store(code.a, i, code.x)));
            takeAndClear();
        });
        clears(1);
    }

    @Test
    void whatAnotherIterationReadsIsCleared() {
        code.each(i -> {
            code.store(code.a, i, ArrayCode.NOTHING);
            code.sum(code.g, i, code.read(code.a, code.m));
        });
        clears(1);
    }

    @Test
    void whatIsReadAfterwardsIsCleared() {
        code.each(i -> code.store(code.a, i, ArrayCode.NOTHING));
        code.sum(code.g, code.m, code.read(code.a, code.m));
        clears(1);
    }

    @Test
    void aLoopOverEverySecondElementDoesNotOverwriteTheArray() {
        code.each(step -> {
            code.loop(ArrayCode.ZERO, Relation.LT, code.n, 2, i -> code.store(code.a, i, code.x));
            takeAndClear();
        });
        clears(1);
    }

    @Test
    void anArrayOfTheCallerIsCleared() {
        code.each(i -> code.store(code.g, i, ArrayCode.NOTHING));
        clears(1);
    }
}
