package dev.adjoint.check.value;

import java.util.Arrays;

/** Hands out the numbers of a vector one after the other. */
public final class Source {
    private final double[] numbers;
    private int next;

    /** Starts at the first number. */
    public Source(double[] numbers) {
        this.numbers = numbers;
    }

    double next() {
        return numbers[next++];
    }

    double[] next(int count) {
        next += count;
        return Arrays.copyOfRange(numbers, next - count, next);
    }

    void requireUsedUp() {
        if (next != numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers given, but " + next + " needed");
        }
    }
}
