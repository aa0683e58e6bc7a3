package dev.adjoint.processor.vectors;

import com.google.gson.JsonObject;
import java.util.Arrays;

/** Bundle adjustment: the blocks of the sparse Jacobian, and the whole as a dense one. */
final class BundleVectors {
    private static final int CAMERA = 11;

    private final Derived derived;
    private final JsonObject out;
    private final double[] cams;
    private final double[] points;
    private final double[] w;
    private final int[] obs;
    private final double[] feats;

    BundleVectors(Derived derived, JsonObject instance) {
        JsonObject in = instance.getAsJsonObject("inputs");
        this.derived = derived;
        this.out = instance.getAsJsonObject("outputs");
        this.cams = Json.doubles(in.get("cams"));
        this.points = Json.doubles(in.get("X"));
        this.w = Json.doubles(in.get("w"));
        this.obs = Json.integers(in.get("obs"));
        this.feats = Json.doubles(in.get("feats"));
    }

    void check(Closeness closeness) {
        double[] errors = (double[]) derived.call("BundleAdjustment.all", cams, points, w, obs, feats);
        int p = w.length;
        closeness.numbers("reproj_err", Json.doubles(out.get("reproj_err")), Arrays.copyOf(errors, 2 * p));
        closeness.numbers("w_err", Json.doubles(out.get("w_err")), Arrays.copyOfRange(errors, 2 * p, 3 * p));
        double[][] expected = expected();
        closeness.columns("jacobian by blocks", expected, blocks());
        closeness.columns("dense jacobian", expected, dense());
    }

    private int columns() {
        return cams.length + points.length + w.length;
    }

    private double[][] expected() {
        JsonObject csr = out.getAsJsonObject("jacobian_csr");
        int[] rows = Json.integers(csr.get("rows"));
        int[] cols = Json.integers(csr.get("cols"));
        double[] values = Json.doubles(csr.get("vals"));
        double[][] matrix = new double[csr.get("nrows").getAsInt()][columns()];
        for (int i = 0; i < matrix.length; i++) {
            for (int k = rows[i]; k < rows[i + 1]; k++) {
                matrix[i][cols[k]] = values[k];
            }
        }
        return matrix;
    }

    private double[][] blocks() {
        double[][] matrix = new double[3 * w.length][columns()];
        for (int i = 0; i < w.length; i++) {
            int cam = CAMERA * obs[2 * i];
            int point = 3 * obs[2 * i + 1];
            Object jacobian = derived.call(
                    "BundleAdjustmentGrad.reprojectionErrorJacobian",
                    Arrays.copyOfRange(cams, cam, cam + CAMERA),
                    Arrays.copyOfRange(points, point, point + 3),
                    w[i],
                    Arrays.copyOfRange(feats, 2 * i, 2 * i + 2));
            double[] byWeight = (double[]) Derived.part(jacobian, "w");
            for (int r = 0; r < 2; r++) {
                double[] row = matrix[2 * i + r];
                System.arraycopy(((double[][]) Derived.part(jacobian, "cam"))[r], 0, row, cam, CAMERA);
                System.arraycopy(((double[][]) Derived.part(jacobian, "x"))[r], 0, row, cams.length + point, 3);
                row[cams.length + points.length + i] = byWeight[r];
            }
            matrix[2 * w.length + i][cams.length + points.length + i] =
                    (double) derived.call("BundleAdjustmentGrad.weightErrorGrad", w[i]);
        }
        return matrix;
    }

    private double[][] dense() {
        Object jacobian = derived.call("BundleAdjustmentGrad.allJacobian", cams, points, w, obs, feats);
        double[][] matrix = new double[3 * w.length][columns()];
        int from = 0;
        for (String part : new String[] {"cams", "points", "w"}) {
            double[][] block = (double[][]) Derived.part(jacobian, part);
            for (int i = 0; i < matrix.length; i++) {
                System.arraycopy(block[i], 0, matrix[i], from, block[i].length);
            }
            from += block[0].length;
        }
        return matrix;
    }
}
