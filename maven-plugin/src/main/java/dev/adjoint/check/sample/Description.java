package dev.adjoint.check.sample;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.model.Parameter.Domain;
import dev.adjoint.check.model.Settings;
import java.util.Arrays;
import java.util.StringJoiner;

/** What is drawn from, in words. */
final class Description {
    private Description() {}

    static String of(Binding binding, Settings settings) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < binding.types().size(); i++) {
            Parameter parameter = binding.derivative().parameters().get(i);
            text.add(parameter.name() + range(binding.types().get(i), parameter.domain(), settings));
        }
        return text.toString();
    }

    private static String range(Class<?> type, Domain domain, Settings settings) {
        StringBuilder text = new StringBuilder();
        Class<?> element = type;
        for (int depth = 0; element.isArray(); depth++) {
            text.append('[').append(domain.length(depth, settings.arraySize())).append(']');
            element = element.getComponentType();
        }
        text.append(values(element, domain, settings));
        if (element.isRecord() && holdsArray(element)) {
            text.append(" (arrays of ")
                    .append(domain.length(0, settings.arraySize()))
                    .append(')');
        }
        return text.toString();
    }

    private static String values(Class<?> element, Domain domain, Settings settings) {
        if (element.isEnum() || element == boolean.class) {
            return " any";
        }
        return element.isPrimitive() && element != double.class && element != float.class && !domain.declared()
                ? " in 1.." + Draw.largestCount(settings)
                : " in " + plain(domain.min()) + ".." + plain(domain.max());
    }

    private static boolean holdsArray(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(c -> c.getType().isArray() || c.getType().isRecord() && holdsArray(c.getType()));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
