package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.handwritten.BundleByHand;
import dev.adjoint.benchmarks.hipparchus.BundleGradient;
import dev.adjoint.benchmarks.objectives.BundleAdjustment;
import dev.adjoint.benchmarks.objectives.BundleAdjustmentGrad;
import dev.adjoint.benchmarks.objectives.BundleProblem;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bundle adjustment: for each observation two errors, or the two rows of 15 derivatives, and the weight's. */
@State(Scope.Thread)
public class BundleCases {
    private static final int ROW = BundleProblem.BLOCK;

    private static final double[] CAMERA = {
        0.0157, -0.0127, -0.0044, -0.034, -0.107, 1.12, 399.75, 0.5, -0.25, -3.2e-7, 5.9e-13
    };
    private static final double[] POINT = {-0.612, 0.571, -1.847};
    private static final double[] FEATURE = {-332.65, 262.09};
    private static final double WEIGHT = 0.8;

    /** Cameras, points and observations; these are of ADBench's first problem. */
    @Param("49-7776-31843")
    public String size;

    private BundleProblem in;
    private final double[] block = new double[ROW];
    private final double[] rows = new double[2 * ROW];
    private double[] errors;
    private double[] derivatives;

    /** Fills in the input, and compares what will be measured. */
    @Setup
    public void agree() {
        int[] sizes = Sizes.of(size);
        in = BundleProblem.replicated(sizes[0], sizes[1], sizes[2], CAMERA, POINT, WEIGHT, FEATURE);
        errors = new double[3 * in.w().length];
        derivatives = new double[(2 * ROW + 1) * in.w().length];
        double[] byHand = handWritten().clone();
        Agreement.require("the generated Jacobian", byHand, generated(), Agreement.EXACT);
        Agreement.require("Hipparchus' Jacobian", byHand, hipparchus(), Agreement.EXACT);
    }

    @Benchmark
    public double[] primal() {
        int p = in.w().length;
        for (int i = 0; i < p; i++) {
            in.gather(i, block);
            double[] e = BundleAdjustment.reprojectionError(block, in.feats()[2 * i], in.feats()[2 * i + 1]);
            errors[2 * i] = e[0];
            errors[2 * i + 1] = e[1];
            errors[2 * p + i] = BundleAdjustment.weightError(in.w()[i]);
        }
        return errors;
    }

    @Benchmark
    public double[] generated() {
        for (int i = 0; i < in.w().length; i++) {
            in.gather(i, block);
            BundleAdjustmentGrad.reprojectionErrorJacobian(block, in.feats()[2 * i], in.feats()[2 * i + 1], rows);
            put(i, BundleAdjustmentGrad.weightErrorGrad(in.w()[i]));
        }
        return derivatives;
    }

    @Benchmark
    public double[] handWritten() {
        for (int i = 0; i < in.w().length; i++) {
            in.gather(i, block);
            BundleByHand.jacobian(block, in.feats()[2 * i], in.feats()[2 * i + 1], rows);
            put(i, -2 * in.w()[i]);
        }
        return derivatives;
    }

    @Benchmark
    public double[] hipparchus() {
        for (int i = 0; i < in.w().length; i++) {
            in.gather(i, block);
            Gradient[] e = BundleGradient.reprojectionError(block, in.feats()[2 * i], in.feats()[2 * i + 1]);
            for (int j = 0; j < ROW; j++) {
                rows[j] = e[0].getPartialDerivative(j);
                rows[ROW + j] = e[1].getPartialDerivative(j);
            }
            Gradient w = Gradient.variable(1, 0, in.w()[i]);
            put(i, w.multiply(w).negate().add(1).getPartialDerivative(0));
        }
        return derivatives;
    }

    /** One-sided. */
    @Benchmark
    public double[] differences() {
        for (int i = 0; i < in.w().length; i++) {
            in.gather(i, block);
            double u = in.feats()[2 * i];
            double v = in.feats()[2 * i + 1];
            Differences.jacobian(() -> BundleAdjustment.reprojectionError(block, u, v), block, rows);
            put(i, -2 * in.w()[i]);
        }
        return derivatives;
    }

    /** Puts the rows of an observation and the derivative of its weight's error where the sparse matrix has them. */
    private void put(int i, double byWeight) {
        System.arraycopy(rows, 0, derivatives, 2 * ROW * i, 2 * ROW);
        derivatives[2 * ROW * in.w().length + i] = byWeight;
    }
}
