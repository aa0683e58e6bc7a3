package dev.adjoint.check.run;

import dev.adjoint.check.model.Derivative;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The entry point of a checking process: the file of its job and the file of its findings are its arguments. It writes one
 * line for each derivative as soon as it is done with it, so that what is known survives the end of the process.
 */
public final class CheckProcess {
    /** The exit code of a process that has written all it can: not one that user code is likely to end it with. */
    static final int READY = 73;

    private CheckProcess() {}

    /**
     * Does a job, as far as it gets.
     *
     * @param args the job to read and the findings to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        endWithParent(System.in);
        System.setIn(InputStream.nullInputStream());
        run(Json.read(Job.class, Path.of(args[0])), Path.of(args[1]));
        // Threads of user code would keep the process alive; nothing of ours is left to do.
        Runtime.getRuntime().halt(READY);
    }

    /** The parent never writes to its end of the pipe: what can be read from it is only that the parent has gone. */
    private static void endWithParent(InputStream pipe) {
        Thread watch = new Thread(
                () -> {
                    try {
                        pipe.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } finally {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "adjoint-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Does a job in this process, up to the first derivative whose code does not end or takes all memory. */
    static void run(Job job, Path findings) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(urls(job), ClassLoader.getPlatformClassLoader());
                Writer writer = Files.newBufferedWriter(findings)) {
            Runner runner = new Runner(loader, job.settings());
            for (Derivative derivative : job.derivatives()) {
                writer.write(Json.line(runner.all(derivative)));
                writer.flush();
                if (runner.isSpent()) {
                    return;
                }
            }
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
