package dev.adjoint.check.run;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Broken;
import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.measure.Measuring;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import dev.adjoint.check.verdict.Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Checks derivatives one after the other, each in a thread of its own and with a limit of time. */
public final class Runner {
    /** Deeply recursive methods are differentiated too, and their derivatives need more stack than they do. */
    private static final long STACK = 64L << 20;

    private final ClassLoader loader;
    private final Settings settings;
    private boolean spent;

    /** Prepares checks of classes that this loader finds. */
    public Runner(ClassLoader loader, Settings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    /** Checks one derivative, and measures it if that is wanted. */
    Checked all(Derivative derivative) {
        Outcome outcome = check(derivative);
        if (!settings.measure()) {
            return new Checked(outcome, null);
        }
        return new Checked(outcome, spent ? Measurement.none(derivative, "") : measure(derivative));
    }

    /** Whether this process should do no more: code that did not end in time still runs, or memory has run out. */
    boolean isSpent() {
        return spent;
    }

    /** Checks one derivative. */
    public Outcome check(Derivative derivative) {
        AtomicReference<@Nullable Certificate> running = new AtomicReference<>();
        long start = System.nanoTime();
        Outcome outcome = limited(
                () -> {
                    Certificate certificate = new Certificate(Binding.of(derivative, loader), settings);
                    running.set(certificate);
                    return certificate.run();
                },
                (message, check) -> broken(derivative, check, message, running.get()));
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Outcome(
                derivative,
                outcome.status(),
                outcome.inputs(),
                outcome.tally(),
                outcome.findings(),
                outcome.notes(),
                seconds);
    }

    /** Takes plots and costs of one derivative. */
    public Measurement measure(Derivative derivative) {
        return limited(
                () -> new Measuring(Binding.of(derivative, loader), settings).run(),
                (message, check) -> Measurement.none(derivative, message));
    }

    /** What stands for a result that could not be had. */
    private interface Instead<T> {
        T of(String message, String check);
    }

    private <T> T limited(Callable<T> work, Instead<T> instead) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "adjoint-check", STACK);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(settings.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            spent = true;
            return instead.of(
                    "did not end within " + settings.timeoutSeconds()
                            + " s; smaller inputs help (@Domain(size = ...) or a @Sample supplier), or more time in the"
                            + " option timeout",
                    "timeout");
        } catch (ExecutionException e) {
            spent |= e.getCause() instanceof OutOfMemoryError;
            return instead.of(explain(e.getCause()), "failure");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return instead.of("was interrupted", "failure");
        }
    }

    private static String explain(Throwable cause) {
        if (cause instanceof Broken) {
            return cause.getMessage();
        }
        if (cause instanceof OutOfMemoryError) {
            return "ran out of memory; a smaller size in @Domain helps, or a larger heap in the option argLine";
        }
        return cause instanceof LinkageError ? "a class does not load: " + cause : unexpected(cause);
    }

    private static String unexpected(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0];
        return "the check failed with " + cause + at + "; this is a defect of the check, please report it";
    }

    private static Outcome broken(
            Derivative derivative, String check, String message, @Nullable Certificate certificate) {
        Certificate.Current at = certificate == null ? Certificate.Current.NONE : certificate.current();
        Finding finding = Finding.of(check, message, at.input(), at.sample());
        return new Outcome(derivative, Status.BROKEN, "", Outcome.Tally.NONE, List.of(finding), List.of(), 0);
    }
}
