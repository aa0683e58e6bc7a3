package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.objectives.BundleAdjustmentGrad;
import dev.adjoint.benchmarks.objectives.BundleProblem;
import java.io.IOException;

/**
 * The Jacobian of all errors by all cameras, points and weights, in compressed rows: two for each observation, and one for
 * each weight.
 */
final class SparseJacobian {
    private static final int ROW = BundleProblem.BLOCK;

    /** So many entries of each array the suite wants to see, and the last. */
    private static final int SHOWN = 30;

    private final BundleProblem problem;
    private final double[] block = new double[ROW];
    private final double[] pair = new double[2 * ROW];
    private final int[] rows;
    private final int[] cols;
    private final double[] vals;

    SparseJacobian(BundleProblem problem) {
        int p = problem.w().length;
        this.problem = problem;
        rows = new int[3 * p + 1];
        cols = new int[(2 * ROW + 1) * p];
        vals = new double[(2 * ROW + 1) * p];
    }

    /** Computes everything, also the places, which do not change. */
    void fill() {
        int p = problem.w().length;
        double[] feats = problem.feats();
        for (int i = 0; i < p; i++) {
            problem.gather(i, block);
            BundleAdjustmentGrad.reprojectionErrorJacobian(block, feats[2 * i], feats[2 * i + 1], pair);
            System.arraycopy(pair, 0, vals, 2 * ROW * i, 2 * ROW);
            place(2 * i, i);
            place(2 * i + 1, i);
        }
        for (int i = 0; i < p; i++) {
            int at = 2 * ROW * p + i;
            rows[2 * p + i] = at;
            cols[at] = weightColumn(i);
            vals[at] = BundleAdjustmentGrad.weightErrorGrad(problem.w()[i]);
        }
        rows[3 * p] = vals.length;
    }

    private int weightColumn(int i) {
        return problem.cams().length + problem.points().length + i;
    }

    private void place(int row, int i) {
        int at = ROW * row;
        int camera = BundleProblem.CAMERA * problem.obs()[2 * i];
        int point = problem.cams().length + 3 * problem.obs()[2 * i + 1];
        rows[row] = at;
        for (int j = 0; j < BundleProblem.CAMERA; j++) {
            cols[at + j] = camera + j;
        }
        for (int j = 0; j < 3; j++) {
            cols[at + BundleProblem.CAMERA + j] = point + j;
        }
        cols[at + ROW - 1] = weightColumn(i);
    }

    void write(JsonWriter out) throws IOException {
        out.beginObject();
        integers(out.name("rows"), rows);
        integers(out.name("cols"), cols);
        out.name("vals").beginArray();
        for (int i = 0; i < SHOWN; i++) {
            out.value(vals[i]);
        }
        out.value(vals[vals.length - 1]).endArray();
        out.endObject();
    }

    private static void integers(JsonWriter out, int[] all) throws IOException {
        out.beginArray();
        for (int i = 0; i < Math.min(SHOWN, all.length - 1); i++) {
            out.value(all[i]);
        }
        out.value(all[all.length - 1]).endArray();
    }
}
