package dev.adjoint.benchmarks.hipparchus;

import dev.adjoint.benchmarks.objectives.HandModel;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link dev.adjoint.benchmarks.objectives.Hand}. */
public final class HandGradient {
    private final HandModel model;
    private final Variables variables;

    private HandGradient(HandModel model, int count) {
        this.model = model;
        this.variables = new Variables(count);
    }

    /** All errors, with their gradients by the pose. */
    public static Gradient[] simple(double[] theta, HandModel model, int[] correspondences, double[] points) {
        HandGradient work = new HandGradient(model, theta.length);
        Gradient[][] positions = work.positions(work.variables.take(theta));
        Gradient[] errors = new Gradient[points.length];
        for (int i = 0; i < correspondences.length; i++) {
            for (int j = 0; j < 3; j++) {
                errors[3 * i + j] = positions[correspondences[i]][j].negate().add(points[3 * i + j]);
            }
        }
        return errors;
    }

    /** All errors, with their gradients by the two shifts and the pose. */
    public static Gradient[] complicated(
            double[] parameters, HandModel model, double[] us, int[] correspondences, double[] points) {
        HandGradient work = new HandGradient(model, parameters.length);
        Gradient[] all = work.variables.take(parameters);
        Gradient[] theta = Arrays.copyOfRange(all, 2, all.length);
        Gradient[][] positions = work.positions(theta);
        Gradient[] errors = new Gradient[points.length];
        for (int i = 0; i < correspondences.length; i++) {
            int[] triangle = model.triangles()[correspondences[i]];
            Gradient u = all[0].add(us[2 * i]);
            Gradient v = all[1].add(us[2 * i + 1]);
            Gradient rest = u.add(v).subtract(1).negate();
            for (int j = 0; j < 3; j++) {
                Gradient place = u.multiply(positions[triangle[0]][j])
                        .add(v.multiply(positions[triangle[1]][j]))
                        .add(rest.multiply(positions[triangle[2]][j]));
                errors[3 * i + j] = place.negate().add(points[3 * i + j]);
            }
        }
        return errors;
    }

    private Gradient[][] positions(Gradient[] theta) {
        Gradient[][][] transforms = transforms(theta);
        Gradient[][] global = angleAxis(theta[0], theta[1], theta[2]);
        Gradient[][] positions = new Gradient[model.basePositions().length][3];
        for (int v = 0; v < positions.length; v++) {
            Gradient[] skinned = skin(v, transforms);
            for (int r = 0; r < 3; r++) {
                Gradient sum = theta[r + 3];
                for (int c = 0; c < 3; c++) {
                    sum = sum.add(global[r][c].multiply(skinned[c]));
                }
                positions[v][r] = sum;
            }
        }
        return positions;
    }

    private Gradient[] skin(int v, Gradient[][][] transforms) {
        Gradient[] skinned = variables.zeros(3);
        int[] bones = model.bones()[v];
        double[] p = model.basePositions()[v];
        for (int k = 0; k < bones.length; k++) {
            for (int r = 0; r < 3; r++) {
                Gradient[] row = transforms[bones[k]][r];
                Gradient moved = row[0].multiply(p[0])
                        .add(row[1].multiply(p[1]))
                        .add(row[2].multiply(p[2]))
                        .add(row[3].multiply(p[3]));
                skinned[r] = skinned[r].add(moved.multiply(model.weights()[v][k]));
            }
        }
        if (model.mirrored()) {
            skinned[0] = skinned[0].negate();
        }
        return skinned;
    }

    private Gradient[][][] transforms(Gradient[] theta) {
        int bones = model.parents().length;
        Gradient[][][] absolutes = new Gradient[bones][][];
        Gradient[][][] transforms = new Gradient[bones][][];
        for (int b = 0; b < bones; b++) {
            int parent = model.parents()[b];
            Gradient[][] relative = multiply(constant(model.baseRelatives()[b]), rotation(angles(theta, b)));
            absolutes[b] = parent == -1 ? relative : multiply(absolutes[parent], relative);
            transforms[b] = multiply(absolutes[b], constant(model.inverseBaseAbsolutes()[b]));
        }
        return transforms;
    }

    /** Four angles for each finger: two for its second bone, one each for the two after it. */
    private Gradient[] angles(Gradient[] theta, int bone) {
        Gradient[] angles = variables.zeros(3);
        int joint = (bone - 1) % 4;
        if (bone >= 2 && bone <= 20 && joint != 0) {
            int first = 6 + 4 * ((bone - 1) / 4);
            angles[0] = theta[first + (joint == 1 ? 0 : joint)];
            if (joint == 1) {
                angles[1] = theta[first + 1];
            }
        }
        return angles;
    }

    private Gradient[][] constant(double[][] matrix) {
        Gradient[][] constants = new Gradient[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                constants[r][c] = variables.constant(matrix[r][c]);
            }
        }
        return constants;
    }

    private Gradient[][] rotation(Gradient[] angles) {
        Gradient[][] x = constant(new double[][] {{1, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}});
        Gradient[][] z = constant(new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        Gradient[][] y = constant(new double[][] {{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}});
        turn(x, 1, 2, angles[0]);
        turn(z, 0, 1, angles[1]);
        turn(y, 2, 0, angles[2]);
        return multiply(multiply(z, y), x);
    }

    /** A turn from one axis towards another. */
    private static void turn(Gradient[][] matrix, int from, int to, Gradient angle) {
        matrix[from][from] = angle.cos();
        matrix[to][to] = angle.cos();
        matrix[from][to] = angle.sin().negate();
        matrix[to][from] = angle.sin();
    }

    private static Gradient[][] multiply(Gradient[][] a, Gradient[][] b) {
        Gradient[][] product = new Gradient[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                Gradient sum = a[r][0].multiply(b[0][c]);
                for (int k = 1; k < 4; k++) {
                    sum = sum.add(a[r][k].multiply(b[k][c]));
                }
                product[r][c] = sum;
            }
        }
        return product;
    }

    private Gradient[][] angleAxis(Gradient a, Gradient b, Gradient c) {
        Gradient norm = a.multiply(a).add(b.multiply(b)).add(c.multiply(c)).sqrt();
        if (norm.getValue() < 1e-4) {
            return constant(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        }
        Gradient[] axis = {a.divide(norm), b.divide(norm), c.divide(norm)};
        Gradient cos = norm.cos();
        Gradient rest = cos.negate().add(1);
        Gradient[][] matrix = new Gradient[3][3];
        for (int r = 0; r < 3; r++) {
            Gradient along = axis[r].multiply(rest);
            for (int k = 0; k < 3; k++) {
                matrix[r][k] = along.multiply(axis[k]);
            }
            matrix[r][r] = matrix[r][r].add(cos);
        }
        for (int r = 0; r < 3; r++) {
            Gradient off = axis[(r + 2) % 3].multiply(norm.sin());
            int next = (r + 1) % 3;
            matrix[r][next] = matrix[r][next].subtract(off);
            matrix[next][r] = matrix[next][r].add(off);
        }
        return matrix;
    }
}
