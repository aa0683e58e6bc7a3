package dev.adjoint.tensor;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Walks the recorded graph backwards. Nodes are taken by descending depth from a heap, so that a node is processed only
 * when all gradients of its result have arrived; there is no recursion.
 *
 * <p>Waiting gradients lie in the nodes themselves. Only one pass at a time may use them; a pass that starts while
 * another one runs (in another thread, or in a hook) keeps its gradients in a map.
 */
final class Engine {
    private static final AtomicBoolean SLOTS_IN_USE = new AtomicBoolean();

    private final boolean retain;
    private final boolean create;
    private final @Nullable Map<Node, Tensor[]> captures;
    private final @Nullable Set<Node> needed;
    private final @Nullable Map<Node, Tensor> waiting;
    private Node[] heap = new Node[8];
    private int size;

    private Engine(
            boolean retain,
            boolean create,
            @Nullable Map<Node, Tensor[]> captures,
            @Nullable Set<Node> needed,
            boolean slots) {
        this.retain = retain;
        this.create = create;
        this.captures = captures;
        this.needed = needed;
        this.waiting = slots ? null : new IdentityHashMap<>();
    }

    /** Adds the gradients of the leaves that the roots depend on to those leaves. */
    static void backward(Node[] roots, Tensor[] gradients, boolean retain, boolean create) {
        run(roots, gradients, retain, create, null, null);
    }

    /** Puts the gradient of each captured node's result into its array, and touches no leaf. */
    static void capture(
            Node[] roots,
            Tensor[] gradients,
            boolean retain,
            boolean create,
            Map<Node, Tensor[]> captures,
            Set<Node> needed) {
        run(roots, gradients, retain, create, captures, needed);
    }

    private static void run(
            Node[] roots,
            Tensor[] gradients,
            boolean retain,
            boolean create,
            @Nullable Map<Node, Tensor[]> captures,
            @Nullable Set<Node> needed) {
        boolean slots = SLOTS_IN_USE.compareAndSet(false, true);
        Engine engine = new Engine(retain, create, captures, needed, slots);
        boolean mode = GradMode.set(create);
        try {
            for (int i = 0; i < roots.length; i++) {
                engine.send(roots[i], gradients[i], false);
            }
            engine.drain();
        } finally {
            GradMode.set(mode);
            if (slots) {
                engine.clear();
                SLOTS_IN_USE.set(false);
            }
        }
    }

    private void drain() {
        while (size > 0) {
            Node n = pop();
            boolean owned = waiting == null && n.slotOwned && !n.hasHooks();
            Tensor g = n.runHooks(take(n));
            if (captures != null) {
                Tensor[] target = captures.get(n);
                if (target != null) {
                    target[0] = g;
                }
            }
            if (n instanceof AccumulateGrad) {
                if (captures == null) {
                    ((AccumulateGrad) n).accumulate(g, owned, create);
                }
            } else {
                process(n, g, owned && captures == null);
            }
        }
    }

    private void process(Node n, Tensor g, boolean owned) {
        Node[] next = n.next;
        boolean passedOn = false;
        Tensor[] all = n.op.gradients(n, g);
        for (int i = 0; i < next.length; i++) {
            Node to = next[i];
            if (to != null && (needed == null || needed.contains(to))) {
                Tensor part = all == null ? n.op.gradient(n, g, i) : all[i];
                if (part != null) {
                    Anomaly.check(n, part, i);
                    Tensor fitted = fit(part, to, n);
                    passedOn |= fitted.storage == g.storage;
                    send(to, fitted, isFresh(fitted, n, g));
                }
            }
        }
        if (!retain) {
            n.release();
        }
        if (owned && !passedOn && n.op.makesFreshGradients()) {
            Buffers.give(g);
        }
    }

    /** Sums a gradient over broadcast dimensions and converts it to the type of what it is the gradient of. */
    private static Tensor fit(Tensor g, Node to, Node from) {
        Tensor fitted = g;
        if (g.shape != to.shape && !Arrays.equals(g.shape, to.shape)) {
            fitted = g.sumTo(to.shape, from.op.name);
        }
        return fitted.dtype == to.dtype ? fitted : fitted.to(to.dtype);
    }

    /** Whether nobody else holds the elements of this gradient, so that it may become a leaf's own. */
    private boolean isFresh(Tensor part, Node n, Tensor g) {
        return !create
                && part.storage != g.storage
                && part.link() == null
                && n.op.makesFreshGradients()
                && !n.saves(part.storage);
    }

    private void send(Node to, Tensor g, boolean owned) {
        Tensor present = waiting == null ? to.slot : waiting.get(to);
        boolean own = owned;
        Tensor sum = g;
        if (present == null) {
            push(to);
        } else {
            own = !create;
            sum = waiting == null && to.slotOwned && !create ? present.addInPlace(g) : present.add(g);
            if (owned && sum.storage != g.storage) {
                Buffers.give(g);
            }
        }
        if (waiting == null) {
            to.slot = sum;
            to.slotOwned = own;
        } else {
            waiting.put(to, sum);
        }
    }

    private Tensor take(Node n) {
        if (waiting != null) {
            return waiting.remove(n);
        }
        Tensor g = n.slot;
        n.slot = null;
        n.slotOwned = false;
        return g;
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            heap[i].slot = null;
            heap[i].slotOwned = false;
        }
    }

    private void push(Node n) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent].depth >= n.depth) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = n;
    }

    private Node pop() {
        Node top = heap[0];
        Node last = heap[--size];
        heap[size] = null;
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1].depth > heap[child].depth) {
                child++;
            }
            if (last.depth >= heap[child].depth) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        if (size > 0) {
            heap[at] = last;
        }
        return top;
    }
}
