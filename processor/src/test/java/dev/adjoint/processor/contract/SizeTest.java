package dev.adjoint.processor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final Size N = Size.of("n");
    private static final Size D = Size.of("d");

    @Test
    void sumsAreOfLikeProducts() {
        Size size = N.times(D).plus(D.times(N)).plus(N).plus(Size.of(3));
        assertEquals("2 * d * n + n + 3", size.text());
    }

    @Test
    void whatAllTermsHaveInCommonComesFirst() {
        assertEquals(
                "8 * (2 * d * n + 3)",
                Size.of(16).times(N).times(D).plus(Size.of(24)).text());
        assertEquals("8 * n", Size.of(8).times(N).text());
    }

    @Test
    void productsAreMultipliedOut() {
        assertEquals(
                "d * n - d + n - 1",
                N.minus(Size.of(1)).times(D.plus(Size.of(1))).text());
    }

    @Test
    void nothingIsLeftOfADifferenceOfTheSame() {
        assertTrue(N.minus(N).isZero());
        assertEquals("0", N.minus(N).text());
        assertEquals("-n", Size.ZERO.minus(N).text());
    }

    @Test
    void onlySumsOfWhatIsNotNegativeAreNotNegative() {
        assertTrue(N.times(D).plus(Size.of(1)).isNonnegative(Set.of("n", "d")));
        assertFalse(N.times(D).isNonnegative(Set.of("n")));
        assertFalse(N.minus(Size.of(1)).isNonnegative(Set.of("n")));
    }
}
