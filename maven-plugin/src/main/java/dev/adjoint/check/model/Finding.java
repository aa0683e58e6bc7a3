package dev.adjoint.check.model;

/**
 * One reason why a derivative did not pass.
 *
 * @param check which comparison
 * @param message what was found, in one sentence with both numbers
 * @param input the arguments, as Java
 * @param sample the number of the input, from 0; -1 if there was none
 * @param generated the number that the generated derivative gives
 * @param expected the number that it is compared with
 */
public record Finding(String check, String message, String input, int sample, double generated, double expected) {

    /** A finding without numbers. */
    public static Finding of(String check, String message, String input, int sample) {
        return new Finding(check, message, input, sample, Double.NaN, Double.NaN);
    }
}
