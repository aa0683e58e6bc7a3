package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import org.junit.jupiter.api.Test;

/** What is known of counters of triangular loops. */
class TripCountsTest {
    private final ArrayCode code = new ArrayCode();

    private void lines(int times, String what) {
        String text = code.after((function, derivative) -> TripCounts.run(function));
        assertEquals(times, text.lines().filter(l -> l.contains(what)).count(), text);
    }

    /** {@code g[max(n - (i + more), 0)] += x}. */
    private void count(Var i, int more) {
        Operand from = more == 0 ? i : code.plus(i, Literal.of(more));
        code.sum(code.g, code.natural(code.minus(code.n, from)), code.x);
    }

    @Test
    void whatIsLeftBehindACounterIsNotNegative() {
        code.each(i -> {
            count(i, 0);
            count(i, 1);
        });
        lines(0, "max");
    }

    @Test
    void twoBehindItMayBe() {
        code.each(i -> count(i, 2));
        lines(1, "max");
    }

    @Test
    void downwardsToo() {
        code.down(i -> {
            count(i, 1);
            count(i, 2);
        });
        lines(1, "max");
    }

    @Test
    void aCounterThatMayBeNegativeTellsNothing() {
        code.up(code.m, code.n, i -> count(i, 0));
        lines(1, "max");
    }

    @Test
    void anotherEndTellsNothing() {
        code.up(ArrayCode.ZERO, code.m, i -> count(i, 0));
        lines(1, "max");
    }

    @Test
    void oneMoreThanACounterIsAboveIt() {
        code.each(i -> {
            Var from = code.plus(i, Literal.of(1));
            code.loop(code.n, Relation.GE, from, -1, r -> code.sum(code.g, r, code.x));
        });
        lines(1, " > i;");
    }

    @Test
    void oneMoreThanAnyNumberMayWrapAround() {
        Var from = code.plus(code.m, Literal.of(1));
        code.loop(code.n, Relation.GE, from, -1, r -> code.sum(code.g, r, code.x));
        lines(1, " >= ");
    }
}
