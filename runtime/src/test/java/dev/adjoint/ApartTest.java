package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ApartTest {
    private final double[] a = {1};
    private final double[] b = {1};

    @Test
    void differentArraysPass() {
        assertDoesNotThrow(() -> Apart.require("f", a, b, new double[][] {{1}, {1}}));
        assertDoesNotThrow(() -> Apart.requireNew("f", new double[][] {{1}, null}, a, new double[][] {b}, null));
    }

    @Test
    void anArgumentThatIsThereTwiceIsRefusedAlsoAsARow() {
        assertThrows(IllegalArgumentException.class, () -> Apart.require("f", a, b, a));
        assertThrows(IllegalArgumentException.class, () -> Apart.require("f", a, new double[][] {b, a}));
        assertThrows(IllegalArgumentException.class, () -> Apart.require("f", (Object) new double[][] {b, b}));
    }

    @Test
    void aResultThatIsNotNewIsRefusedAlsoInPart() {
        var whole = assertThrows(IllegalStateException.class, () -> Apart.requireNew("Lib.f", a, b, a));
        assertTrue(whole.getMessage().startsWith("Lib.f has returned an array that is not new"), whole.getMessage());
        assertThrows(IllegalStateException.class, () -> Apart.requireNew("f", a, b, new double[][] {b, a}));
        assertThrows(IllegalStateException.class, () -> Apart.requireNew("f", new double[][] {{2}, a}, a));
        assertThrows(IllegalStateException.class, () -> Apart.requireNew("f", new double[][] {b, b}, a));
    }
}
