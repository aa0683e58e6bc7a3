package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A record class, known by its name. The components are added after construction, because a record may hold itself.
 */
public final class RecordType implements Type {
    /** A component of a record. */
    public record Component(String name, Type type) {}

    private final String name;
    private final boolean kept;
    private final List<Component> components = new ArrayList<>();
    private boolean visiting;

    /**
     * A record type without components yet.
     *
     * @param name the canonical name of the class
     */
    public RecordType(String name) {
        this(name, false);
    }

    private RecordType(String name, boolean kept) {
        this.name = name;
        this.kept = kept;
    }

    /** A record type of our own whose values stay in one piece, because it may hold itself: a tape. */
    public static RecordType kept(String name) {
        return new RecordType(name, true);
    }

    /** Whether values of the type stay in one piece. */
    public boolean isKept() {
        return kept;
    }

    /** Adds components after those there are. */
    public RecordType define(List<Component> all) {
        components.addAll(all);
        return this;
    }

    /** The canonical name of the class. */
    public String name() {
        return name;
    }

    /** The components in the order of their declaration. */
    public List<Component> components() {
        return components;
    }

    /** The component of that name. */
    public Component component(String componentName) {
        return components.stream()
                .filter(c -> c.name().equals(componentName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("record " + name + " has no component " + componentName));
    }

    @Override
    public String text() {
        return name;
    }

    @Override
    public boolean differentiable() {
        if (visiting) {
            return false;
        }
        visiting = true;
        try {
            return components.stream().anyMatch(c -> c.type().differentiable());
        } finally {
            visiting = false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordType that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
