package dev.adjoint.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step of the recorded graph: how to carry the gradient of an operation's result to its operands. What
 * {@link Tensor#gradFn()} returns.
 */
public class Node {
    final Op<?> op;
    final @Nullable Node[] next;
    /** Greater than the depth of all {@link #next} nodes, so that descending depth is an order for backward. */
    final int depth;

    /** The result's shape and type, which its gradient must have. */
    final int[] shape;

    final DType dtype;

    @Nullable
    Object args;

    double p;
    double q;

    /** What the backward pass waits to process here, while one runs. */
    @Nullable
    Tensor slot;

    boolean slotOwned;

    @Nullable
    Throwable trace;

    private @Nullable Tensor savedA;
    private @Nullable Tensor savedB;
    private @Nullable Tensor savedC;
    private @Nullable Tensor savedY;
    private int versionA;
    private int versionB;
    private int versionC;
    private int versionY;
    private boolean freed;
    private @Nullable List<UnaryOperator<Tensor>> hooks;

    Node(Op<?> op, Tensor y, @Nullable Node[] next) {
        this.op = op;
        this.next = next;
        this.shape = y.shape;
        this.dtype = y.dtype;
        int deepest = 0;
        for (Node n : next) {
            if (n != null && n.depth > deepest) {
                deepest = n.depth;
            }
        }
        this.depth = deepest + 1;
    }

    /** A node without operands: the end of the graph. */
    Node(Op<?> op, Tensor leaf) {
        this.op = op;
        this.next = new Node[0];
        this.shape = leaf.shape;
        this.dtype = leaf.dtype;
        this.depth = 0;
    }

    /** PyTorch's name of this step, such as {@code AddBackward0}. */
    public String name() {
        return op.gradName;
    }

    /** The nodes that receive the gradients of the operands, in order; null for an operand that requires none. */
    public List<@Nullable Node> nextFunctions() {
        List<@Nullable Node> list = new ArrayList<>();
        for (Node n : next) {
            list.add(n);
        }
        return list;
    }

    @Override
    public String toString() {
        return "<" + shortName() + " object at 0x" + String.format("%012x", System.identityHashCode(this)) + ">";
    }

    /** The name as a tensor prints it, without PyTorch's name space. */
    String shortName() {
        String name = name();
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** The first operand, as it was. */
    Tensor a() {
        return check(savedA, versionA);
    }

    /** The second operand, as it was. */
    Tensor b() {
        return check(savedB, versionB);
    }

    /** The third operand, as it was. */
    Tensor c() {
        return check(savedC, versionC);
    }

    /** The result, as it was. */
    Tensor y() {
        return check(savedY, versionY);
    }

    void saveA(Tensor t) {
        savedA = t;
        versionA = t.storage.version;
    }

    /** Keeps a copy of the first operand, which is about to be overwritten. */
    void keepA() {
        if (savedA != null) {
            saveA(savedA.snapshot());
        }
    }

    void saveB(Tensor t) {
        savedB = t;
        versionB = t.storage.version;
    }

    void saveC(Tensor t) {
        savedC = t;
        versionC = t.storage.version;
    }

    void saveY(Tensor t) {
        savedY = t;
        versionY = t.storage.version;
    }

    private Tensor check(@Nullable Tensor saved, int version) {
        if (saved == null) {
            throw freed
                    ? Errors.graphFreed()
                    : new IllegalStateException("internal: " + op.name + " did not save this value");
        }
        if (saved.storage.version != version) {
            throw Errors.modifiedInPlace(this, saved, saved == savedY, version);
        }
        return saved;
    }

    /** Whether one of the saved values lives in this storage. */
    boolean saves(Storage s) {
        return isIn(savedA, s) || isIn(savedB, s) || isIn(savedC, s) || isIn(savedY, s);
    }

    private static boolean isIn(@Nullable Tensor t, Storage s) {
        return t != null && t.storage == s;
    }

    /** Drops the saved values; a later use of one says so. */
    void release() {
        if (savedA != null || savedB != null || savedC != null || savedY != null) {
            savedA = null;
            savedB = null;
            savedC = null;
            savedY = null;
            freed = true;
        }
    }

    /** Throws when this node has been released: for nodes that keep more than the four saved values. */
    void requireNotFreed() {
        if (freed) {
            throw Errors.graphFreed();
        }
    }

    Runnable addHook(UnaryOperator<Tensor> hook) {
        if (hooks == null) {
            hooks = new ArrayList<>();
        }
        List<UnaryOperator<Tensor>> list = hooks;
        list.add(hook);
        return () -> list.remove(hook);
    }

    boolean hasHooks() {
        return hooks != null;
    }

    /** Runs the hooks on the gradient of this node's result. */
    Tensor runHooks(Tensor gradient) {
        if (hooks == null) {
            return gradient;
        }
        Tensor g = gradient;
        for (UnaryOperator<Tensor> hook : new ArrayList<>(hooks)) {
            Tensor changed = hook.apply(g);
            g = changed == null ? g : changed;
        }
        return g;
    }
}
