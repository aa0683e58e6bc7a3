package dev.adjoint.benchmarks.tape;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the cases and prints {@code case,threads,min_us,median_us}: the smallest and the median of the mean times of
 * many short rounds.
 */
public final class TapeReport {
    private static final int WARMUPS = 10;
    private static final int ROUNDS = 40;
    private static final TimeValue ROUND = TimeValue.milliseconds(250);

    private TapeReport() {}

    /** Takes the number of threads (1 if absent) and a pattern for the names of cases (all if absent). */
    public static void main(String[] arguments) throws RunnerException {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        String cases = arguments.length > 1 ? arguments[1] : ".*";
        Collection<RunResult> results = new Runner(options(threads, cases)).run();
        TreeMap<String, String> lines = new TreeMap<>();
        for (RunResult result : results) {
            String name = name(result.getParams());
            lines.put(name, name + "," + threads + "," + times(result));
        }
        System.out.println("case,threads,min_us,median_us");
        lines.values().forEach(System.out::println);
    }

    private static Options options(int threads, String cases) {
        // The calling thread works too, so the pool has one fewer.
        String pool = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (threads - 1);
        return new OptionsBuilder()
                .include("\\.tape\\.\\w+\\.(" + cases + ")$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .jvmArgsAppend("-Xmx3g", pool)
                .warmupIterations(WARMUPS)
                .warmupTime(ROUND)
                .measurementIterations(ROUNDS)
                .measurementTime(ROUND)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** The letter of the case, then its parameters: {@code d-256}. */
    private static String name(BenchmarkParams params) {
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        return params.getParamsKeys().stream()
                .map(key -> "-" + params.getParam(key))
                .collect(Collectors.joining("", method, ""));
    }

    private static String times(RunResult result) {
        double[] means = result.getBenchmarkResults().stream()
                .flatMap(b -> b.getIterationResults().stream())
                .mapToDouble(i -> i.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        if (means.length == 0) {
            throw new IllegalStateException(
                    "no results for " + result.getParams().getBenchmark());
        }
        double median = Arrays.stream(means).skip(means.length / 2).findFirst().orElseThrow();
        return String.format(Locale.ROOT, "%.3f,%.3f", means[0], median);
    }
}
