package dev.adjoint.check.run;

import com.google.gson.Gson;
import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Status;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does a job in Java processes of its own. A process that ends early, because code under check ends it, crashes it or does
 * not come to an end, is followed by another one for the rest of the job.
 */
public final class Fork {
    /** What a process may take beside the checks themselves: its start, and classes that load slowly. */
    private static final long SPARE_SECONDS = 60;

    private static final String ENDED = "ended with the exit code ";

    private final String java;
    private final String argLine;
    private final Path folder;

    /**
     * Prepares processes.
     *
     * @param java the program to start
     * @param argLine options for it, separated by spaces
     * @param folder where files of the processes go
     */
    public Fork(String java, String argLine, Path folder) {
        this.java = java;
        this.argLine = argLine;
        this.folder = folder;
    }

    /**
     * Does a job.
     *
     * @throws IOException if a process cannot be started, or does not get as far as to check anything
     * @throws InterruptedException if this thread is interrupted
     */
    public Answer run(Job job) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(output());
        List<Checked> all = new ArrayList<>();
        int count = job.derivatives().size();
        while (all.size() < count) {
            Job rest = new Job(job.classPath(), job.derivatives().subList(all.size(), count), job.settings());
            Findings findings = process(rest);
            all.addAll(findings.lines());
            if (all.size() < count && !findings.asItShould()) {
                all.add(ended(
                        job.derivatives().get(all.size()),
                        findings.end(),
                        job.settings().measure()));
            }
        }
        return answer(all);
    }

    private static Answer answer(List<Checked> all) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        for (Checked checked : all) {
            outcomes.add(checked.outcome());
            if (checked.measurement() != null) {
                measurements.add(checked.measurement());
            }
        }
        return new Answer(outcomes, measurements);
    }

    private Checked ended(Derivative derivative, String end, boolean measure) {
        String message = "the checking process " + end + " while it checked this derivative; does its code end the"
                + " process? The output of the process is in " + output();
        Outcome outcome = new Outcome(
                derivative,
                Status.BROKEN,
                "",
                Outcome.Tally.NONE,
                List.of(Finding.of("process", message, "", -1)),
                List.of(),
                0);
        return new Checked(outcome, measure ? Measurement.none(derivative, "the process " + end) : null);
    }

    /**
     * What one process has done.
     *
     * @param lines what it found
     * @param end how it ended
     */
    private record Findings(List<Checked> lines, String end) {
        boolean asItShould() {
            return end.equals(ENDED + CheckProcess.READY) && !lines.isEmpty();
        }
    }

    private Findings process(Job job) throws IOException, InterruptedException {
        Path findings = folder.resolve("findings.json");
        Files.deleteIfExists(findings);
        Json.write(job, folder.resolve("job.json"));
        Process process = start(findings);
        String end = end(job, process);
        if (!Files.exists(findings)) {
            throw new IOException(
                    "it " + end + ": " + Files.readString(output()).strip());
        }
        return new Findings(Json.lines(Checked.class, findings), end);
    }

    private Process start(Path findings) throws IOException {
        List<String> command = new ArrayList<>(List.of(java));
        Arrays.stream(argLine.trim().split("\\s+")).filter(a -> !a.isEmpty()).forEach(command::add);
        command.addAll(List.of(
                "-cp",
                location(CheckProcess.class) + File.pathSeparator + location(Gson.class),
                CheckProcess.class.getName(),
                folder.resolve("job.json").toString(),
                findings.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    /** Waits for the end. */
    private static String end(Job job, Process process) throws InterruptedException {
        int runs = job.settings().measure() ? 2 : 1;
        long seconds = SPARE_SECONDS
                + (long) runs
                        * job.settings().timeoutSeconds()
                        * job.derivatives().size();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return "did not end within " + seconds + " s";
            }
            return ENDED + process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String location(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("the plugin cannot find its own classes", e);
        }
    }
}
