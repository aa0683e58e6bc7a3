package dev.adjoint.check.run;

import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Outcome;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The entry point of a checking process: job file, answer file and progress file are its arguments. */
public final class CheckProcess {
    private CheckProcess() {}

    /**
     * Does a job.
     *
     * @param args the job to read, the answer to write, and the file that always names what is being checked
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Job job = Json.read(Job.class, Path.of(args[0]));
        Json.write(answer(job, Path.of(args[2])), Path.of(args[1]));
        // Threads in endless loops of user code would keep the process alive; nothing of ours is left to do.
        Runtime.getRuntime().halt(0);
    }

    /** Does a job in this process. */
    public static Answer answer(Job job, Path progress) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(urls(job), ClassLoader.getPlatformClassLoader())) {
            Runner runner = new Runner(loader, job.settings());
            List<Outcome> outcomes = new ArrayList<>();
            List<Measurement> measurements = new ArrayList<>();
            for (Derivative derivative : job.derivatives()) {
                Files.writeString(progress, derivative.id());
                outcomes.add(runner.check(derivative));
                if (job.settings().measure()) {
                    measurements.add(runner.measure(derivative));
                }
            }
            return new Answer(outcomes, measurements);
        }
    }

    private static URL[] urls(Job job) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : job.classPath()) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
