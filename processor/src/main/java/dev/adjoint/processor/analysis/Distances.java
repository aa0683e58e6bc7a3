package dev.adjoint.processor.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from lower bounds on the differences of integers: {@code x >= y + c}. Integers are told apart by any keys. A
 * difference is at least the length of the longest path between two integers (Cormen, Leiserson, Rivest and Stein,
 * Introduction to Algorithms, "Difference constraints and shortest paths").
 */
final class Distances {
    private static final long NONE = Long.MIN_VALUE;

    /** An integer and a constant that is added to it. */
    record Term(int node, long offset) {
        Term plus(long more) {
            return new Term(node, offset + more);
        }
    }

    private record Edge(int from, int to, long length) {}

    /** The integer 0. */
    static final Term ZERO = new Term(0, 0);

    private final Map<Object, Term> terms = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** How many integers there are. */
    int size() {
        return terms.size() + 1;
    }

    boolean knows(Object key) {
        return terms.containsKey(key);
    }

    Term term(Object key) {
        return terms.computeIfAbsent(key, k -> new Term(size(), 0));
    }

    /** Notes that {@code large >= small}. */
    void atLeast(Term large, Term small) {
        edges.add(new Edge(small.node, large.node, small.offset - large.offset));
    }

    /** Whether {@code large >= small} follows. */
    boolean isAtLeast(Term large, Term small) {
        long[] least = new long[size()];
        Arrays.fill(least, NONE);
        least[small.node] = 0;
        return settle(least) && least[large.node] != NONE && least[large.node] + large.offset >= small.offset;
    }

    /** Whether the bounds contradict each other. */
    boolean contradict() {
        return !settle(new long[size()]);
    }

    /** Raises the least values until they obey all bounds; false if there is no end to it. */
    private boolean settle(long[] least) {
        boolean changed = true;
        for (int round = 0; changed && round <= size(); round++) {
            changed = false;
            for (Edge edge : edges) {
                long by = least[edge.from] == NONE ? NONE : least[edge.from] + edge.length;
                if (by > least[edge.to]) {
                    least[edge.to] = by;
                    changed = true;
                }
            }
        }
        return !changed;
    }
}
