package dev.adjoint.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The floating-point numbers in scalars, arrays and records, in order: what a derivative is a vector of. */
public final class Leaves {
    private Leaves() {}

    /** All floating-point numbers in some values. Integers, strings and so on hold none. */
    public static double[] of(Object value) {
        List<Double> leaves = new ArrayList<>();
        collect(value, leaves);
        return leaves.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Object value, List<Double> leaves) {
        if (value instanceof Double || value instanceof Float) {
            leaves.add(((Number) value).doubleValue());
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), leaves);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                collect(component(value, component), leaves);
            }
        }
    }

    /** A copy of a value in which every floating-point number is replaced. Arrays that are one array stay one. */
    public static Object map(Object value, DoubleUnaryOperator change) {
        return map(value, change, new IdentityHashMap<>());
    }

    private static Object map(Object value, DoubleUnaryOperator change, Map<Object, Object> copies) {
        if (value instanceof Double number) {
            return change.applyAsDouble(number);
        } else if (value instanceof Float number) {
            return (float) change.applyAsDouble(number);
        } else if (value != null && value.getClass().isArray()) {
            Object known = copies.get(value);
            return known != null ? known : mapArray(value, change, copies);
        } else if (value instanceof Record) {
            return mapRecord(value, change, copies);
        }
        return value;
    }

    private static Object mapArray(Object array, DoubleUnaryOperator change, Map<Object, Object> copies) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        copies.put(array, copy);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, map(Array.get(array, i), change, copies));
        }
        return copy;
    }

    private static Object mapRecord(Object value, DoubleUnaryOperator change, Map<Object, Object> copies) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = map(component(value, components[i]), change, copies);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot rebuild " + value, e);
        }
    }

    /** The component of that name. */
    static Object component(Object value, String name) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component(value, component);
            }
        }
        throw new AssertionError("the record " + value.getClass().getName() + " has no component " + name);
    }

    private static Object component(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** A deep copy. */
    public static <T> T copy(T value) {
        @SuppressWarnings("unchecked")
        T copy = (T) map(value, x -> x);
        return copy;
    }

    /** A value of the same shape with the numbers of a vector from a position on. */
    public static Object shaped(Object shape, double[] numbers, int[] position) {
        return map(shape, old -> numbers[position[0]++]);
    }

    /** Whether two values are the same, floating-point numbers bit for bit (any NaN being like any other). */
    public static boolean same(Object a, Object b) {
        if (a instanceof Object[] x && b instanceof Object[] y) {
            return x.length == y.length && IntStream.range(0, x.length).allMatch(i -> same(x[i], y[i]));
        } else if (a instanceof Record && b instanceof Record) {
            return a.getClass() == b.getClass() && sameComponents(a, b);
        }
        return Objects.deepEquals(a, b);
    }

    private static boolean sameComponents(Object a, Object b) {
        for (RecordComponent component : a.getClass().getRecordComponents()) {
            if (!same(component(a, component), component(b, component))) {
                return false;
            }
        }
        return true;
    }

    /** A readable form. */
    public static String text(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Leaves::text).toList().toString();
        } else if (value instanceof Record) {
            List<String> parts = new ArrayList<>();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                parts.add(component.getName() + "=" + text(component(value, component)));
            }
            return value.getClass().getSimpleName() + parts;
        }
        String wrapped = Arrays.deepToString(new Object[] {value});
        return wrapped.substring(1, wrapped.length() - 1);
    }
}
