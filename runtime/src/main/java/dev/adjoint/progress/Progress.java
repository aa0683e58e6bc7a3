package dev.adjoint.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Shows how far a loop has come: a bar on one line, redrawn a few times a second, if a terminal is attached; else a
 * plain line every tenth of the way. Writes to the standard error stream, so that a program's output stays clean.
 *
 * <pre>{@code
 * try (Progress progress = Progress.of("training", epochs)) {
 *     for (int epoch = 0; epoch < epochs; epoch++) {
 *         double loss = trainEpoch();
 *         progress.step(String.format("loss %.4f", loss));
 *     }
 * }
 * }</pre>
 *
 * <p>Belongs to one thread.
 */
public final class Progress implements AutoCloseable {
    private static final int BAR = 30;
    private static final int LINES = 10;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final double NANOS = 1e9;

    private final String name;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long started;
    private long done;
    private long drawnAt;
    private long drawnSteps = -1;
    private int drawnWidth;
    private String note = "";

    Progress(String name, long total, PrintStream out, boolean terminal, LongSupplier clock) {
        if (total < 0) {
            throw new IllegalArgumentException("Progress: the number of steps must be at least 0, but is " + total);
        }
        this.name = name;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.getAsLong();
        this.drawnAt = started - REDRAW_NANOS;
    }

    /** Shows a loop of this many steps. */
    public static Progress of(String name, long total) {
        return new Progress(name, total, System.err, Terminal.isAttached(), System::nanoTime);
    }

    /** Counts a step. */
    public void step() {
        step(note);
    }

    /** Counts a step and shows a note, such as the loss. */
    public void step(String text) {
        done++;
        note = text;
        if (terminal ? clock.getAsLong() - drawnAt >= REDRAW_NANOS : reachesTenth()) {
            draw();
        }
    }

    private boolean reachesTenth() {
        return done <= total && done * LINES / Math.max(total, 1) > (done - 1) * LINES / Math.max(total, 1);
    }

    /** Shows where the loop ended. */
    @Override
    public void close() {
        if (drawnSteps != done) {
            draw();
        }
        if (terminal) {
            out.println();
        }
    }

    private void draw() {
        drawnAt = clock.getAsLong();
        drawnSteps = done;
        String text = terminal ? name + " " + bar() + " " + state() : name + " " + state();
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, drawnWidth - text.length())));
            out.flush();
        } else {
            out.println(text);
        }
        drawnWidth = text.length();
    }

    private String bar() {
        int filled = (int) (BAR * Math.min(done, total) / Math.max(total, 1));
        return "[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "]";
    }

    private String state() {
        double seconds = (drawnAt - started) / NANOS;
        String times = time(seconds);
        if (done > 0 && done < total) {
            times += ", " + time(seconds / done * (total - done)) + " left";
        }
        return done + "/" + total + " (" + times + ")" + (note.isEmpty() ? "" : " " + note);
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 60 ? s + " s" : s / 60 + " min " + s % 60 + " s";
    }
}
