package dev.adjoint.progress;

import java.io.Console;
import java.lang.reflect.Method;

/** Finds out whether a person watches. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether a terminal is attached. Since Java 22 there is a console without one too, and a method that tells, which
     * older versions, for which this is compiled, don't have.
     */
    static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (Boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
