package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.source.MethodKey;
import java.util.List;

/** A method's derivative is needed to compute itself. */
public final class Cycle extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Request request;

    Cycle(List<MethodKey> methods, Request request) {
        super("the derivatives need each other in a circle: " + methods + " and again " + request.method());
        this.request = request;
    }

    /** The method at which the circle closes. */
    public Request request() {
        return request;
    }
}
