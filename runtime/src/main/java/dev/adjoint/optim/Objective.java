package dev.adjoint.optim;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.function.Supplier;

/** The loss as a function of all parameters. */
record Objective(Supplier<Tensor> closure, FlatParameters parameters) {

    /** The loss at the present parameters; leaves its gradients with them. */
    double evaluate() {
        return Autograd.enableGrad(closure).item();
    }

    /** The loss and its gradient at x + t d; the parameters come back to x. */
    LineSearch.Point at(Tensor x, Tensor d, double t) {
        parameters.add(d, t);
        double loss = evaluate();
        Tensor gradient = parameters.gradient();
        parameters.set(x);
        return new LineSearch.Point(t, loss, gradient, gradient.dot(d).item());
    }
}
