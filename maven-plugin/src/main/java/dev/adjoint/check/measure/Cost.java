package dev.adjoint.check.measure;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Broken;
import dev.adjoint.check.bind.Point;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * How much longer the value with the gradient takes than the method alone. A rough figure: the best of some batches after
 * a short warm-up, less what the call of an empty method takes.
 */
final class Cost {
    private static final int BATCHES = 9;
    private static final int CALLS = 64;
    private static final long BATCH_NANOS = 15_000_000;
    /** Methods that are faster than this many nanoseconds cannot be told from the call itself. */
    private static final double SHORTEST = 5;

    private final Binding binding;
    private final Point point;
    private final @Nullable Method timed;

    Cost(Binding binding, Point point) {
        this.binding = binding;
        this.point = point;
        Method both = binding.generatedMethod("ValueAndGrad");
        this.timed = both != null ? both : binding.generatedMethod("Grad");
    }

    String name() {
        return timed == null ? "" : timed.getName();
    }

    /** The ratio, NaN if there is no such method or if it is too fast to be timed. */
    double ratio() {
        if (timed == null) {
            return Double.NaN;
        }
        try {
            double alone = nanos(MethodHandles.lookup().unreflect(binding.primal()));
            double both = nanos(MethodHandles.lookup().unreflect(timed));
            return alone < SHORTEST || both < SHORTEST ? Double.NaN : both / alone;
        } catch (IllegalAccessException e) {
            throw new Broken("cannot call " + timed + ": " + e.getMessage(), e);
        }
    }

    private double nanos(MethodHandle method) {
        return best(method) - best(MethodHandles.empty(method.type()));
    }

    /** The method may write into its arguments: each batch has fresh ones. */
    private double best(MethodHandle method) {
        MethodHandle spread = method.asSpreader(Object[].class, method.type().parameterCount());
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < BATCHES; i++) {
            best = Math.min(best, batch(spread, point.copy()));
        }
        return best;
    }

    private static double batch(MethodHandle method, @Nullable Object[] arguments) {
        try {
            long calls = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < BATCH_NANOS) {
                for (int i = 0; i < CALLS; i++) {
                    method.invoke(arguments);
                }
                calls += CALLS;
            }
            return (double) (System.nanoTime() - start) / calls;
        } catch (Throwable e) {
            throw new Broken("the method threw " + e + " while it was timed", e);
        }
    }
}
