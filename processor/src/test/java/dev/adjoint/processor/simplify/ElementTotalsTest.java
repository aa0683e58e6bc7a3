package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Var;
import org.junit.jupiter.api.Test;

/** Which elements are kept in a variable while a loop adds to them. */
class ElementTotalsTest {
    private final ArrayCode code = new ArrayCode();

    private void totals(int times) {
        String text = code.after(ElementTotals::run);
        assertEquals(times, text.lines().filter(l -> l.contains("Total = own[")).count(), text);
        assertEquals(times, text.lines().filter(l -> l.contains("] = ownTotal")).count(), text);
    }

    @Test
    void anElementThatExistsIs() {
        code.each(i -> code.each(j -> code.sum(code.own, i, code.read(code.values, j))));
        totals(1);
    }

    @Test
    void soIsOneThatIsAddedToTwice() {
        code.each(i -> code.each(j -> {
            code.sum(code.own, i, code.x);
            code.sum(code.own, i, code.read(code.values, j));
        }));
        totals(1);
    }

    @Test
    void oneThatMayNotExistIsNot() {
        code.each(j -> code.sum(code.own, code.m, code.x));
        totals(0);
    }

    @Test
    void oneOfEachIterationIsNot() {
        code.each(j -> code.sum(code.own, j, code.x));
        totals(0);
    }

    @Test
    void oneThatIsReadIsNot() {
        code.each(i -> code.each(j -> {
            code.sum(code.own, i, code.x);
            code.sum(code.g, j, code.read(code.own, j));
        }));
        totals(0);
    }

    @Test
    void oneNextToWhichOthersAreAddedToIsNot() {
        code.each(i -> code.each(j -> {
            code.sum(code.own, i, code.x);
            code.sum(code.own, j, code.x);
        }));
        totals(0);
    }

    @Test
    void oneThatIsAddedToSometimesIsNot() {
        code.each(i -> code.each(j -> {
            Var positive = code.isPositive(code.read(code.values, j));
            code.when(positive, () -> code.sum(code.own, i, code.x));
        }));
        totals(0);
    }

    @Test
    void oneThatAHandlerMaySeeIsNot() {
        code.attempt(() -> code.each(i -> code.each(j -> code.sum(code.own, i, code.read(code.values, j)))));
        totals(0);
    }
}
