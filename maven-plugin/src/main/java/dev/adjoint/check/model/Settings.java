package dev.adjoint.check.model;

/**
 * How the check is run.
 *
 * @param seed what all random numbers follow from
 * @param samples how many inputs inside the domain are checked for each derivative
 * @param onlySample the number of the only input to check, or -1 for all
 * @param arraySize the length of each dimension of an array whose {@code @Domain} gives none
 * @param maxElements the largest number of elements that an array may be drawn with
 * @param tolerance how far a derivative may lie from finite differences, relative to the larger of both
 * @param floatTolerance the same where {@code float} is involved
 * @param dotTolerance how far two exact derivatives may lie apart, relative to the magnitude of what is summed
 * @param timeoutSeconds how long the check of one derivative may take
 * @param measure whether values for plots and the cost ratio are taken as well
 */
public record Settings(
        long seed,
        int samples,
        int onlySample,
        int arraySize,
        int maxElements,
        double tolerance,
        double floatTolerance,
        double dotTolerance,
        int timeoutSeconds,
        boolean measure) {

    /** Central differences with Richardson extrapolation reach about 1e-10 on smooth functions in double precision. */
    public static final double TOLERANCE = 1e-6;

    /** In single precision the best step leaves about 1e-4 of relative error. */
    public static final double FLOAT_TOLERANCE = 1e-3;

    /** Both sides are sums of the same products in different orders: some thousand roundings of 1e-16. */
    public static final double DOT_TOLERANCE = 1e-11;

    /** The default settings with a seed. */
    public static Settings defaults(long seed) {
        return new Settings(seed, 8, -1, 4, 1_000_000, TOLERANCE, FLOAT_TOLERANCE, DOT_TOLERANCE, 30, false);
    }
}
