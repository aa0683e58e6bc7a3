package dev.adjoint.nn;

import dev.adjoint.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A part of a network: parameters, other tensors (buffers) and smaller modules, each with a name, and a function.
 *
 * <p>To write one, call {@link #parameter}, {@link #buffer} and {@link #child} in the constructor and implement
 * {@link #forward}. In a file that imports {@code dev.adjoint.nn.*}, import this class by its name, because
 * {@code java.lang} has a class of this name too.
 */
public abstract class Module {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final Map<String, Module> children = new LinkedHashMap<>();
    private boolean training = true;

    /** The result for an input. */
    public abstract Tensor forward(Tensor x);

    /** Adds a tensor that is learned, and returns it. */
    protected final Tensor parameter(String name, Tensor values) {
        requireNew(name);
        if (!values.isLeaf()) {
            throw new IllegalArgumentException("cannot assign a computed tensor as parameter '" + name
                    + "': it was computed by " + values.gradFn() + ". Use its detach().");
        }
        parameters.put(name, values.requiresGrad(true));
        return values;
    }

    /** Adds a tensor that is stored with the parameters but not learned, and returns it. */
    protected final Tensor buffer(String name, Tensor values) {
        requireNew(name);
        buffers.put(name, values);
        return values;
    }

    /** Adds a smaller module, and returns it. */
    protected final <M extends Module> M child(String name, M module) {
        requireNew(name);
        children.put(name, module);
        return module;
    }

    private void requireNew(String name) {
        if (name.isEmpty() || name.contains(".")) {
            throw new IllegalArgumentException(
                    "the name of a part of a module must not be empty or contain a dot, but is '" + name + "'");
        }
        if (parameters.containsKey(name) || buffers.containsKey(name) || children.containsKey(name)) {
            throw new IllegalArgumentException("attribute '" + name + "' already exists in " + typeName());
        }
    }

    /** All parameters, also those of smaller modules; each once. */
    public final List<Tensor> parameters() {
        return List.copyOf(namedParameters().values());
    }

    /** All parameters by name, such as {@code 0.weight}; each once, under its first name. */
    public final Map<String, Tensor> namedParameters() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(
                "",
                (prefix, module) -> module.parameters.forEach((name, p) -> {
                    if (seen.add(p)) {
                        all.put(prefix + name, p);
                    }
                }));
        return all;
    }

    /** The smaller modules by name. */
    public final Map<String, Module> children() {
        return Collections.unmodifiableMap(children);
    }

    private void visit(String prefix, BiConsumer<String, Module> action) {
        action.accept(prefix, this);
        children.forEach((name, child) -> child.visit(prefix + name + ".", action));
    }

    /** Removes the gradients of all parameters. */
    public final void zeroGrad() {
        parameters().forEach(p -> p.setGrad(null));
    }

    /** Switches to training, for layers that then behave differently. Returns this module. */
    public final Module train() {
        return train(true);
    }

    /** Switches to evaluation. Returns this module. */
    public final Module eval() {
        return train(false);
    }

    /** Switches between training and evaluation, also in all smaller modules. Returns this module. */
    public final Module train(boolean mode) {
        visit("", (prefix, module) -> module.training = mode);
        return this;
    }

    /** Whether this module is in training; at first it is. */
    public final boolean isTraining() {
        return training;
    }

    /** All parameters and buffers by name. They share their elements with the module and are not recorded. */
    public final Map<String, Tensor> stateDict() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        tensors().forEach((name, t) -> state.put(name, t.detach()));
        return state;
    }

    private Map<String, Tensor> tensors() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        visit("", (prefix, module) -> {
            module.parameters.forEach((name, t) -> all.put(prefix + name, t));
            module.buffers.forEach((name, t) -> all.put(prefix + name, t));
        });
        return all;
    }

    /**
     * Takes over the elements of tensors by name, converted to the types of this module.
     *
     * @throws IllegalArgumentException if a name is missing or unknown or a shape differs; then nothing is changed
     */
    public final void loadStateDict(Map<String, Tensor> state) {
        StateLoading.load(typeName(), tensors(), state);
    }

    /** Writes {@link #stateDict()} to a file in the safetensors format. */
    public final void save(Path file) throws IOException {
        SafeTensors.save(stateDict(), file);
    }

    /** Reads what {@link #save}, or PyTorch, has written. */
    public final void load(Path file) throws IOException {
        loadStateDict(SafeTensors.load(file));
    }

    private String typeName() {
        return getClass().getSimpleName();
    }

    /** What {@link #toString()} puts between the parentheses. */
    protected String describe() {
        return "";
    }

    /** Prints the modules as PyTorch does. */
    @Override
    public String toString() {
        if (children.isEmpty()) {
            return typeName() + "(" + describe() + ")";
        }
        StringBuilder text = new StringBuilder(typeName()).append("(\n");
        children.forEach((name, child) -> text.append("  (")
                .append(name)
                .append("): ")
                .append(child.toString().replace("\n", "\n  "))
                .append('\n'));
        return text.append(')').toString();
    }
}
