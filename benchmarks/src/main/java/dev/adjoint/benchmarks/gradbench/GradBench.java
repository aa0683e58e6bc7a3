package dev.adjoint.benchmarks.gradbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The process. */
public final class GradBench {
    private GradBench() {}

    /** Answers until the input ends. What anything else prints goes to the error stream. */
    public static void main(String[] arguments) throws IOException {
        PrintStream responses = System.out;
        System.setOut(System.err);
        converse(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new OutputStreamWriter(responses, StandardCharsets.UTF_8));
    }

    /** Writes a line for each line, and does not read the next one before. */
    static void converse(BufferedReader requests, Writer responses) throws IOException {
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            if (!line.isBlank()) {
                responses.write(Session.answer(line));
                responses.write('\n');
                responses.flush();
            }
        }
    }
}
