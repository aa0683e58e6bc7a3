package dev.adjoint.processor.contract;

/** The derivatives that are generated, by the endings of their names. */
public enum Kind {
    GRADIENT("Grad"),
    VALUE_AND_GRADIENT("ValueAndGrad"),
    /** The form of {@link #VALUE_AND_GRADIENT} that writes into arrays of the caller. */
    VALUE_AND_GRADIENT_INTO("ValueAndGrad"),
    VJP("Vjp"),
    JVP("Jvp"),
    /** The form of {@link #JVP} for several directions at once, which Jacobians use. */
    JVPS("Jvps"),
    JACOBIAN("Jacobian"),
    /** The form of {@link #JACOBIAN} that writes row by row into one array of the caller. */
    JACOBIAN_INTO("Jacobian"),
    HESSIAN("Hessian"),
    HESSIAN_VECTOR("Hvp"),
    /** The method with its derivatives as one object, under the base name itself. */
    AS_OBJECT("");

    private final String ending;

    Kind(String ending) {
        this.ending = ending;
    }

    /** Whether it is one run of the method forwards and one backwards. */
    boolean isReverseSweep() {
        return this == GRADIENT || this == VALUE_AND_GRADIENT || this == VALUE_AND_GRADIENT_INTO || this == VJP;
    }

    /** Whether it is only there for other derivatives. */
    public boolean isPrivate() {
        return this == JVPS;
    }

    String ending() {
        return ending;
    }
}
