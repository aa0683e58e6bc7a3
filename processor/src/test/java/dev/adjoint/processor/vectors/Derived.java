package dev.adjoint.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.corpus.Compilation;
import dev.adjoint.processor.corpus.Source;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** A class compiled with its derivatives, whose static methods are called by name. */
final class Derived {
    private final ClassLoader loader;

    private Derived(ClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles some resources together. */
    static Derived of(String... resources) {
        List<Source> sources = Arrays.stream(resources).map(Source::resource).toList();
        Compilation compilation = Compilation.differentiated(sources);
        assertTrue(compilation.succeeded(), compilation::report);
        return new Derived(compilation.loader());
    }

    /** Calls {@code Class.method} of the package {@code vectors}; the number of arguments tells overloads apart. */
    Object call(String method, Object... arguments) {
        String[] parts = method.split("\\.");
        try {
            Method found = Arrays.stream(loader.loadClass("vectors." + parts[0]).getDeclaredMethods())
                    .filter(m -> m.getName().equals(parts[1]) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + method));
            found.setAccessible(true);
            return found.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot call " + method, e);
        }
    }

    /** A component of a generated record. */
    static Object part(Object value, String component) {
        try {
            Method accessor = value.getClass().getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot read " + component + " of " + value, e);
        }
    }
}
