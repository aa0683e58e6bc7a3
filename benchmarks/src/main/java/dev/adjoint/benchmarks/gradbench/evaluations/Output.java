package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * How a result is written.
 *
 * @param <T> the result
 */
@FunctionalInterface
interface Output<T> {
    void write(JsonWriter out, T result) throws IOException;

    static void number(JsonWriter out, double number) throws IOException {
        out.value(number);
    }

    static void numbers(JsonWriter out, double[] numbers) throws IOException {
        numbers(out, numbers, 0, numbers.length);
    }

    static void numbers(JsonWriter out, double[] numbers, int from, int to) throws IOException {
        out.beginArray();
        for (int i = from; i < to; i++) {
            out.value(numbers[i]);
        }
        out.endArray();
    }

    static void rows(JsonWriter out, double[][] rows) throws IOException {
        out.beginArray();
        for (double[] row : rows) {
            numbers(out, row);
        }
        out.endArray();
    }

    /** Rows of equal length that lie one after the other. */
    static void rows(JsonWriter out, double[] numbers, int columns) throws IOException {
        out.beginArray();
        for (int i = 0; i < numbers.length; i += columns) {
            numbers(out, numbers, i, i + columns);
        }
        out.endArray();
    }
}
