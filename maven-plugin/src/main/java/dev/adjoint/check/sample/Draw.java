package dev.adjoint.check.sample;

import dev.adjoint.check.bind.Broken;
import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.model.Parameter.Domain;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.value.Structure;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws the arguments of one call. */
final class Draw {
    private final RandomGenerator random;
    private final Settings settings;

    Draw(RandomGenerator random, Settings settings) {
        this.random = random;
        this.settings = settings;
    }

    @Nullable
    Object value(Class<?> type, Parameter parameter) {
        requireDomain(parameter);
        requireSize(type, parameter);
        return value(type, parameter, 0);
    }

    private static void requireDomain(Parameter parameter) {
        Domain domain = parameter.domain();
        if (!(domain.min() <= domain.max()) || domain.size().stream().anyMatch(size -> size < 0)) {
            throw new Broken("the @Domain of the parameter '" + parameter.name()
                    + "' is empty: min must not be above max, and no size may be negative");
        }
    }

    private void requireSize(Class<?> type, Parameter parameter) {
        double count = 1;
        Class<?> element = type;
        for (int depth = 0; element.isArray(); depth++) {
            count *= parameter.domain().length(depth, settings.arraySize());
            element = element.getComponentType();
        }
        if (count > settings.maxElements()) {
            throw new Broken(String.format(
                    java.util.Locale.ROOT,
                    "the array '%s' would have %.0f elements, more than the limit of %d; give it a smaller size with"
                            + " @Domain(size = ...), or raise the option maxElements",
                    parameter.name(),
                    count,
                    settings.maxElements()));
        }
    }

    private @Nullable Object value(Class<?> type, Parameter parameter, int depth) {
        Domain domain = parameter.domain();
        if (type.isArray()) {
            return array(type.getComponentType(), parameter, depth);
        }
        if (type.isRecord()) {
            return record(type, parameter, depth);
        }
        if (type.isEnum() && type.getEnumConstants().length > 0) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return simple(type, parameter, domain);
    }

    private Object array(Class<?> element, Parameter parameter, int depth) {
        int length = parameter.domain().length(depth, settings.arraySize());
        Object array = Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, value(element, parameter, depth + 1));
        }
        return array;
    }

    private Object record(Class<?> type, Parameter parameter, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value(components[i].getType(), parameter, depth);
        }
        return Structure.construct(type, parts);
    }

    private Object simple(Class<?> type, Parameter parameter, Domain domain) {
        if (type == double.class) {
            return real(domain);
        }
        if (type == float.class) {
            return (float) real(domain);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        return integer(type, parameter, whole(domain));
    }

    private double real(Domain domain) {
        return domain.min() < domain.max() ? random.nextDouble(domain.min(), domain.max()) : domain.min();
    }

    /** The largest integer that is drawn without a domain: an index of arrays of the default size, if they have one. */
    static int largestCount(Settings settings) {
        return Math.max(1, settings.arraySize() - 1);
    }

    /** Without a domain, a number that fits as a count and as an index of arrays of the default size. */
    private long whole(Domain domain) {
        if (!domain.declared()) {
            return random.nextLong(1, largestCount(settings) + 1L);
        }
        long low = (long) Math.ceil(domain.min());
        return random.nextLong(low, Math.max(low, (long) Math.floor(domain.max())) + 1);
    }

    private static Object integer(Class<?> type, Parameter parameter, long value) {
        if (type == int.class || type == Integer.class) {
            return (int) value;
        }
        if (type == long.class || type == Long.class) {
            return value;
        }
        if (type == short.class || type == Short.class) {
            return (short) value;
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) value;
        }
        if (type == char.class || type == Character.class) {
            return (char) ('a' + value);
        }
        throw new Undrawable("no value of the type " + type.getTypeName() + " can be drawn for the parameter '"
                + parameter.name() + "'; write a @Sample supplier");
    }
}
