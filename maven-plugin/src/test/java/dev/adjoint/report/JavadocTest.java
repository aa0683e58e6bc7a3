package dev.adjoint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JavadocTest {
    @Test
    void linksBecomeTheirLabelsOrTargets() {
        assertEquals(
                "The gradient of demo.Demo#f(double, double[]) by x, or f.",
                Javadoc.plain("The gradient of {@link demo.Demo#f(double, double[])} by {@code x}, or"
                        + " {@link demo.Demo#f(double, double[]) f}.\n@param x number"));
    }

    @Test
    void paragraphsBecomeLines() {
        assertEquals("One\nTwo < 3\n- item", Javadoc.plain("One\n\n<p>Two &lt; 3\n<ul><li>item</ul>"));
    }
}
