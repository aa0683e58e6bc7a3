package dev.adjoint.benchmarks.gradients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures all problems, prints the table, and writes it as JSON and as a chart. */
public final class GradientReport {
    /** The smallest of many short rounds is seldom disturbed by other programs. */
    private static final int DIVISION = 50;

    private final int rounds;
    private final long round;

    private GradientReport(int rounds, long milliseconds) {
        this.rounds = rounds;
        this.round = milliseconds;
    }

    /**
     * Takes a folder for the files, a pattern for the names of problems, the number of rounds that count, and the
     * milliseconds of a round.
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Path.of(arguments[0]);
        GradientReport report = new GradientReport(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        List<Measured> measured = new ArrayList<>();
        for (Problem problem : Problem.all()) {
            if (problem.name().matches(arguments[1])) {
                measured.add(report.measure(problem));
            }
        }
        System.out.print(Table.markdown(measured));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("gradients.json"), Json.of(measured));
        Files.writeString(folder.resolve("gradients.svg"), Chart.svg(measured));
    }

    private Measured measure(Problem problem) throws RunnerException {
        Map<Way, Measurement> ways = new EnumMap<>(Way.class);
        for (Way way : problem.ways()) {
            Measurement measurement = measure(problem, way);
            System.err.println(problem.title() + ", " + way.title() + ": " + measurement);
            ways.put(way, measurement);
        }
        return new Measured(problem, ways);
    }

    /** Brief calls are timed many at a time, others one by one, which is as exact and less easily disturbed. */
    private Measurement measure(Problem problem, Way way) throws RunnerException {
        int counted = way.slow() ? Math.max(3, rounds / 4) : rounds;
        if (problem.brief()) {
            RunResult result = run(problem, way, Mode.AverageTime, counted * DIVISION, round / DIVISION);
            return Measurement.of(result, result);
        }
        RunResult timed = run(problem, way, Mode.SampleTime, counted, round);
        return Measurement.of(timed, run(problem, way, Mode.AverageTime, Math.max(1, counted / 4), round));
    }

    private static RunResult run(Problem problem, Way way, Mode mode, int rounds, long milliseconds)
            throws RunnerException {
        TimeValue round = TimeValue.milliseconds(milliseconds);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\Q" + problem.cases().getName() + "." + way.method() + "\\E$")
                .mode(mode)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                // Where other programs keep the machine busy, the compiler would come too late for the rounds that
                // count.
                .jvmArgsAppend("-Xmx3g", "-Xbatch")
                .warmupIterations(rounds)
                .warmupTime(round)
                .measurementIterations(rounds)
                .measurementTime(round)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!problem.size().isEmpty()) {
            options.param("size", problem.size());
        }
        return new Runner(options.build()).runSingle();
    }
}
