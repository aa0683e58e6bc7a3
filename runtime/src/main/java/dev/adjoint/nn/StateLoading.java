package dev.adjoint.nn;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that a state fits a module, names everything that doesn't, and copies it. */
final class StateLoading {
    private StateLoading() {}

    static void load(String module, Map<String, Tensor> own, Map<String, Tensor> state) {
        List<String> problems = new ArrayList<>();
        list(problems, "Missing key(s) in state_dict: ", own.keySet(), state.keySet());
        list(problems, "Unexpected key(s) in state_dict: ", state.keySet(), own.keySet());
        own.forEach((name, t) -> {
            Tensor given = state.get(name);
            if (given != null && !Arrays.equals(given.shape(), t.shape())) {
                problems.add("size mismatch for " + name + ": copying a param with shape "
                        + Arrays.toString(given.shape()) + " from checkpoint, the shape in current model is "
                        + Arrays.toString(t.shape()) + ".");
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Error(s) in loading state_dict for " + module + ":\n\t" + String.join("\n\t", problems));
        }
        Autograd.noGrad(() -> own.forEach((name, t) -> t.copyInPlace(state.get(name))));
    }

    private static void list(List<String> problems, String what, Set<String> names, Set<String> others) {
        Set<String> absent = new TreeSet<>(names);
        absent.removeAll(others);
        if (!absent.isEmpty()) {
            problems.add(what + "\"" + String.join("\", \"", absent) + "\".");
        }
    }
}
