package dev.adjoint.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The argument lists a method is run on: its own, or drawn ones by the types of its parameters. */
final class Inputs {
    /** An interval and an array length for each drawn list; zero and one are lengths at which loops go wrong. */
    private static final double[][] DRAWN = {{0.5, 1.5, 3}, {-2, 2, 4}, {0.3, 2, 1}, {-1, 1, 0}, {0.2, 3, 6}};

    private Inputs() {}

    static List<Object[]> of(Subject subject) throws Throwable {
        Optional<Method> own = subject.piece("Inputs");
        List<Object[]> lists = new ArrayList<>();
        if (own.isPresent()) {
            for (Object[] row : (Object[][]) subject.run(own.get(), new Object[0])) {
                lists.add(fitted(subject, row));
            }
            return lists;
        }
        for (double[] range : DRAWN) {
            lists.add(draw(subject, range));
        }
        return lists;
    }

    /** The lists before the gradient in each row of {@code fAt}. */
    static Object[] fitted(Subject subject, Object[] row) {
        int parameters = subject.entry().parameters().size();
        if (row.length != parameters) {
            throw new IllegalStateException(subject.entry() + " has " + parameters + " parameters, not " + row.length
                    + ": " + Leaves.text(row));
        }
        Object[] list = new Object[parameters];
        for (int i = 0; i < parameters; i++) {
            list[i] = fitted(row[i], subject.type(i));
        }
        return list;
    }

    private static Object fitted(Object value, Class<?> type) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return type == double.class
                ? (Object) number.doubleValue()
                : type == float.class
                        ? (Object) number.floatValue()
                        : type == long.class ? (Object) number.longValue() : number;
    }

    private static Object[] draw(Subject subject, double[] range) {
        Random random = new Random(subject.entry().base().hashCode() + Arrays.hashCode(range));
        int size = (int) range[2];
        Object[] list = new Object[subject.entry().parameters().size()];
        for (int i = 0; i < list.length; i++) {
            list[i] = draw(subject.type(i), random, range, size);
        }
        return list;
    }

    private static Object draw(Class<?> type, Random random, double[] range, int size) {
        double number = range[0] + (range[1] - range[0]) * random.nextDouble();
        if (type == double.class) {
            return number;
        } else if (type == float.class) {
            return (float) number;
        } else if (type == int.class) {
            return size;
        } else if (type == long.class) {
            return (long) size;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type.isArray()) {
            return drawArray(type.getComponentType(), random, range, size);
        } else if (type.isRecord()) {
            return drawRecord(type, random, range, size);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        throw new IllegalStateException("no inputs are drawn for " + type + ": write a method Inputs");
    }

    private static Object drawArray(Class<?> component, Random random, double[] range, int size) {
        Object array = Array.newInstance(component, size);
        for (int i = 0; i < size; i++) {
            boolean integer = component == int.class || component == long.class;
            Array.set(
                    array,
                    i,
                    integer ? (Object) random.nextInt(Math.max(1, size)) : draw(component, random, range, size));
        }
        return array;
    }

    private static Object drawRecord(Class<?> type, Random random, double[] range, int size) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = components[i].getType();
            values[i] = draw(types[i], random, range, size);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot draw a " + type, e);
        }
    }
}
