package dev.adjoint.processor.corpus;

/** How close two numbers must be, each with its reason. */
public final class Tolerances {
    private Tolerances() {}

    /**
     * Forward against reverse mode, relative to the sum of the absolute terms of the dot product: both compute the same
     * sums of products in another order, which costs some hundred roundings of 1e-16 each.
     */
    public static final double DOT_PRODUCT = 1e-12;

    /** The same in {@code float}, whose roundings are of 6e-8. */
    public static final double DOT_PRODUCT_FLOAT = 2e-4;

    /**
     * A derivative against extrapolated differences, relative to the largest number involved: beside the estimated error
     * of the differences, which the check adds.
     */
    public static final double DIFFERENCES = 1e-7;

    /** The same in {@code float}: a difference over a step of 1/16 carries a rounding of about 1e-6. */
    public static final double DIFFERENCES_FLOAT = 2e-3;

    /** How well differences must agree among themselves to say anything. */
    public static final double RELIABLE = 1e-5;

    /** The same in {@code float}. */
    public static final double RELIABLE_FLOAT = 5e-2;

    /** Against a formula written by hand, relative to its largest component: it rounds in another order. */
    public static final double BY_HAND = 1e-11;

    /** The same in {@code float}. */
    public static final double BY_HAND_FLOAT = 2e-4;

    /** Two generated methods for the same numbers, relative to the largest component. */
    public static final double SAME_NUMBERS = 1e-12;

    /** The same in {@code float}. */
    public static final double SAME_NUMBERS_FLOAT = 2e-5;

    /** Forward against reverse mode in random programs: intermediate sums cancel by some digits. */
    public static final double RANDOM_DOT_PRODUCT = 1e-10;

    /** Two generated methods for the same numbers in random programs, for the same reason. */
    public static final double RANDOM_SAME = 1e-9;

    /** Against differences in random programs: what is sought are wrong derivatives, not lost digits. */
    public static final double RANDOM_DIFFERENCES = 1e-4;
}
