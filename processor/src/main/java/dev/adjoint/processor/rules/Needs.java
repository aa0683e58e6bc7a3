package dev.adjoint.processor.rules;

import java.util.Set;

/**
 * What a contribution reads besides the seed.
 *
 * @param arguments the numbers of the arguments that it reads
 * @param result whether it reads the operation's result
 */
public record Needs(Set<Integer> arguments, boolean result) {
    public Needs {
        arguments = Set.copyOf(arguments);
    }
}
