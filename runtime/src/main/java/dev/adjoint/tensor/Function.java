package dev.adjoint.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of one's own: a forward computation and its gradient. {@link #apply} records it as one step of the
 * graph, named after the class with {@code Backward} appended.
 *
 * <pre>{@code
 * final class Cube extends Function {
 *     protected List<Tensor> forward(Context context, List<Tensor> inputs) {
 *         context.saveForBackward(inputs.get(0));
 *         return List.of(inputs.get(0).pow(3));
 *     }
 *
 *     protected List<Tensor> backward(Context context, List<Tensor> gradients) {
 *         Tensor x = context.savedTensors().get(0);
 *         return List.of(gradients.get(0).mul(x.square().mul(3)));
 *     }
 * }
 * Tensor y = new Cube().apply(x);
 * }</pre>
 */
public abstract class Function {

    /** What a forward computation keeps for its gradient. */
    public static final class Context {
        private @Nullable List<Tensor> saved;
        private int[] versions = {};
        private boolean freed;
        private boolean[] needed = {};

        private Context() {}

        /** Keeps tensors for the backward pass, which checks that they were not changed in place. */
        public void saveForBackward(Tensor... tensors) {
            saved = List.of(tensors);
            versions = Arrays.stream(tensors).mapToInt(Tensor::version).toArray();
        }

        /** The tensors that were kept. */
        public List<Tensor> savedTensors() {
            if (freed) {
                throw Errors.graphFreed();
            }
            List<Tensor> tensors = saved == null ? List.of() : saved;
            for (int i = 0; i < tensors.size(); i++) {
                if (tensors.get(i).version() != versions[i]) {
                    throw Errors.modifiedInPlace(tensors.get(i), versions[i]);
                }
            }
            return tensors;
        }

        /** Whether this input's gradient is wanted; a gradient that is not may be null. */
        public boolean needsInputGrad(int input) {
            return needed[input];
        }

        private void release() {
            freed = saved != null;
            saved = null;
        }
    }

    /** Computes the outputs; what happens here is not recorded. */
    protected abstract List<Tensor> forward(Context context, List<Tensor> inputs);

    /**
     * Computes the gradients of the inputs, in order, from those of the outputs. Use tensor operations, so that the
     * gradients can be differentiated. Null stands for no gradient.
     */
    protected abstract List<@Nullable Tensor> backward(Context context, List<Tensor> gradients);

    /** Applies this function, which has one output. */
    public final Tensor apply(Tensor... inputs) {
        List<Tensor> outputs = applyAll(inputs);
        if (outputs.size() != 1) {
            throw new IllegalStateException(name() + ": apply() is for functions with one output, this one has "
                    + outputs.size() + "; use applyAll()");
        }
        return outputs.get(0);
    }

    /** Applies this function. All outputs must be of one floating-point type. */
    public final List<Tensor> applyAll(Tensor... inputs) {
        Context context = new Context();
        context.needed = new boolean[inputs.length];
        boolean required = false;
        for (int i = 0; i < inputs.length; i++) {
            context.needed[i] = inputs[i].requiresGrad();
            required |= context.needed[i];
        }
        List<Tensor> outputs = Autograd.noGrad(() -> forward(context, List.of(inputs)));
        return required && GradMode.isEnabled() ? record(context, inputs, outputs) : outputs;
    }

    private String name() {
        return getClass().getSimpleName();
    }

    private List<Tensor> record(Context context, Tensor[] inputs, List<Tensor> outputs) {
        Step step = new Step(this, outputs);
        if (outputs.size() == 1) {
            Tensor y = own(outputs.get(0), inputs);
            step.attach(context, inputs, y);
            return List.of(y);
        }
        Tensor packed = step.pack();
        step.attach(context, inputs, packed);
        return step.unpack(packed);
    }

    /** The output as a tensor of its own, where it is an input or shares another tensor's place in the graph. */
    private static Tensor own(Tensor y, Tensor[] inputs) {
        boolean taken =
                y.requiresGrad() || y.link() != null || Arrays.asList(inputs).contains(y);
        return taken ? y.detach() : y;
    }

    /** The row of one application; several outputs are one vector to the graph, of which they are views. */
    private static final class Step extends Op<Context> {
        private final Function function;
        private final List<Tensor> outputs;

        @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
        Step(Function function, List<Tensor> outputs) {
            super(function.name(), function.name() + "Backward", null, new Use[0], "");
            this.function = function;
            this.outputs = List.copyOf(outputs);
        }

        void attach(Context context, Tensor[] inputs, Tensor y) {
            Node[] next = new Node[inputs.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = inputs[i].edge();
            }
            Node n = new Node(this, y, next) {
                @Override
                void release() {
                    context.release();
                }
            };
            n.args = context;
            y.attach(n);
        }

        Tensor pack() {
            List<Tensor> flat = new ArrayList<>();
            outputs.forEach(t -> flat.add(t.detach().reshape(-1)));
            return Tensor.cat(flat, 0);
        }

        /** The parts of a vector that is laid out like the outputs. */
        List<Tensor> unpack(Tensor packed) {
            List<Tensor> parts = new ArrayList<>();
            int at = 0;
            for (Tensor t : outputs) {
                parts.add(packed.narrow(0, at, t.numel).reshape(t.shape));
                at += t.numel;
            }
            return parts;
        }

        @Override
        boolean makesFreshGradients() {
            return false;
        }

        @Override
        @Nullable
        Tensor[] gradients(Node n, Tensor g) {
            List<Tensor> each = outputs.size() == 1 ? List.of(g) : unpack(g);
            List<@Nullable Tensor> result = function.backward((Context) n.args, each);
            if (result.size() != n.next.length) {
                throw new IllegalStateException("function " + gradName + " returned an incorrect number of gradients"
                        + " (expected " + n.next.length + ", got " + result.size() + ")");
            }
            return result.toArray(new Tensor[0]);
        }
    }
}
