package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;
import java.util.Arrays;

/** The fit of a skinned hand model to points, as ADBench defines it. Matrices are 4 by 4, arrays of rows. */
public final class Hand {
    private Hand() {}

    /** What is left between points and the vertices matched with them. */
    @Differentiable(wrt = "theta")
    public static double[] simple(double[] theta, HandModel model, int[] correspondences, double[] points) {
        double[][] positions = positions(theta, model);
        double[] errors = new double[points.length];
        for (int i = 0; i < correspondences.length; i++) {
            double[] position = positions[correspondences[i]];
            for (int j = 0; j < 3; j++) {
                errors[3 * i + j] = points[3 * i + j] - position[j];
            }
        }
        return errors;
    }

    /**
     * What is left between points and places in the triangles matched with them, each place given by two numbers of
     * {@code us}.
     *
     * <p>The first two parameters are added to all of these numbers. At zero, the derivatives by them are therefore, in the
     * rows of each point, those by the point's own two numbers: all the derivatives by {@code us} that are not zero, in two
     * columns. The other parameters are the pose.
     */
    @Differentiable(wrt = "parameters")
    public static double[] complicated(
            double[] parameters, HandModel model, double[] us, int[] correspondences, double[] points) {
        double[][] positions = positions(Arrays.copyOfRange(parameters, 2, parameters.length), model);
        double[] errors = new double[points.length];
        for (int i = 0; i < correspondences.length; i++) {
            int[] triangle = model.triangles()[correspondences[i]];
            double[] a = positions[triangle[0]];
            double[] b = positions[triangle[1]];
            double[] c = positions[triangle[2]];
            double u = us[2 * i] + parameters[0];
            double v = us[2 * i + 1] + parameters[1];
            for (int j = 0; j < 3; j++) {
                errors[3 * i + j] = points[3 * i + j] - (u * a[j] + v * b[j] + (1 - u - v) * c[j]);
            }
        }
        return errors;
    }

    /** All vertices of the skin. */
    static double[][] positions(double[] theta, HandModel model) {
        int bones = model.parents().length;
        double[][] pose = pose(theta, bones);
        double[][][] transforms = transforms(pose, model);
        double[][] global = angleAxis(pose[0]);
        double[][] positions = new double[model.basePositions().length][3];
        for (int v = 0; v < positions.length; v++) {
            double[] skinned = skin(model.basePositions()[v], model.bones()[v], model.weights()[v], transforms);
            if (model.mirrored()) {
                skinned[0] = -skinned[0];
            }
            for (int r = 0; r < 3; r++) {
                double sum = pose[2][r];
                for (int c = 0; c < 3; c++) {
                    sum += global[r][c] * pose[1][c] * skinned[c];
                }
                positions[v][r] = sum;
            }
        }
        return positions;
    }

    /** What each bone does to the vertices that it moves. */
    static double[][][] transforms(double[][] pose, HandModel model) {
        int bones = model.parents().length;
        double[][][] absolutes = new double[bones][][];
        double[][][] transforms = new double[bones][][];
        for (int b = 0; b < bones; b++) {
            int parent = model.parents()[b];
            double[][] relative = multiply(model.baseRelatives()[b], rotation(pose[b + 3]));
            absolutes[b] = parent == -1 ? relative : multiply(absolutes[parent], relative);
            transforms[b] = multiply(absolutes[b], model.inverseBaseAbsolutes()[b]);
        }
        return transforms;
    }

    /** The weighted mean of the places where the bones take a vertex. */
    static double[] skin(double[] position, int[] bones, double[] weights, double[][][] transforms) {
        double[] skinned = new double[3];
        for (int k = 0; k < bones.length; k++) {
            for (int r = 0; r < 3; r++) {
                double[] row = transforms[bones[k]][r];
                skinned[r] += weights[k]
                        * (row[0] * position[0] + row[1] * position[1] + row[2] * position[2] + row[3] * position[3]);
            }
        }
        return skinned;
    }

    /** Angles by bone, after the global rotation, scale and translation. */
    static double[][] pose(double[] theta, int bones) {
        double[][] pose = new double[bones + 3][3];
        for (int i = 0; i < 3; i++) {
            pose[0][i] = theta[i];
            pose[1][i] = 1;
            pose[2][i] = theta[i + 3];
        }
        int place = 5;
        int next = 6;
        for (int finger = 0; finger < 5; finger++) {
            for (int i = 2; i <= 4; i++) {
                pose[place][0] = theta[next++];
                if (i == 2) {
                    pose[place][1] = theta[next++];
                }
                place++;
            }
            place++;
        }
        return pose;
    }

    /** Rotations about z, y and x, as a 4 by 4 matrix. */
    static double[][] rotation(double[] angles) {
        double sx = Math.sin(angles[0]);
        double cx = Math.cos(angles[0]);
        double sz = Math.sin(angles[1]);
        double cz = Math.cos(angles[1]);
        double sy = Math.sin(angles[2]);
        double cy = Math.cos(angles[2]);
        double[][] x = {{1, 0, 0, 0}, {0, cx, -sx, 0}, {0, sx, cx, 0}, {0, 0, 0, 1}};
        double[][] y = {{cy, 0, sy, 0}, {0, 1, 0, 0}, {-sy, 0, cy, 0}, {0, 0, 0, 1}};
        double[][] z = {{cz, -sz, 0, 0}, {sz, cz, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        return multiply(multiply(z, y), x);
    }

    static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += a[r][k] * b[k][c];
                }
                product[r][c] = sum;
            }
        }
        return product;
    }

    static double[][] angleAxis(double[] v) {
        double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        if (norm < 1e-4) {
            return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        double x = v[0] / norm;
        double y = v[1] / norm;
        double z = v[2] / norm;
        double s = Math.sin(norm);
        double c = Math.cos(norm);
        return new double[][] {
            {x * x + (1 - x * x) * c, x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
            {x * y * (1 - c) + z * s, y * y + (1 - y * y) * c, y * z * (1 - c) - x * s},
            {x * z * (1 - c) - y * s, z * y * (1 - c) + x * s, z * z + (1 - z * z) * c}
        };
    }
}
