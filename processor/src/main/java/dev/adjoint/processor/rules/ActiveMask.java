package dev.adjoint.processor.rules;

/** Which arguments of an operation carry derivatives. At a tie of {@code max} and the like this decides. */
@FunctionalInterface
public interface ActiveMask {
    ActiveMask ALL = argument -> true;

    boolean isActive(int argument);

    /** Only this argument carries a derivative. */
    static ActiveMask only(int one) {
        return argument -> argument == one;
    }
}
