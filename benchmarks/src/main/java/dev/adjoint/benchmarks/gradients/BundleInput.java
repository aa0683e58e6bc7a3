package dev.adjoint.benchmarks.gradients;

/** Cameras, points, weights, features, and which camera saw which point. */
record BundleInput(double[] cams, double[] points, double[] w, int[] obs, double[] feats) {
    static final int CAMERA = 11;
    static final int BLOCK = 15;

    private static final double[] ONE_CAMERA = {
        0.0157, -0.0127, -0.0044, -0.034, -0.107, 1.12, 399.75, 0.5, -0.25, -3.2e-7, 5.9e-13
    };
    private static final double[] ONE_POINT = {-0.612, 0.571, -1.847};
    private static final double[] ONE_FEATURE = {-332.65, 262.09};

    /** One camera, point, weight and feature, so many times, as in ADBench's files. */
    static BundleInput replicated(int n, int m, int p) {
        double[] cams = repeated(ONE_CAMERA, n);
        double[] points = repeated(ONE_POINT, m);
        double[] w = repeated(new double[] {0.8}, p);
        double[] feats = repeated(ONE_FEATURE, p);
        int[] obs = new int[2 * p];
        for (int i = 0; i < p; i++) {
            obs[2 * i] = i % n;
            obs[2 * i + 1] = i % m;
        }
        return new BundleInput(cams, points, w, obs, feats);
    }

    private static double[] repeated(double[] numbers, int times) {
        double[] all = new double[numbers.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(numbers, 0, all, i * numbers.length, numbers.length);
        }
        return all;
    }

    /** Overwrites {@code block} with what an observation depends on. */
    void gather(int i, double[] block) {
        System.arraycopy(cams, CAMERA * obs[2 * i], block, 0, CAMERA);
        System.arraycopy(points, 3 * obs[2 * i + 1], block, CAMERA, 3);
        block[BLOCK - 1] = w[i];
    }
}
