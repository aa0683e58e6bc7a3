package dev.adjoint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.source.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
    @TempDir
    private Path folder;

    private String of(String body) throws IOException {
        Path file = folder.resolve("Demo.java");
        Files.writeString(file, "class Demo { double[] fGrad(double[] x, int n) {" + body + "} }");
        return Recorded.by(JavaSource.read(file).methods().get(0));
    }

    @Test
    void adjointsAreNotRecorded() throws IOException {
        assertEquals(
                "fGrad records nothing but local variables.",
                of("double[] xBar = new double[x.length]; double[] yBar1 = new double[3]; return xBar;"));
    }

    @Test
    void lengthsAreGivenByParameters() throws IOException {
        assertEquals(
                "fGrad records, arrays of the method itself included, 12 * Math.max((n - 1), 0) bytes (ts, is)"
                        + " and 1 * x.length bytes (bs).",
                of("int n1 = n - 1; int n2 = Math.max(n1, 0); int n3 = x.length; double[] ts = new double[n2];"
                        + " int[] is = new int[n2]; boolean[] bs = new boolean[n3];"));
    }

    @Test
    void aLengthThatVariesStandsAsItIs() throws IOException {
        assertEquals(
                "fGrad records, arrays of the method itself included, 8 * i bytes, made in a loop (ts).",
                of("for (int i = 0; i < n; i++) { double[] ts = new double[i]; }"));
    }

    @Test
    void arraysOfArrays() throws IOException {
        assertEquals(
                "fGrad records, arrays of the method itself included, 8 * x.length * (n + 1) bytes (m)"
                        + " and 1 * n references (rows).",
                of("double[][] m = new double[x.length][n + 1]; double[][] rows = new double[n][];"));
    }

    @Test
    void whatGrowsIsCountedByTurns() throws IOException {
        assertEquals(
                "fGrad records, arrays of the method itself included, 8 bytes for each turn of its loop (ts).",
                of("double[] ts = new double[16]; while (n > 0) { ts = Recording.ensure(ts, n); }"));
    }
}
