package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void shortLinesAndCommentsStay() {
        List<String> lines = List.of("  x = 1;", "// " + "word ".repeat(40));
        assertEquals(lines, Wrapping.of(lines));
    }

    @Test
    void breaksOutsideParenthesesBeforeAnOperator() {
        String product = "(first + second) * third";
        String line = "  double sum = " + String.join(" + ", product, product, product, product, product) + ";";
        List<String> wrapped = Wrapping.of(List.of(line));
        assertEquals(2, wrapped.size());
        assertTrue(wrapped.get(1).startsWith("      + (first"), wrapped::toString);
    }

    @Test
    void neverBreaksWithinAString() {
        String line = "throw new IllegalArgumentException(\"" + "a, b + c ".repeat(12) + "\", x);";
        List<String> wrapped = Wrapping.of(List.of(line));
        assertEquals(1, wrapped.stream().filter(l -> l.contains("\"")).count());
    }

    @Test
    void breaksLongListsMoreThanOnce() {
        String line = "f(" + "argument, ".repeat(40) + "last);";
        List<String> wrapped = Wrapping.of(List.of(line));
        assertTrue(wrapped.stream().allMatch(l -> l.length() <= 104), wrapped::toString);
        assertEquals(line.replace(" ", ""), String.join("", wrapped).replace(" ", ""));
    }
}
