package dev.adjoint.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example does what it says. */
class ExamplesTest {
    private interface Main {
        void run(String[] args) throws Exception;
    }

    private static List<String> output(Main main) throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            main.run(new String[0]);
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theDemoPrintsBothDerivatives() throws Exception {
        List<String> lines = output(GradientDemo::main);
        assertTrue(lines.contains("someFuncGrad(4.0) = 11.0"), lines::toString);
        int x = lines.indexOf("x = tensor([4.], requires_grad=True)");
        assertTrue(x >= 0, lines::toString);
        assertEquals("y = tensor([29.], grad_fn=<AddBackward0>)", lines.get(x + 1));
        assertTrue(lines.get(x + 2).startsWith("df = <AddBackward0 object at 0x"), lines.get(x + 2));
        assertEquals("tensor([11.])", lines.get(x + 3));
        int z = lines.indexOf("z = tensor([4., 5.], requires_grad=True)");
        assertTrue(z >= 0, lines::toString);
        assertEquals("tensor([11., 13.])", lines.get(z + 1));
    }

    @Test
    void theDemoShowsTheGeneratedSource() throws Exception {
        List<String> lines = output(GradientDemo::main);
        assertTrue(lines.contains("  public static double someFuncGrad(double x) {"), lines::toString);
        assertTrue(lines.contains("    return 2 * x + 3;"), lines::toString);
    }

    @Test
    void theGreeksAreThoseOfTheClosedFormulas() {
        double spot = 100;
        double strike = 95;
        double rate = 0.03;
        double volatility = 0.2;
        double time = 0.75;
        var greeks = BlackScholesGrad.callGrad(spot, strike, rate, volatility, time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time)
                / (volatility * Math.sqrt(time));
        double d2 = d1 - volatility * Math.sqrt(time);
        double discount = Math.exp(-rate * time);
        double error = 1e-12; // the distribution function has about 15 digits
        assertEquals(BlackScholes.normal(d1), greeks.spot(), error);
        assertEquals(-discount * BlackScholes.normal(d2), greeks.strike(), error);
        assertEquals(strike * time * discount * BlackScholes.normal(d2), greeks.rate(), 100 * error);
        assertEquals(spot * BlackScholes.density(d1) * Math.sqrt(time), greeks.volatility(), 100 * error);
        double decay = spot * BlackScholes.density(d1) * volatility / (2 * Math.sqrt(time));
        double growth = decay + rate * strike * discount * BlackScholes.normal(d2);
        assertEquals(growth, greeks.time(), 100 * error);
    }

    @Test
    void theRuleForAFunctionOfALibraryIsUsedTwice() throws Exception {
        double mean = 0.1;
        double deviation = 0.5;
        double tolerance = 1;
        double near = density((tolerance - mean) / deviation) / deviation;
        double far = density((tolerance + mean) / deviation) / deviation;
        var gradient = LibraryFunctionGrad.shareGrad(mean, deviation, tolerance);
        assertEquals(far - near, gradient.mean(), 1e-15);
        assertEquals(far + near, gradient.tolerance(), 1e-15);
        double slope = (near * (tolerance - mean) + far * (tolerance + mean)) / deviation;
        assertEquals(-slope, gradient.deviation(), 1e-15);
        double[][] hessian = LibraryFunctionGrad.shareHessian(mean, deviation, tolerance);
        assertEquals(-slope / deviation, hessian[0][0], 1e-14);
        assertEquals(5, output(LibraryFunction::main).size());
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void theSpringsOfAChainYieldAsTheyDoOnPaper() throws Exception {
        double[] stiffness = {5, 4, 3};
        double[] weight = {1, 1, 2};
        var gradient = LinearSolveGrad.workGrad(stiffness, weight);
        double[] pulled = {4, 3, 2}; // each spring carries all masses below it
        for (int i = 0; i < 3; i++) {
            double expected = -weight[2] * pulled[i] / (2 * stiffness[i] * stiffness[i]);
            assertEquals(expected, gradient.stiffness()[i], 1e-14);
        }
        double[][] hessian = LinearSolveGrad.workHessian(stiffness, weight);
        for (int i = 0; i < 3; i++) {
            double expected = weight[2] * pulled[i] / Math.pow(stiffness[i], 3);
            assertEquals(expected, hessian[i][i], 1e-14);
            assertEquals(0, hessian[i][(i + 1) % 3], 1e-14);
        }
        assertEquals(3, output(LinearSolve::main).size());
    }

    @Test
    void theRootIsDifferentiatedThroughItsEquation() throws Exception {
        double anomaly = ImplicitRoot.anomaly(1, 0.2);
        double slope = 1 / (1 - 0.2 * Math.cos(anomaly));
        var gradient = ImplicitRootGrad.distanceGrad(1, 0.2);
        assertEquals(0.2 * Math.sin(anomaly) * slope, gradient.mean(), 1e-15);
        double byEccentricity = -Math.cos(anomaly) + 0.2 * Math.sin(anomaly) * Math.sin(anomaly) * slope;
        assertEquals(byEccentricity, gradient.eccentricity(), 1e-15);
        double step = 1e-6;
        double difference = ImplicitRootGrad.distanceGrad(1 + step, 0.2).mean()
                - ImplicitRootGrad.distanceGrad(1 - step, 0.2).mean();
        assertEquals(difference / (2 * step), ImplicitRootGrad.distanceHessian(1, 0.2)[0][0], 1e-9);
        assertEquals(3, output(ImplicitRoot::main).size());
    }

    @Test
    void theInversionFindsWhatLeadsToTheObservedTemperatures() throws Exception {
        double[] observed = HeatInversion.observed();
        double first = HeatInversion.misfit(HeatInversion.invert(observed, 0), observed, 2_000);
        double last = HeatInversion.misfit(HeatInversion.invert(observed, 100), observed, 2_000);
        assertTrue(last < first / 1_000, () -> first + " before, " + last + " after");
        assertEquals(3, output(HeatInversion::main).size());
    }
}
