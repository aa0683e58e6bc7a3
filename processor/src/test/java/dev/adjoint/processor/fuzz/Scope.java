package dev.adjoint.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The variables, loops and methods that a place in a program can name. */
final class Scope {
    /** A variable. */
    record Variable(String type, String name, boolean constant, boolean captured) {}

    /** A loop that a statement can leave or go on with. */
    record Loop(String label) {}

    /** The type of the number of calls that a method may still make of itself. */
    static final String STEPS = "steps";

    /** A method that can be called. */
    record Callee(String result, String name, List<String> parameters) {}

    private final Random random;
    private final List<Variable> variables;
    private final List<Loop> loops;
    private final List<Callee> callees;
    private final int[] names;
    private final String result;
    private final int depth;

    Scope(Random random, List<Callee> callees, int[] names, String result) {
        this(random, new ArrayList<>(), List.of(), callees, names, result, 0);
    }

    private Scope(
            Random random,
            List<Variable> variables,
            List<Loop> loops,
            List<Callee> callees,
            int[] names,
            String result,
            int depth) {
        this.random = random;
        this.variables = variables;
        this.loops = loops;
        this.callees = callees;
        this.names = names;
        this.result = result;
        this.depth = depth;
    }

    Random random() {
        return random;
    }

    /** How many calls of itself a method that is called from here may make. */
    String steps() {
        return any(STEPS).map(v -> v + " - 1").orElse("2");
    }

    /** What {@code return} must give. */
    String result() {
        return result;
    }

    /** How many blocks lie around. */
    int depth() {
        return depth;
    }

    List<Callee> callees() {
        return callees;
    }

    Scope inside() {
        return new Scope(random, new ArrayList<>(variables), loops, callees, names, result, depth + 1);
    }

    Scope insideLoop(String label) {
        List<Loop> more = new ArrayList<>(loops);
        more.add(new Loop(label));
        return new Scope(random, new ArrayList<>(variables), more, callees, names, result, depth + 1);
    }

    /** A name that no other variable has. */
    String fresh(String prefix) {
        return prefix + names[0]++;
    }

    void declare(String type, String name, boolean constant) {
        variables.add(new Variable(type, name, constant, constant));
    }

    /** A counter is written by its loop alone, so nobody else assigns it and no lambda may capture it. */
    void declareCounter(String name) {
        variables.add(new Variable("int", name, true, false));
    }

    Optional<Loop> loop() {
        return loops.isEmpty() ? Optional.empty() : Optional.of(loops.get(random.nextInt(loops.size())));
    }

    Optional<String> any(String type) {
        return chosen(variables.stream().filter(v -> v.type().equals(type)).toList());
    }

    Optional<String> assignable(String type) {
        return chosen(variables.stream()
                .filter(v -> v.type().equals(type) && !v.constant())
                .toList());
    }

    Optional<String> constant(String type) {
        return chosen(variables.stream()
                .filter(v -> v.type().equals(type) && v.captured())
                .toList());
    }

    private Optional<String> chosen(List<Variable> fitting) {
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(fitting.get(random.nextInt(fitting.size())).name());
    }
}
