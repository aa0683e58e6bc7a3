package dev.adjoint.benchmarks.gradbench;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.gradbench.evaluations.Task;
import java.io.IOException;
import java.util.Arrays;

/** How long each of some runs took. */
final class Runs {
    private final String name;
    private long[] nanoseconds = new long[16];
    private int count;

    private Runs(String name) {
        this.name = name;
    }

    /** Runs a task at least once, at least so many times, and until the runs have taken so many seconds. */
    static Runs of(String name, Task<?> task, int atLeast, double seconds) {
        Runs runs = new Runs(name);
        double left = seconds * 1e9;
        do {
            long start = System.nanoTime();
            task.run();
            long taken = System.nanoTime() - start;
            runs.add(taken);
            left -= taken;
        } while (runs.count < atLeast || left > 0);
        return runs;
    }

    /** One run that has taken so long. */
    static Runs single(String name, long nanoseconds) {
        Runs runs = new Runs(name);
        runs.add(nanoseconds);
        return runs;
    }

    private void add(long taken) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
        }
        nanoseconds[count++] = taken;
    }

    void write(JsonWriter out) throws IOException {
        out.name("timings").beginArray();
        for (int i = 0; i < count; i++) {
            out.beginObject().name("name").value(name);
            out.name("nanoseconds").value(nanoseconds[i]).endObject();
        }
        out.endArray();
    }
}
