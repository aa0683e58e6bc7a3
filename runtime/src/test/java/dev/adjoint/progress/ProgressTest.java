package dev.adjoint.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private String run(long total, long steps, boolean terminal) {
        try (Progress progress = new Progress("training", total, out, terminal, () -> now)) {
            for (int i = 1; i <= steps; i++) {
                now += SECOND;
                progress.step("loss " + i);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void writesALineEveryTenthWithoutTerminal() {
        String[] lines = run(100, 100, false).split("\n");
        assertEquals(10, lines.length);
        assertEquals("training 10/100 (10 s, 1 min 30 s left) loss 10", lines[0]);
        assertEquals("training 100/100 (1 min 40 s) loss 100", lines[9]);
    }

    @Test
    void drawsABarOnATerminal() {
        String text = run(2, 2, true);
        assertEquals(
                "\rtraining [" + "#".repeat(15) + " ".repeat(15) + "] 1/2 (1 s, 1 s left) loss 1" + "\rtraining ["
                        + "#".repeat(30) + "] 2/2 (2 s) loss 2          \n",
                text);
    }

    @Test
    void saysWhereALoopEndedEarly() {
        assertTrue(run(100, 15, false).endsWith("training 15/100 (15 s, 1 min 25 s left) loss 15\n"));
    }

    @Test
    void acceptsLoopsWithoutStepsAndWithTooMany() {
        assertEquals("training 0/0 (0 s)\n", run(0, 0, false));
        bytes.reset();
        now = 0;
        assertTrue(run(1, 3, false).endsWith("training 3/1 (3 s) loss 3\n"));
    }

    @Test
    void refusesNegativeCounts() {
        assertThrows(IllegalArgumentException.class, () -> Progress.of("x", -1));
    }
}
