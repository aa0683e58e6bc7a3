package dev.adjoint.check.measure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Calls one method over and over. {@link Stopwatch} loads this class anew for each method: then the handle is a constant,
 * and HotSpot compiles the method into the loop as it does for callers that are written out.
 */
final class Loop implements Stopwatch.Calls {
    private static final MethodHandle METHOD = method();

    Loop() {}

    private static MethodHandle method() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void make(Object[][] arguments, int count) throws Throwable {
        int mask = arguments.length - 1;
        for (int i = 0; i < count; i++) {
            METHOD.invokeExact(arguments[i & mask]);
        }
    }
}
