package dev.adjoint.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function: its body yields the result, or nothing. A parameter is never assigned; arrays are handed by reference. */
public record Function(
        Key key, List<Var> parameters, Block body, @Nullable Type result) {
    /**
     * What identifies a function in its program.
     *
     * @param id unique in the program, for example {@code demo.Demo#someFunc(double)}, with what it was specialised to
     * @param name the name that the emitter gives it
     */
    public record Key(String id, String name) {
        /** The key of a method of a class with those parameters. */
        public static Key of(String owner, String name, List<Var> parameters) {
            List<String> types = parameters.stream().map(p -> p.type().text()).toList();
            return new Key(owner + "#" + name + "(" + String.join(",", types) + ")", name);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public Function {
        parameters = List.copyOf(parameters);
    }
}
