package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.source.MethodKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes after the front end: writes the class of derivatives of one class. */
public interface Generator {
    /**
     * What is generated.
     *
     * @param text the source text of the class
     * @param written the indices of the parameters that each method writes into
     * @param notes what the user is told about it
     * @param checkpointed the methods whose {@code @Checkpoint} has been followed, as text
     */
    record Generated(
            String text, Map<MethodKey, Set<Integer>> written, List<Diagnostic> notes, Set<String> checkpointed) {}

    /**
     * Generates the class.
     *
     * @param reading the class's requests, all accepted
     * @param trace where to print the program after each stage
     */
    Generated generate(OwnerReading reading, Trace trace);

    /** Thrown when a method turns out not to be differentiable after all. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<Diagnostic> diagnostics;

        public Refusal(Diagnostic diagnostic) {
            this(List.of(diagnostic));
        }

        public Refusal(Collection<Diagnostic> diagnostics) {
            super(diagnostics.iterator().next().message());
            this.diagnostics = List.copyOf(diagnostics);
        }

        /** What is reported. */
        public List<Diagnostic> diagnostics() {
            return diagnostics;
        }
    }

    /** Where the program is printed after each stage, if that is asked for. */
    interface Trace {
        /** Whether anything is printed. */
        boolean isOn();

        /** Whether the program is verified after each stage. */
        boolean verifies();

        void print(String stage, String text);
    }
}
