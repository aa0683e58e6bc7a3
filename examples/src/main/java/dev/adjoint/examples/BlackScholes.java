package dev.adjoint.examples;

import dev.adjoint.Differentiable;
import java.util.Locale;

/**
 * The price of a European call option and its five sensitivities, the Greeks, from one generated method.
 *
 * <p>Black and Scholes, The pricing of options and corporate liabilities, Journal of Political Economy 81 (1973).
 */
public final class BlackScholes {
    private BlackScholes() {}

    /**
     * The price of a call.
     *
     * @param spot the price of the share today
     * @param strike the price at which the share may be bought
     * @param rate the interest rate a year, continuously compounded
     * @param volatility the volatility a year
     * @param time the time to expiry in years
     * @return the price today
     */
    @Differentiable
    public static double call(double spot, double strike, double rate, double volatility, double time) {
        double deviation = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
    }

    /**
     * The standard normal distribution function to about 15 digits, by the rational function of Hart (Computer
     * Approximations, 1968) as West gives it (Better approximations to cumulative normal functions, Wilmott 2005).
     */
    static double normal(double x) {
        double z = Math.abs(x);
        double tail = Math.exp(-z * z / 2) * (z < 7.07106781186547 ? ratio(z) : fraction(z));
        return x > 0 ? 1 - tail : tail;
    }

    private static double ratio(double z) {
        double p = 3.52624965998911e-2;
        p = p * z + 0.700383064443688;
        p = p * z + 6.37396220353165;
        p = p * z + 33.912866078383;
        p = p * z + 112.079291497871;
        p = p * z + 221.213596169931;
        p = p * z + 220.206867912376;
        double q = 8.83883476483184e-2;
        q = q * z + 1.75566716318264;
        q = q * z + 16.064177579207;
        q = q * z + 86.7807322029461;
        q = q * z + 296.564248779674;
        q = q * z + 637.333633378831;
        q = q * z + 793.826512519948;
        q = q * z + 440.413735824752;
        return p / q;
    }

    /** A continued fraction for the far tail. */
    private static double fraction(double z) {
        double f = z + 0.65;
        for (int k = 4; k >= 1; k--) {
            f = z + k / f;
        }
        return 1 / (f * Math.sqrt(2 * Math.PI));
    }

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Prints the price and the Greeks beside the closed formulas.
     *
     * @param args none
     */
    public static void main(String[] args) {
        double spot = 100;
        double strike = 95;
        double rate = 0.03;
        double volatility = 0.2;
        double time = 0.75;
        var greeks = BlackScholesGrad.callGrad(spot, strike, rate, volatility, time);
        double deviation = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time) / deviation;
        double d2 = d1 - deviation;
        double discount = Math.exp(-rate * time);
        System.out.printf(Locale.ROOT, "price %.6f%n", call(spot, strike, rate, volatility, time));
        print("delta", greeks.spot(), normal(d1));
        print("dual delta", greeks.strike(), -discount * normal(d2));
        print("rho", greeks.rate(), strike * time * discount * normal(d2));
        print("vega", greeks.volatility(), spot * density(d1) * Math.sqrt(time));
        double decay = spot * density(d1) * volatility / (2 * Math.sqrt(time));
        print("theta", -greeks.time(), -decay - rate * strike * discount * normal(d2));
    }

    private static void print(String name, double generated, double formula) {
        System.out.printf(Locale.ROOT, "%-10s generated %17.12f   closed formula %17.12f%n", name, generated, formula);
    }
}
