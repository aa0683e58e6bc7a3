package dev.adjoint.check.value;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes values apart into the numbers that can have derivatives, in the order of declaration, and puts them together
 * again. What has no derivative (integers, texts, ...) is skipped on the way out and copied on the way back.
 */
public final class Structure {
    private Structure() {}

    /** Whether values of the type hold numbers that can have derivatives. */
    public static boolean differentiable(Class<?> type) {
        if (type.isArray()) {
            return differentiable(type.getComponentType());
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(c -> differentiable(c.getType()));
        }
        return type == double.class || type == float.class;
    }

    /** Whether {@code float} occurs among the numbers that can have derivatives. */
    public static boolean single(Class<?> type) {
        if (type.isArray()) {
            return single(type.getComponentType());
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(c -> single(c.getType()));
        }
        return type == float.class;
    }

    /** The numbers in a value. */
    public static double[] numbers(Class<?> type, @Nullable Object value) {
        Numbers out = new Numbers();
        collect(type, value, out);
        return out.toArray();
    }

    private static void collect(Class<?> type, @Nullable Object value, Numbers out) {
        if (value == null || !differentiable(type)) {
            return;
        }
        if (value instanceof double[] row) {
            out.addAll(row);
        } else if (type.isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(type.getComponentType(), Array.get(value, i), out);
            }
        } else if (type.isRecord()) {
            for (RecordComponent c : type.getRecordComponents()) {
                collect(c.getType(), component(c, value), out);
            }
        } else {
            out.add(((Number) value).doubleValue());
        }
    }

    /** What each number of a value is called, {@code name} being the name of the value: {@code a[2]}, {@code p.x}. */
    public static List<String> names(Class<?> type, @Nullable Object value, String name) {
        List<String> names = new ArrayList<>();
        collect(type, value, name, names);
        return names;
    }

    private static void collect(Class<?> type, @Nullable Object value, String name, List<String> names) {
        if (value == null || !differentiable(type)) {
            return;
        }
        if (type.isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(type.getComponentType(), Array.get(value, i), name + "[" + i + "]", names);
            }
        } else if (type.isRecord()) {
            for (RecordComponent c : type.getRecordComponents()) {
                collect(c.getType(), component(c, value), name + "." + c.getName(), names);
            }
        } else {
            names.add(name);
        }
    }

    /** A deep copy of a value. */
    public static @Nullable Object copy(Class<?> type, @Nullable Object value) {
        return rebuild(type, value, new Source(numbers(type, value)));
    }

    /** A deep copy of a value with other numbers. */
    public static @Nullable Object with(Class<?> type, @Nullable Object value, double[] numbers) {
        Source source = new Source(numbers);
        Object made = rebuild(type, value, source);
        source.requireUsedUp();
        return made;
    }

    /** As {@link #with}, taking as many numbers as are needed. */
    public static @Nullable Object rebuild(Class<?> type, @Nullable Object value, Source numbers) {
        if (value == null) {
            return null;
        }
        if (type.isArray()) {
            return rebuildArray(type.getComponentType(), value, numbers);
        }
        if (type.isRecord() && differentiable(type)) {
            return rebuildRecord(type, value, numbers);
        }
        if (type == double.class) {
            return numbers.next();
        }
        return type == float.class ? (Object) (float) numbers.next() : value;
    }

    private static Object rebuildArray(Class<?> element, Object value, Source numbers) {
        int length = Array.getLength(value);
        if (element == double.class) {
            return numbers.next(length);
        }
        Object made = Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            Array.set(made, i, rebuild(element, Array.get(value, i), numbers));
        }
        return made;
    }

    private static Object rebuildRecord(Class<?> type, Object value, Source numbers) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = rebuild(components[i].getType(), component(components[i], value), numbers);
        }
        return construct(type, parts);
    }

    /** A record made by its canonical constructor. */
    public static Object construct(Class<?> type, @Nullable Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the constructor of " + type.getName() + " threw " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    /** The components of a record, in order. */
    public static @Nullable Object[] components(Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return Arrays.stream(components).map(c -> component(c, value)).toArray();
    }

    private static @Nullable Object component(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
