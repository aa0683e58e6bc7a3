package dev.adjoint.check.value;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as Java expressions, so that an input can be pasted into a test. Long arrays are shortened. */
public final class JavaText {
    private static final int SHOWN = 16;

    private JavaText() {}

    /** The value as a Java expression. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return "new " + value.getClass().getComponentType().getCanonicalName() + "[] " + elements(value);
        }
        return value.getClass().isRecord() ? record(value) : simple(value);
    }

    private static String elements(Object array) {
        int length = Array.getLength(array);
        String shown = IntStream.range(0, Math.min(length, SHOWN))
                .mapToObj(i -> element(Array.get(array, i)))
                .collect(Collectors.joining(", "));
        String rest = length > SHOWN ? ", /* and " + (length - SHOWN) + " more */" : "";
        return "{" + shown + rest + "}";
    }

    private static String element(@Nullable Object value) {
        return value != null && value.getClass().isArray() ? elements(value) : of(value);
    }

    private static String record(Object value) {
        String parts =
                Arrays.stream(Structure.components(value)).map(JavaText::of).collect(Collectors.joining(", "));
        return "new " + value.getClass().getCanonicalName() + "(" + parts + ")";
    }

    private static String simple(Object value) {
        if (value instanceof Double d) {
            return Double.isFinite(d) ? d.toString() : "Double." + special(d);
        }
        if (value instanceof Float f) {
            return Float.isFinite(f) ? f + "f" : "Float." + special(f);
        }
        if (value instanceof Enum<?> e) {
            return e.getDeclaringClass().getCanonicalName() + "." + e.name();
        }
        return value instanceof CharSequence || value instanceof Character ? quoted(value) : other(value);
    }

    private static String other(Object value) {
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Long) {
            return value + "L";
        }
        String type = value.getClass().getTypeName();
        return value instanceof Byte || value instanceof Short
                ? "(" + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ") " + value
                : "/* a " + type + " */";
    }

    private static String quoted(Object value) {
        char quote = value instanceof Character ? '\'' : '"';
        String text = value.toString()
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace(String.valueOf(quote), "\\" + quote);
        return quote + text + quote;
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }
}
