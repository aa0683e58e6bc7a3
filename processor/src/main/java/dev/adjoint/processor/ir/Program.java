package dev.adjoint.processor.ir;

import java.util.LinkedHashMap;
import java.util.Map;

/** The functions at hand, in the order in which they were added. */
public final class Program {
    private final Map<Function.Key, Function> functions = new LinkedHashMap<>();

    /** Adds the function, or puts it in the place of the one with the same key. */
    public void put(Function function) {
        functions.put(function.key(), function);
    }

    public boolean contains(Function.Key key) {
        return functions.containsKey(key);
    }

    /** The function with that key. */
    public Function get(Function.Key key) {
        Function function = functions.get(key);
        if (function == null) {
            throw new IllegalArgumentException("no function " + key);
        }
        return function;
    }

    public Iterable<Function> all() {
        return functions.values();
    }
}
