package dev.adjoint.benchmarks.objectives;

/**
 * A problem of bundle adjustment.
 *
 * @param cams eleven numbers for each camera
 * @param points three for each point
 * @param w the weight of each observation
 * @param obs the camera and the point of each observation
 * @param feats two numbers that each observation saw
 */
public record BundleProblem(double[] cams, double[] points, double[] w, int[] obs, double[] feats) {
    /** The numbers of a camera. */
    public static final int CAMERA = 11;

    /** What an observation depends on: a camera, a point, and a weight. */
    public static final int BLOCK = 15;

    /**
     * One camera, point, weight and feature, copied; observation i is of camera i and point i, counted around. This is what
     * the files of ADBench hold.
     */
    public static BundleProblem replicated(
            int n, int m, int p, double[] camera, double[] point, double weight, double[] feature) {
        double[] cams = repeated(camera, n);
        double[] points = repeated(point, m);
        double[] w = repeated(new double[] {weight}, p);
        double[] feats = repeated(feature, p);
        int[] obs = new int[2 * p];
        for (int i = 0; i < p; i++) {
            obs[2 * i] = i % n;
            obs[2 * i + 1] = i % m;
        }
        return new BundleProblem(cams, points, w, obs, feats);
    }

    private static double[] repeated(double[] numbers, int times) {
        double[] all = new double[numbers.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(numbers, 0, all, i * numbers.length, numbers.length);
        }
        return all;
    }

    /** Overwrites {@code block} with what an observation depends on. */
    public void gather(int i, double[] block) {
        System.arraycopy(cams, CAMERA * obs[2 * i], block, 0, CAMERA);
        System.arraycopy(points, 3 * obs[2 * i + 1], block, CAMERA, 3);
        block[BLOCK - 1] = w[i];
    }
}
