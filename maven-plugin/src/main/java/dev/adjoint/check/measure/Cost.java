package dev.adjoint.check.measure;

import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;

/**
 * What a derivative costs at one input.
 *
 * @param method the generated method that was timed
 * @param alone nanoseconds of the annotated method
 * @param derived nanoseconds of the generated one
 * @param aloneBytes bytes that the annotated method allocates
 * @param derivedBytes bytes that the generated one allocates, its result included
 */
public record Cost(String method, double alone, double derived, double aloneBytes, double derivedBytes) {
    /** Batches of both take turns, so that a busy machine slows both. */
    private static final int BATCHES = 8;

    static Cost of(Generated generated, Point point) {
        Generated.Call derivative = generated.derivativeCall(point);
        Stopwatch alone = new Stopwatch(() -> generated.primalCall(point));
        Stopwatch derived = new Stopwatch(() -> generated.derivativeCall(point));
        alone.warmUp();
        derived.warmUp();
        for (int i = 0; i < BATCHES; i++) {
            alone.measure();
            derived.measure();
        }
        return new Cost(
                derivative.method().getName(),
                alone.best().nanos(),
                derived.best().nanos(),
                alone.best().bytes(),
                derived.best().bytes());
    }

    /** The time of the generated method as a multiple of that of the annotated one. */
    public double ratio() {
        return derived / alone;
    }
}
