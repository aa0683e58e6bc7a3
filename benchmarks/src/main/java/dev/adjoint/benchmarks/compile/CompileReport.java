package dev.adjoint.benchmarks.compile;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compiles with and without the processor, in new virtual machines, as builds do, and in one that has compiled before, which
 * shows growth without the warming up; prints the differences.
 */
public final class CompileReport {
    private static final String[] SIZES = {"250x10", "500x10", "1000x10", "1x500", "1x1000", "1x2000"};

    private final int rounds;

    private CompileReport(int rounds) {
        this.rounds = rounds;
    }

    /** Takes how often everything is compiled. */
    public static void main(String[] arguments) throws RunnerException {
        CompileReport report = new CompileReport(Integer.parseInt(arguments[0]));
        System.out.println("| methods x statements | javac, new | processor adds | javac, warm | processor adds |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (String size : SIZES) {
            double cold = report.seconds(size, false, false);
            double coldMore = report.seconds(size, true, false) - cold;
            double warm = report.seconds(size, false, true);
            double warmMore = report.seconds(size, true, true) - warm;
            System.out.printf(
                    Locale.ROOT, "| %s | %.2f s | %.2f s | %.2f s | %.2f s |%n", size, cold, coldMore, warm, warmMore);
        }
    }

    /** The smallest time. */
    private double seconds(String size, boolean processor, boolean warm) throws RunnerException {
        RunResult result = new Runner(options(size, processor, warm)).runSingle();
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(round -> round.getPrimaryResult().getScore())
                .min()
                .orElseThrow();
    }

    private Options options(String size, boolean processor, boolean warm) {
        return new OptionsBuilder()
                .include("\\Q" + CompileCases.class.getName() + ".compile\\E$")
                .param("size", size)
                .param("processor", Boolean.toString(processor))
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.SECONDS)
                .forks(warm ? 1 : rounds)
                .warmupIterations(warm ? 2 * rounds : 0)
                .measurementIterations(warm ? rounds : 1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
