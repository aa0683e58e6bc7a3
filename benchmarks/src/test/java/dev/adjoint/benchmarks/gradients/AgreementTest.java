package dev.adjoint.benchmarks.gradients;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Supplier;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** At small sizes, every way to a gradient leads to the same; {@code agree} compares the generated one and the one by hand. */
class AgreementTest {
    /** One-sided differences are half as exact as numbers are, times the curvature. */
    private static final double COARSE = 1e-4;

    @Test
    void mixtures() {
        GmmCases cases = new GmmCases();
        cases.size = "20-3-4";
        cases.agree();
        compare(cases::hipparchus, cases::differences, cases::gradient);
    }

    @Test
    void characters() {
        LstmCases cases = new LstmCases();
        cases.size = "3-6";
        cases.agree();
        compare(cases::hipparchus, cases::differences, cases::gradient);
    }

    @Test
    void valleys() {
        RosenbrockCases cases = new RosenbrockCases();
        cases.size = "7";
        cases.agree();
        compare(cases::hipparchus, cases::differences, cases::gradient);
    }

    @Test
    void bundles() {
        BundleCases cases = new BundleCases();
        cases.size = "2-3-5";
        cases.agree();
        double[] expected = cases.generated().clone();
        Agreement.require("the differences", expected, cases.differences(), COARSE);
    }

    @Test
    void hands() {
        HandCases cases = new HandCases();
        cases.size = "30-10";
        cases.agree();
        Agreement.require("the differences", Rows.of(cases.hipparchus()), cases.differences(), COARSE);
    }

    @Test
    void triangles() {
        TriangleCases cases = new TriangleCases();
        cases.size = "30-10";
        cases.agree();
        Agreement.require("the differences", Rows.of(cases.hipparchus()), cases.differences(), COARSE);
    }

    @Test
    void parabola() {
        ParabolaCases cases = new ParabolaCases();
        cases.agree();
        Agreement.require("the differences", new double[] {11}, new double[] {cases.differences()}, COARSE);
    }

    /** What differs is not measured. */
    @Test
    void aWrongGradientFails() {
        double[] right = {1, 2, 3};
        double[] wrong = {1, 2, 3 + 1e-9};
        assertThrows(IllegalStateException.class, () -> Agreement.require("it", right, wrong, Agreement.EXACT));
        double[] undefined = {1, Double.NaN, 3};
        assertThrows(IllegalStateException.class, () -> Agreement.require("it", right, undefined, Agreement.EXACT));
    }

    private static void compare(Supplier<Gradient> hipparchus, Runnable differences, Supplier<double[]> written) {
        double[] expected = hipparchus.get().getGradient();
        Agreement.require("what agreed", expected, written.get(), Agreement.EXACT);
        differences.run();
        Agreement.require("the differences", expected, written.get(), COARSE);
    }
}
