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
}
