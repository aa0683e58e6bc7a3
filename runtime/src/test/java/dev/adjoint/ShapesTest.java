package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShapesTest {
    private final double[] row = {1, 2};
    private final double[] other = {3, 4};

    private static void refused(String place, double[][] array, Object... others) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Shapes.requireSeparateRows("m", array, others));
        assertTrue(e.getMessage().startsWith(place), e::getMessage);
    }

    @Test
    void aRowMustNotBeMetTwice() {
        refused("row 1 of m is the same array", new double[][] {row, row});
        refused("row 0 of m is the same array", new double[][] {row}, (Object) row);
        assertThrows(
                IllegalArgumentException.class,
                () -> Shapes.requireSeparateRows("m", new double[][] {row}, (Object) new double[][] {other, row}));
    }

    @Test
    void separateRowsAndTheWholeArrayTwiceAreFine() {
        double[][] array = {row, other, null, null};
        double[][] second = {row.clone()};
        assertDoesNotThrow(() -> Shapes.requireSeparateRows("m", array, array, second, second, new double[2]));
    }

    @Test
    void theLengthsAreNamed() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Shapes.requireSame("out", new double[][] {row}, "x", new double[][] {{1, 2, 3}}));
        assertTrue(e.getMessage().contains("out[0] has length 2, but x[0] has length 3"), e::getMessage);
    }

    @Test
    void whatBelongsToOneArrayIsOne() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Shapes.requireShared("b", row, "bBar", new double[2], "a", row, "aBar", new double[2]));
        assertTrue(e.getMessage().contains("hand over one array for both aBar and bBar"), e::getMessage);
        assertDoesNotThrow(() -> Shapes.requireShared("b", row, "bBar", other, "a", row, "aBar", other));
        assertDoesNotThrow(() -> Shapes.requireShared("b", row, "bBar", other, "a", other, "aBar", row));
    }
}
