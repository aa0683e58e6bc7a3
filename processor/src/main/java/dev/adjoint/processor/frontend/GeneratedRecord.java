package dev.adjoint.processor.frontend;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The type of a record that will be generated in this compilation, and which the compiler therefore does not know yet.
 * Only {@link JavaTypes} hands types on to the compiler, and it keeps these back.
 */
final class GeneratedRecord extends FutureType {
    private final String name;
    private final Map<String, TypeMirror> components;

    GeneratedRecord(String name, Map<String, TypeMirror> components) {
        this.name = name;
        this.components = new LinkedHashMap<>(components);
    }

    /** The canonical name. */
    String name() {
        return name;
    }

    Map<String, TypeMirror> components() {
        return components;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GeneratedRecord that && name.equals(that.name);
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
