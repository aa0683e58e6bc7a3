package dev.adjoint.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gradients on demand, and switches for what is recorded. */
public final class Autograd {
    private Autograd() {}

    /** Runs an action during which this thread records nothing. */
    public static void noGrad(Runnable action) {
        boolean before = GradMode.set(false);
        try {
            action.run();
        } finally {
            GradMode.set(before);
        }
    }

    /** Computes something while this thread records nothing. */
    public static <T> T noGrad(Supplier<T> action) {
        boolean before = GradMode.set(false);
        try {
            return action.get();
        } finally {
            GradMode.set(before);
        }
    }

    /** Computes something while this thread records, also inside {@link #noGrad(Supplier)}. */
    public static <T> T enableGrad(Supplier<T> action) {
        boolean before = GradMode.set(true);
        try {
            return action.get();
        } finally {
            GradMode.set(before);
        }
    }

    /** Whether this thread records operations. */
    public static boolean isGradEnabled() {
        return GradMode.isEnabled();
    }

    /**
     * Switches anomaly detection, for all threads: each recorded operation remembers where it was called, and a
     * backward pass that computes a NaN throws an {@link IllegalStateException} that names the operation and that
     * place. Slow; for debugging.
     */
    public static void detectAnomaly(boolean enabled) {
        Anomaly.enabled = enabled;
    }

    /** The gradient of the output with respect to an input, which must have been used. */
    public static Tensor grad(Tensor output, Tensor input) {
        return grad(List.of(output), List.of(input), null, false, false, false).get(0);
    }

    /** The gradient of the output with respect to an input, recorded if createGraph is set. */
    public static Tensor grad(Tensor output, Tensor input, boolean createGraph) {
        return grad(List.of(output), List.of(input), null, createGraph, createGraph, false)
                .get(0);
    }

    /**
     * The gradients of the sum of the outputs, weighted by their gradients, with respect to the inputs. No tensor's
     * {@link Tensor#grad()} changes.
     *
     * @param gradOutputs one gradient for each output; null, or null elements, stand for 1 and need one-element outputs
     * @param retainGraph whether a further backward pass can follow
     * @param createGraph whether the gradients are recorded, so that they can be differentiated
     * @param allowUnused whether an input that no output depends on gets null instead of an exception
     */
    public static List<@Nullable Tensor> grad(
            List<Tensor> outputs,
            List<Tensor> inputs,
            @Nullable List<@Nullable Tensor> gradOutputs,
            boolean retainGraph,
            boolean createGraph,
            boolean allowUnused) {
        Node[] roots = new Node[outputs.size()];
        Tensor[] gradients = new Tensor[roots.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = root(outputs.get(i), i);
            gradients[i] = seed(outputs.get(i), gradOutputs == null ? null : gradOutputs.get(i), i);
        }
        Map<Node, Tensor[]> captures = new IdentityHashMap<>();
        for (Tensor input : inputs) {
            Node n = input.edge();
            if (n == null) {
                throw new IllegalStateException("grad(): One of the differentiated Tensors does not require grad");
            }
            captures.putIfAbsent(n, new Tensor[1]);
        }
        Set<Node> needed = leadingTo(captures.keySet(), roots);
        Engine.capture(roots, gradients, retainGraph || createGraph, createGraph, captures, needed);
        return collect(inputs, captures, allowUnused);
    }

    /**
     * Compares the gradients of a function with central differences, element by element.
     *
     * @param inputs those that require gradients must be {@link DType#FLOAT64}
     * @return true
     * @throws IllegalStateException where they differ by more than 1e-5 and 0.1 percent
     */
    public static boolean gradcheck(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
        new GradCheck(f, inputs, 1e-6, 1e-5, 1e-3).run();
        return true;
    }

    /** The same for the gradients of the gradients, weighted by ones. */
    public static boolean gradgradcheck(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
        for (Tensor input : inputs) {
            if (input.requiresGrad()) {
                int at = inputs.indexOf(input);
                gradcheck(arguments -> grad(f.apply(arguments).sum(), arguments.get(at), true), inputs);
            }
        }
        return true;
    }

    private static List<@Nullable Tensor> collect(
            List<Tensor> inputs, Map<Node, Tensor[]> captures, boolean allowUnused) {
        List<@Nullable Tensor> result = new ArrayList<>();
        for (Tensor input : inputs) {
            Tensor g = captures.get(input.edge())[0];
            if (g == null && !allowUnused) {
                throw new IllegalStateException(
                        "grad(): One of the differentiated Tensors appears to not have been used"
                                + " in the graph. Set allowUnused = true if this is the desired behavior.");
            }
            result.add(g);
        }
        return result;
    }

    /** All nodes from which one of the targets can be reached; without recursion. */
    private static Set<Node> leadingTo(Set<Node> targets, Node[] roots) {
        Set<Node> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> path = new ArrayDeque<>();
        List<Node> all = new ArrayList<>();
        for (Node root : roots) {
            if (seen.add(root)) {
                path.push(root);
            }
        }
        while (!path.isEmpty()) {
            Node n = path.pop();
            all.add(n);
            for (Node next : n.next) {
                if (next != null && seen.add(next)) {
                    path.push(next);
                }
            }
        }
        all.sort((a, b) -> Integer.compare(a.depth, b.depth));
        for (Node n : all) {
            if (targets.contains(n) || Arrays.stream(n.next).anyMatch(needed::contains)) {
                needed.add(n);
            }
        }
        return needed;
    }

    /** The general backward pass over several outputs: adds to the gradients of all leaves. */
    public static void backward(
            List<Tensor> outputs,
            @Nullable List<@Nullable Tensor> gradOutputs,
            boolean retainGraph,
            boolean createGraph) {
        Node[] roots = new Node[outputs.size()];
        Tensor[] gradients = new Tensor[roots.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = root(outputs.get(i), i);
            gradients[i] = seed(outputs.get(i), gradOutputs == null ? null : gradOutputs.get(i), i);
        }
        Engine.backward(roots, gradients, retainGraph || createGraph, createGraph);
    }

    static void backward(Tensor y, @Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
        Node root = root(y, 0);
        Engine.backward(
                new Node[] {root}, new Tensor[] {seed(y, gradient, 0)}, retainGraph || createGraph, createGraph);
    }

    private static Node root(Tensor y, int i) {
        Node n = y.edge();
        if (n == null) {
            throw new IllegalStateException(
                    "backward(): element " + i + " of tensors does not require grad and does not have a grad_fn");
        }
        return n;
    }

    /** The gradient that a backward pass starts with. */
    private static Tensor seed(Tensor y, @Nullable Tensor gradient, int i) {
        if (gradient == null) {
            if (y.numel != 1) {
                throw new IllegalStateException("backward(): grad can be implicitly created only for scalar outputs,"
                        + " but the shape is " + Arrays.toString(y.shape));
            }
            Tensor one = Tensor.empty(y.dtype, y.shape);
            Creation.fill(one.storage.array, 1);
            return one;
        }
        if (!Arrays.equals(gradient.shape, y.shape)) {
            throw new IllegalArgumentException("backward(): Mismatch in shape: grad_output[" + i + "] has a shape of "
                    + Arrays.toString(gradient.shape) + " and output[" + i + "] has a shape of "
                    + Arrays.toString(y.shape) + ".");
        }
        return gradient.to(y.dtype);
    }
}
