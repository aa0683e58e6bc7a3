package dev.adjoint.benchmarks.gradients;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A problem of the table.
 *
 * @param name a short name, by which it can be chosen
 * @param title what the table calls it
 * @param cases the class that measures it
 * @param size its parameter, or the empty text
 * @param brief whether a call takes so little that only many of them can be timed
 * @param ways what is measured
 */
record Problem(String name, String title, Class<?> cases, String size, boolean brief, Set<Way> ways) {
    private static final Set<Way> ALL = EnumSet.allOf(Way.class);

    /** Nobody writes the Jacobian of a skinned hand by hand, but to show that it can be done. */
    private static final Set<Way> NOT_BY_HAND = EnumSet.of(Way.PRIMAL, Way.GENERATED, Way.HIPPARCHUS, Way.DIFFERENCES);

    /**
     * Hipparchus carries all derivatives through each operation, and differences take one evaluation for each variable: with
     * the thousands of variables of these, calls last from seconds to hours.
     */
    private static final Set<Way> REVERSE_ONLY = EnumSet.of(Way.PRIMAL, Way.GENERATED, Way.HAND_WRITTEN);

    /** In the order of the table. */
    static List<Problem> all() {
        return List.of(
                new Problem("gmm-d2-k5", "GMM n=1000 d=2 K=5", GmmCases.class, "1000-2-5", false, ALL),
                new Problem("gmm-d10-k25", "GMM n=1000 d=10 K=25", GmmCases.class, "1000-10-25", false, REVERSE_ONLY),
                new Problem("gmm-d20-k25", "GMM n=1000 d=20 K=25", GmmCases.class, "1000-20-25", false, REVERSE_ONLY),
                new Problem("gmm-d64-k25", "GMM n=1000 d=64 K=25", GmmCases.class, "1000-64-25", false, REVERSE_ONLY),
                new Problem("ba", "BA 31,843 observations", BundleCases.class, "49-7776-31843", false, ALL),
                new Problem("lstm-l2", "LSTM l=2 c=1024", LstmCases.class, "2-1024", false, ALL),
                new Problem("lstm-l4", "LSTM l=4 c=1024", LstmCases.class, "4-1024", false, ALL),
                new Problem("hand", "HAND simple, 100 points", HandCases.class, "544-100", false, NOT_BY_HAND),
                new Problem(
                        "triangles",
                        "HAND complicated, 100 points",
                        TriangleCases.class,
                        "544-100",
                        false,
                        NOT_BY_HAND),
                new Problem("rosenbrock", "Rosenbrock n=1000", RosenbrockCases.class, "1000", true, ALL),
                new Problem("parabola", "x * x + 3 * x + 1", ParabolaCases.class, "", true, ALL));
    }
}
