package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables are one Java variable. Each such group is known by one of its variables. */
final class Locals {
    private final Affinity affinity;
    private final Interference interference;
    private final Set<Var> parameters;
    private final int[] group;
    private final BitSet[] members;
    private final BitSet[] edges;
    private final List<Var> variables;
    private final Map<Var, Var> named = new HashMap<>();

    Locals(Function function, Layout layout, Nesting nesting) {
        affinity = new Affinity(function, layout, nesting);
        interference = new Interference(function, layout, nesting, affinity);
        parameters = new HashSet<>(function.parameters());
        variables = new ArrayList<>(interference.nodes().keySet());
        int size = variables.size();
        group = new int[size];
        members = new BitSet[size];
        edges = new BitSet[size];
        for (int i = 0; i < size; i++) {
            group[i] = i;
            members[i] = new BitSet();
            members[i].set(i);
            edges[i] = (BitSet) interference.edges(i).clone();
        }
        affinity.pairs().forEach(this::unite);
    }

    private void unite(Affinity.Pair pair) {
        int a = group[interference.node(pair.target())];
        int b = group[interference.node(pair.source())];
        if (a == b || edges[a].intersects(members[b])) {
            return;
        }
        members[a].or(members[b]);
        edges[a].or(edges[b]);
        members[b].stream().forEach(i -> group[i] = a);
    }

    /** The variable that stands for the Java variable in which the variable is kept. */
    Var of(Var variable) {
        int node = interference.node(variable);
        if (node < 0) {
            return affinity.parameterOf(variable);
        }
        return named.computeIfAbsent(variables.get(group[node]), v -> spokesman(members[group[node]]));
    }

    /** A parameter of the function if there is one, else the first variable that has a name of the source. */
    private Var spokesman(BitSet all) {
        List<Var> group = all.stream().mapToObj(variables::get).toList();
        return group.stream()
                .filter(parameters::contains)
                .findFirst()
                .or(() -> group.stream()
                        .filter(v -> !Nesting.isTemporary(v.name()))
                        .findFirst())
                .orElse(group.get(0));
    }
}
