package dev.adjoint.processor.rules;

/** How a derivative passes through a primitive operation. */
public sealed interface Rule permits Differentiable, Rule.PiecewiseConstant, Rule.Refused {
    /** Whether a derivative can pass from the argument to the result. */
    boolean passes(int argument);

    /** The convention at points without a unique derivative, as a sentence for Javadoc; empty if there are none. */
    String convention();

    /** The derivative is zero wherever there is one: nothing passes. */
    record PiecewiseConstant(String convention) implements Rule {
        @Override
        public boolean passes(int argument) {
            return false;
        }
    }

    /** There is no derivative, and using the operation is an error: for this reason. */
    record Refused(String reason) implements Rule {
        @Override
        public boolean passes(int argument) {
            return false;
        }

        @Override
        public String convention() {
            return "";
        }
    }
}
