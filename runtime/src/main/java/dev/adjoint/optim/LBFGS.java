package dev.adjoint.optim;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The quasi-Newton method of Liu and Nocedal (1989) with limited memory, as in PyTorch. Each {@link #step(Supplier)}
 * makes up to maxIter iterations and evaluates the loss as often as it needs, so it takes the loss as a function.
 */
public final class LBFGS extends Optimizer {
    /** A pair of changes whose product is not above this would spoil the curvature, and is left out. */
    private static final double LEAST_CURVATURE = 1e-10;

    private final int maxIter;
    private final int maxEval;
    private final double toleranceGrad;
    private final double toleranceChange;
    private final boolean strongWolfe;
    private final Curvature curvature;
    private final FlatParameters flat;
    private long iterations;
    private Tensor direction;
    private Tensor previousGradient;
    private double length;

    /** What the method can be told. */
    public static final class Options extends dev.adjoint.optim.Options<Options> {
        int maxIter = 20;
        int maxEval = -1;
        double toleranceGrad = 1e-7;
        double toleranceChange = 1e-9;
        int historySize = 100;
        boolean strongWolfe;

        Options() {
            super(1, 0);
        }

        @Override
        Options self() {
            return this;
        }

        /** The most iterations in a step; 20 by default. */
        public Options maxIter(int most) {
            this.maxIter = most;
            return this;
        }

        /** The most evaluations of the loss in a step; 5/4 maxIter by default. */
        public Options maxEval(int most) {
            this.maxEval = most;
            return this;
        }

        /** The largest element of a gradient that counts as 0; 1e-7 by default. */
        public Options toleranceGrad(double tolerance) {
            this.toleranceGrad = tolerance;
            return this;
        }

        /** The change of loss or parameters at which a step ends; 1e-9 by default. */
        public Options toleranceChange(double tolerance) {
            this.toleranceChange = tolerance;
            return this;
        }

        /** How many changes are remembered; 100 by default. */
        public Options historySize(int size) {
            this.historySize = size;
            return this;
        }

        /** Whether to search along the direction for a point that meets the strong Wolfe conditions; else steps of lr. */
        public Options strongWolfe(boolean search) {
            this.strongWolfe = search;
            return this;
        }
    }

    /** The defaults: learning rate 1, 20 iterations, 100 changes remembered, no line search. */
    public static Options options() {
        return new Options();
    }

    /** The method with its defaults. */
    public LBFGS(List<Tensor> parameters) {
        this(parameters, options());
    }

    /** The method with these options. */
    public LBFGS(List<Tensor> parameters, Options options) {
        super(parameters, options.lr);
        Checks.require(
                options.weightDecay == 0 && !options.maximize,
                "LBFGS supports neither weight decay nor maximize; write them into the loss");
        Checks.require(options.maxIter > 0, "Invalid max_iter: " + options.maxIter + ". It must be above 0.");
        Checks.require(
                options.historySize > 0, "Invalid history_size: " + options.historySize + ". It must be above 0.");
        this.maxIter = options.maxIter;
        this.maxEval = options.maxEval < 0 ? options.maxIter * 5 / 4 : options.maxEval;
        this.toleranceGrad = options.toleranceGrad;
        this.toleranceChange = options.toleranceChange;
        this.strongWolfe = options.strongWolfe;
        this.curvature = new Curvature(options.historySize);
        this.flat = new FlatParameters(parameters());
    }

    /** Always refused: this method evaluates the loss itself. */
    @Override
    public void step() {
        throw new UnsupportedOperationException("LBFGS.step() needs the loss as a function, because it evaluates it"
                + " several times: call step(() -> { zeroGrad(); compute the loss; loss.backward(); return loss; })");
    }

    /**
     * Makes one step.
     *
     * @param closure clears the gradients, computes the loss, runs its backward pass and returns it
     * @return the loss before the step
     */
    public Tensor step(Supplier<Tensor> closure) {
        Tensor before = Autograd.enableGrad(closure);
        Autograd.noGrad(() -> iterate(new Objective(closure, flat), before.item()));
        return before;
    }

    /** Where a step has come to. */
    private static final class Position {
        double loss;
        Tensor gradient;
        int evaluations = 1;

        Position(double loss, Tensor gradient) {
            this.loss = loss;
            this.gradient = gradient;
        }
    }

    private void iterate(Objective objective, double initialLoss) {
        Position at = new Position(initialLoss, flat.gradient());
        boolean more = !isFlat(at.gradient);
        for (int i = 1; more && i <= maxIter; i++) {
            iterations++;
            turn(at.gradient);
            double slope = at.gradient.dot(direction).item();
            if (slope > -toleranceChange) {
                return;
            }
            double lossBefore = at.loss;
            advance(objective, at, slope, i == maxIter);
            more = at.evaluations < maxEval
                    && !isFlat(at.gradient)
                    && largest(direction) * Math.abs(length) > toleranceChange
                    && !(Math.abs(at.loss - lossBefore) < toleranceChange);
        }
    }

    /** Sets the direction and the first trial of its length from the gradient and what is remembered. */
    private void turn(Tensor gradient) {
        if (iterations == 1) {
            direction = gradient.neg();
            length = Math.min(1, 1 / gradient.abs().sum().item()) * lr();
        } else {
            curvature.remember(gradient.sub(previousGradient), direction.mul(length));
            direction = curvature.direction(gradient);
            length = lr();
        }
        previousGradient = gradient;
    }

    private void advance(Objective objective, Position at, double slope, boolean last) {
        if (strongWolfe) {
            LineSearch search = new LineSearch(objective, direction);
            LineSearch.Point found = search.run(length, at.loss, at.gradient, slope);
            length = found.t();
            at.loss = found.loss();
            at.gradient = found.gradient();
            at.evaluations += search.evaluations();
            flat.add(direction, length);
        } else {
            flat.add(direction, length);
            if (!last) {
                at.loss = objective.evaluate();
                at.gradient = flat.gradient();
                at.evaluations++;
            }
        }
    }

    private boolean isFlat(Tensor gradient) {
        return largest(gradient) <= toleranceGrad;
    }

    private static double largest(Tensor t) {
        return t.abs().amax().item();
    }

    /** The changes remembered, and the direction they give. */
    private static final class Curvature {
        private final int size;
        private final List<Tensor> gradientChanges = new ArrayList<>();
        private final List<Tensor> steps = new ArrayList<>();
        private final List<Double> ro = new ArrayList<>();
        private double diagonal = 1;

        Curvature(int size) {
            this.size = size;
        }

        void remember(Tensor y, Tensor s) {
            double ys = y.dot(s).item();
            if (!(ys > LEAST_CURVATURE)) {
                return;
            }
            if (ro.size() == size) {
                gradientChanges.remove(0);
                steps.remove(0);
                ro.remove(0);
            }
            gradientChanges.add(y);
            steps.add(s);
            ro.add(1 / ys);
            diagonal = ys / y.dot(y).item();
        }

        /** Minus the product of the approximate inverse Hessian and the gradient, by the two-loop recursion. */
        Tensor direction(Tensor gradient) {
            int n = ro.size();
            double[] al = new double[n];
            Tensor q = gradient.neg();
            for (int i = n - 1; i >= 0; i--) {
                al[i] = steps.get(i).dot(q).item() * ro.get(i);
                q = q.add(gradientChanges.get(i), -al[i]);
            }
            Tensor r = q.mul(diagonal);
            for (int i = 0; i < n; i++) {
                double be = gradientChanges.get(i).dot(r).item() * ro.get(i);
                r = r.add(steps.get(i), al[i] - be);
            }
            return r;
        }
    }
}
