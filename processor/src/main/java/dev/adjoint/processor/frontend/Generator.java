package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;

/** What comes after the front end: writes the class of derivatives of one class. */
public interface Generator {
    /**
     * The source text of the class.
     *
     * @param reading the class's requests, all accepted
     * @param trace where to print the program after each stage
     */
    String generate(OwnerReading reading, Trace trace);

    /** Thrown when a method turns out not to be differentiable after all. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        public Refusal(Diagnostic diagnostic) {
            super(diagnostic.message());
            this.diagnostic = diagnostic;
        }

        /** What is reported. */
        public Diagnostic diagnostic() {
            return diagnostic;
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
