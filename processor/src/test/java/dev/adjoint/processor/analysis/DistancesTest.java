package dev.adjoint.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.analysis.Distances.Term;
import org.junit.jupiter.api.Test;

/** What follows from bounds on differences. */
class DistancesTest {
    private final Distances distances = new Distances();
    private final Term i = distances.term("i");
    private final Term j = distances.term("j");
    private final Term k = distances.term("k");

    @Test
    void boundsAddUpAlongAPath() {
        distances.atLeast(i, j.plus(1));
        distances.atLeast(j, k.plus(2));
        assertTrue(distances.isAtLeast(i, k.plus(3)));
        assertFalse(distances.isAtLeast(i, k.plus(4)));
        assertFalse(distances.isAtLeast(k, i));
    }

    @Test
    void constantsAreCountedFromZero() {
        distances.atLeast(i, Distances.ZERO.plus(2));
        assertTrue(distances.isAtLeast(i.plus(1), Distances.ZERO.plus(3)));
        assertFalse(distances.isAtLeast(i, Distances.ZERO.plus(3)));
    }

    @Test
    void nothingIsKnownOfWhatIsNotConnected() {
        distances.atLeast(i, j);
        assertFalse(distances.isAtLeast(i, k));
        assertFalse(distances.contradict());
    }

    @Test
    void aCircleThatGrowsIsAContradiction() {
        distances.atLeast(i, j.plus(1));
        distances.atLeast(j, k);
        distances.atLeast(k, i);
        assertTrue(distances.contradict());
        assertFalse(distances.isAtLeast(i, j), "what contradicts itself proves nothing");
    }
}
