package dev.adjoint.processor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;

/** Hand tracking: Jacobians by pose, and by the places in the triangles in compressed form. */
final class HandVectors {
    private static final int POSE = 26;

    private final Derived derived;
    private final Path folder;

    HandVectors(Derived derived, Path folder) {
        this.derived = derived;
        this.folder = folder;
    }

    private JsonObject model(JsonObject in) {
        return in.has("model")
                ? in.getAsJsonObject("model")
                : Json.read(folder.resolve(in.get("model_file").getAsString()));
    }

    void simple(JsonObject instance, Closeness closeness) {
        JsonObject in = instance.getAsJsonObject("inputs");
        JsonObject model = model(in);
        Object[] arguments = {
            Json.doubles(in.get("theta")),
            Json.integers(model.get("parents")),
            matrices(model.getAsJsonArray("base_relatives_rowmajor4x4")),
            matrices(model.getAsJsonArray("inverse_base_absolutes_rowmajor4x4")),
            vertices(model),
            weights(model),
            model.get("is_mirrored").getAsBoolean(),
            Json.integers(in.get("correspondences")),
            Json.doubles(in.get("points_3xN_colmajor"))
        };
        JsonObject out = instance.getAsJsonObject("outputs");
        closeness.numbers(
                "objective", Json.doubles(out.get("objective")), (double[]) derived.call("Hand.simple", arguments));
        double[][] jacobian = (double[][]) derived.call("HandGrad.simpleJacobian", arguments);
        closeness.columns("jacobian", byRows(out), jacobian);
    }

    void complicated(JsonObject instance, Closeness closeness) {
        JsonObject in = instance.getAsJsonObject("inputs");
        JsonObject model = model(in);
        Object[] arguments = {
            Json.doubles(in.get("theta")),
            Json.doubles(in.get("us")),
            Json.integers(model.get("parents")),
            matrices(model.getAsJsonArray("base_relatives_rowmajor4x4")),
            matrices(model.getAsJsonArray("inverse_base_absolutes_rowmajor4x4")),
            vertices(model),
            weights(model),
            model.get("is_mirrored").getAsBoolean(),
            Json.integers(in.get("correspondences")),
            Json.doubles(in.get("points_3xN_colmajor")),
            Json.integerRows(model.get("triangles"))
        };
        JsonObject out = instance.getAsJsonObject("outputs");
        closeness.numbers("objective", Json.doubles(out.get("objective")), (double[])
                derived.call("Hand.complicated", arguments));
        Object jacobian = derived.call("HandGrad.complicatedJacobian", arguments);
        closeness.columns("jacobian", byRows(out), compressed(jacobian));
    }

    /** Two columns for the numbers of the point's own correspondence, then those of the pose. */
    private static double[][] compressed(Object jacobian) {
        double[][] byPose = (double[][]) Derived.part(jacobian, "theta");
        double[][] byPlace = (double[][]) Derived.part(jacobian, "us");
        double[][] matrix = new double[byPose.length][2 + POSE];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][0] = byPlace[i][2 * (i / 3)];
            matrix[i][1] = byPlace[i][2 * (i / 3) + 1];
            System.arraycopy(byPose[i], 0, matrix[i], 2, POSE);
        }
        return matrix;
    }

    private static double[][] byRows(JsonObject out) {
        int rows = out.get("jacobian_nrows").getAsInt();
        double[] flat = Json.doubles(out.get("jacobian_colmajor"));
        double[][] matrix = new double[rows][flat.length / rows];
        for (int k = 0; k < flat.length; k++) {
            matrix[k % rows][k / rows] = flat[k];
        }
        return matrix;
    }

    private static double[][][] matrices(JsonArray flat) {
        double[][][] matrices = new double[flat.size()][4][4];
        for (int b = 0; b < matrices.length; b++) {
            double[] numbers = Json.doubles(flat.get(b));
            for (int k = 0; k < 16; k++) {
                matrices[b][k / 4][k % 4] = numbers[k];
            }
        }
        return matrices;
    }

    private static double[][] vertices(JsonObject model) {
        double[] flat = Json.doubles(model.get("base_positions"));
        double[][] vertices = new double[flat.length / 3][3];
        for (int k = 0; k < flat.length; k++) {
            vertices[k / 3][k % 3] = flat[k];
        }
        return vertices;
    }

    /** One row of weights for each vertex, one weight for each bone. */
    private static double[][] weights(JsonObject model) {
        int[][] bones = Json.integerRows(model.get("weights_bone"));
        double[][] values = Json.rows(model.get("weights_value"));
        double[][] weights = new double[bones.length][model.get("n_bones").getAsInt()];
        for (int v = 0; v < bones.length; v++) {
            for (int k = 0; k < bones[v].length; k++) {
                weights[v][bones[v][k]] = values[v][k];
            }
        }
        return weights;
    }
}
