package dev.adjoint.optim;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.stream.Collectors;

/** Several parameters as one long vector. */
final class FlatParameters {
    private final List<Tensor> parameters;

    FlatParameters(List<Tensor> parameters) {
        DType type = parameters.get(0).dtype();
        Checks.require(
                parameters.stream().allMatch(p -> p.dtype() == type),
                "LBFGS needs parameters of one type, but got "
                        + parameters.stream().map(p -> p.dtype().toString()).collect(Collectors.joining(", ")));
        this.parameters = parameters;
    }

    /** A copy of all gradients, zeros where there is none. */
    Tensor gradient() {
        return Tensor.cat(parameters.stream().map(FlatParameters::gradient).toList(), 0);
    }

    private static Tensor gradient(Tensor p) {
        Tensor g = p.grad();
        return g == null ? Tensor.zeros(p.dtype(), p.numel()) : g.detach().reshape(p.numel());
    }

    /** A copy of all elements. */
    Tensor values() {
        return Tensor.cat(
                parameters.stream().map(p -> p.detach().reshape(p.numel())).toList(), 0);
    }

    /** Moves the parameters by t times a vector. */
    void add(Tensor vector, double t) {
        int at = 0;
        for (Tensor p : parameters) {
            p.addInPlace(vector.narrow(0, at, p.numel()).view(p.shape()), t);
            at += p.numel();
        }
    }

    /** Sets the parameters to these values. */
    void set(Tensor values) {
        int at = 0;
        for (Tensor p : parameters) {
            p.copyInPlace(values.narrow(0, at, p.numel()).view(p.shape()));
            at += p.numel();
        }
    }
}
