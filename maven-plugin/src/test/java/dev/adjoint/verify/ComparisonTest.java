package dev.adjoint.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void sameTexts() {
        assertEquals(List.of(), Comparison.diff(Map.of("A.java", "a\nb\n"), Map.of("A.java", "a\nb\n")));
    }

    @Test
    void aChangedLine() {
        List<String> diff = Comparison.diff(Map.of("A.java", "a\nb\n"), Map.of("A.java", "a\nc\n"));
        assertTrue(
                diff.containsAll(List.of("--- committed/A.java", "+++ generated/A.java", "-b", "+c")), diff::toString);
    }

    @Test
    void filesThatAreMissingOrTooMany() {
        assertTrue(Comparison.diff(Map.of(), Map.of("A.java", "a\n")).contains("--- /dev/null"));
        assertTrue(Comparison.diff(Map.of("A.java", "a\n"), Map.of()).contains("+++ /dev/null"));
    }

    @Test
    void onlyGeneratedFilesAreDerivatives() {
        assertTrue(Generation.isDerivative("@AdjointGenerated\npublic final class AGrad {}"));
        assertEquals(false, Generation.isDerivative("class AdjointGeneratedLater {}"));
    }
}
