package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A function with its input, to be run any number of times.
 *
 * @param <T> what it gives
 */
public final class Task<T> {
    private final Supplier<T> function;
    private final Output<T> output;
    private T result;

    Task(Supplier<T> function, Output<T> output) {
        this.function = function;
        this.output = output;
    }

    /** Runs once; this is what is timed. */
    public void run() {
        result = function.get();
    }

    /** Writes what the last run gave. */
    public void write(JsonWriter out) throws IOException {
        output.write(out, result);
    }
}
