package dev.adjoint.check.measure;

import dev.adjoint.check.bind.Broken;
import dev.adjoint.check.bind.Generated;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Takes the time and the memory that one call of a method needs. Rough figures: the best of some batches after a warm-up,
 * the call itself included.
 */
final class Stopwatch {
    private static final long WARM_UP_NANOS = 1_000_000_000;
    /** So many batches that are not much faster than those before end the warm-up. */
    private static final int STEADY = 12;

    private static final double FASTER = 0.9;
    private static final long BATCH_NANOS = 10_000_000;
    /** Inputs that calls go through, so that HotSpot cannot take a result out of the loop. A power of two. */
    private static final int INPUTS = 8;

    private static final MethodHandle KEEP_NUMBER = keep("number", double.class);
    private static final MethodHandle KEEP_OBJECT = keep("object", Object.class);

    @SuppressWarnings("unused") // written to, so that no result is computed in vain
    private static double number;

    @SuppressWarnings("unused")
    private static Object object;

    private final Calls calls;
    private final Supplier<Generated.Call> fresh;
    private int count = 1;
    private Reading best = new Reading(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Calls of one method. */
    interface Calls {
        void make(Object[][] arguments, int count) throws Throwable;
    }

    /**
     * What a call needs.
     *
     * @param nanos its time
     * @param bytes what it allocates
     */
    record Reading(double nanos, double bytes) {}

    /** Prepares to time the same call again and again; the method may write into its arguments. */
    Stopwatch(Supplier<Generated.Call> fresh) {
        this.fresh = fresh;
        this.calls = compiledIn(fresh.get());
    }

    private static MethodHandle keep(String field, Class<?> type) {
        try {
            return MethodHandles.lookup()
                    .findStaticVarHandle(Stopwatch.class, field, type)
                    .toMethodHandle(VarHandle.AccessMode.SET_OPAQUE);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Calls compiledIn(Generated.Call call) {
        try (InputStream file = Loop.class.getResourceAsStream("Loop.class")) {
            MethodHandle method = keeping(MethodHandles.lookup().unreflect(call.method()));
            MethodHandle spread = method.asSpreader(Object[].class, call.arguments().length)
                    .asType(MethodType.methodType(void.class, Object[].class));
            MethodHandles.Lookup loop =
                    MethodHandles.lookup().defineHiddenClassWithClassData(file.readAllBytes(), spread, true);
            return (Calls) loop.findConstructor(loop.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (Throwable e) {
            throw new Broken("cannot time " + call.method() + ": " + e, e);
        }
    }

    /** The method, its result stored where others might see it. */
    private static MethodHandle keeping(MethodHandle method) {
        Class<?> result = method.type().returnType();
        if (result == void.class) {
            return method;
        }
        boolean isNumber = result.isPrimitive();
        MethodType widened = method.type().changeReturnType(isNumber ? double.class : Object.class);
        return MethodHandles.filterReturnValue(method.asType(widened), isNumber ? KEEP_NUMBER : KEEP_OBJECT);
    }

    /** Calls until batches no longer get faster: HotSpot has compiled what it will. */
    void warmUp() {
        long start = System.nanoTime();
        double fastest = batch().nanos();
        int since = 0;
        while (since < STEADY && System.nanoTime() - start < WARM_UP_NANOS) {
            count = (int) Math.max(1, Math.min(2.0 * count, BATCH_NANOS / fastest));
            double nanos = batch().nanos();
            since = nanos < FASTER * fastest ? 0 : since + 1;
            fastest = Math.min(fastest, nanos);
        }
    }

    /** Takes another batch. */
    void measure() {
        Reading batch = batch();
        best = new Reading(Math.min(best.nanos(), batch.nanos()), Math.min(best.bytes(), batch.bytes()));
    }

    /** The best batch so far: whatever else the machine does only adds to it. */
    Reading best() {
        return best;
    }

    private Reading batch() {
        Object[][] arguments = new Object[INPUTS][];
        for (int i = 0; i < INPUTS; i++) {
            arguments[i] = fresh.get().arguments();
        }
        try {
            long bytes = allocated();
            long start = System.nanoTime();
            calls.make(arguments, count);
            long end = System.nanoTime();
            return new Reading((double) (end - start) / count, (double) (allocated() - bytes) / count);
        } catch (Throwable e) {
            throw new Broken("the method threw " + e + " while it was timed", e);
        }
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
