package dev.adjoint.maven;

import com.google.gson.Gson;
import dev.adjoint.check.run.Answer;
import dev.adjoint.check.run.CheckProcess;
import dev.adjoint.check.run.Job;
import dev.adjoint.check.run.Json;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.MojoExecutionException;

/** Starts the Java process that checks, and waits for its answer. */
final class Fork {
    /** What a process may take beside the checks themselves: its start, and classes that load slowly. */
    private static final long SPARE_SECONDS = 60;

    private final String java;
    private final String argLine;
    private final Path folder;

    /**
     * Prepares a process.
     *
     * @param java the program to start
     * @param argLine options for it, separated by spaces
     * @param folder where its files go
     */
    Fork(String java, String argLine, Path folder) {
        this.java = java;
        this.argLine = argLine;
        this.folder = folder;
    }

    Answer run(Job job) throws MojoExecutionException {
        try {
            Files.createDirectories(folder);
            Path answer = folder.resolve("answer.json");
            Files.deleteIfExists(answer);
            Json.write(job, folder.resolve("job.json"));
            int exit = exit(job, start());
            if (!Files.exists(answer)) {
                throw new MojoExecutionException("the checking process ended with the exit code " + exit + " while it"
                        + " checked " + progress() + "; its output is in " + folder.resolve("output.txt"));
            }
            return Json.read(Answer.class, answer);
        } catch (IOException e) {
            throw new MojoExecutionException("the checking process cannot be run: " + e.getMessage(), e);
        }
    }

    private Process start() throws IOException, MojoExecutionException {
        List<String> command = new ArrayList<>(List.of(java));
        Arrays.stream(argLine.trim().split("\\s+")).filter(a -> !a.isEmpty()).forEach(command::add);
        command.addAll(List.of(
                "-cp",
                location(CheckProcess.class) + File.pathSeparator + location(Gson.class),
                CheckProcess.class.getName()));
        for (String name : List.of("job.json", "answer.json", "progress.txt")) {
            command.add(folder.resolve(name).toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private int exit(Job job, Process process) throws MojoExecutionException {
        int runs = job.settings().measure() ? 2 : 1;
        long seconds = SPARE_SECONDS
                + (long) runs
                        * job.settings().timeoutSeconds()
                        * job.derivatives().size();
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new MojoExecutionException("the checking process did not end within " + seconds + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the build was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String progress() throws IOException {
        Path progress = folder.resolve("progress.txt");
        return Files.exists(progress) ? Files.readString(progress) : "nothing yet";
    }

    private static String location(Class<?> type) throws MojoExecutionException {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new MojoExecutionException("the plugin cannot find its own classes", e);
        }
    }
}
