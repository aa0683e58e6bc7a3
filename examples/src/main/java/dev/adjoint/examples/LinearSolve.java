package dev.adjoint.examples;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * A linear system that a library solves, with its adjoint: one more solution with the transposed matrix, whatever the number
 * of parameters. Giles, Collected matrix derivative results for forward and reverse mode algorithmic differentiation, 2008.
 */
public final class LinearSolve {
    private LinearSolve() {}

    /**
     * Solves a system of linear equations.
     *
     * @param a a square matrix
     * @param b the right side
     * @return the solution {@code x} of {@code a x = b}
     */
    static double[] solve(double[][] a, double[] b) {
        return new LUDecomposition(new Array2DRowRealMatrix(a))
                .getSolver()
                .solve(new ArrayRealVector(b))
                .toArray();
    }

    /** The adjoints of a matrix and of a right side. */
    record Adjoints(double[][] a, double[] b) {}

    /** Reverse mode: {@code bBar} solves the transposed system, and {@code aBar = -bBar x'}. */
    @DerivativeOf(type = LinearSolve.class, method = "solve")
    static Adjoints solveVjp(double[][] a, double[] b, double[] x, double[] xBar) {
        double[] bBar = solve(transposed(a), xBar);
        double[][] aBar = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                aBar[i][j] = -bBar[i] * x[j];
            }
        }
        return new Adjoints(aBar, bBar);
    }

    /** Forward mode: {@code a xDot = bDot - aDot x}. */
    @DerivativeOf(type = LinearSolve.class, method = "solve")
    static double[] solveJvp(double[][] a, double[] b, double[] x, double[][] aDot, double[] bDot) {
        double[] right = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            right[i] = bDot[i];
            for (int j = 0; j < b.length; j++) {
                right[i] -= aDot[i][j] * x[j];
            }
        }
        return solve(a, right);
    }

    private static double[][] transposed(double[][] a) {
        double[][] t = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /**
     * The work that the last mass of a hanging chain has done when the springs are at rest.
     *
     * @param stiffness the stiffness of each spring, the first one at the ceiling
     * @param weight the weight of each mass
     * @return half the weight of the last mass times the way that it has gone down
     */
    @Differentiable(order = 2)
    public static double work(double[] stiffness, double[] weight) {
        int n = stiffness.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] += stiffness[i];
            if (i > 0) {
                a[i - 1][i - 1] += stiffness[i];
                a[i - 1][i] -= stiffness[i];
                a[i][i - 1] -= stiffness[i];
            }
        }
        double[] x = solve(a, weight);
        return weight[n - 1] * x[n - 1] / 2;
    }

    /**
     * Prints which spring matters most.
     *
     * @param args none
     */
    public static void main(String[] args) {
        double[] stiffness = {5, 4, 3};
        double[] weight = {1, 1, 2};
        var gradient = LinearSolveGrad.workGrad(stiffness, weight);
        System.out.println("work        " + work(stiffness, weight));
        System.out.println("d stiffness " + Arrays.toString(gradient.stiffness()));
        System.out.println("d weight    " + Arrays.toString(gradient.weight()));
    }
}
