package dev.adjoint.nn;

import dev.adjoint.tensor.Tensor;

/** Modules one after the other, named 0, 1, 2, ... */
public final class Sequential extends Module {
    private final Module[] steps;

    /** These modules in this order. */
    public Sequential(Module... steps) {
        this.steps = steps.clone();
        for (int i = 0; i < steps.length; i++) {
            child(Integer.toString(i), steps[i]);
        }
    }

    @Override
    public Tensor forward(Tensor x) {
        Tensor y = x;
        for (Module step : steps) {
            y = step.forward(y);
        }
        return y;
    }
}
