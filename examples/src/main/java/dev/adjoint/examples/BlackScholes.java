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
     * The standard normal distribution function, by formula 26.2.17 of Abramowitz and Stegun, with an error below 7.5e-8.
     */
    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = density(x)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x < 0 ? tail : 1 - tail;
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
        System.out.printf(Locale.ROOT, "%-10s generated %12.6f   closed formula %12.6f%n", name, generated, formula);
    }
}
