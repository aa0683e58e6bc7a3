package dev.adjoint.benchmarks.gradbench;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the memory of its numbers: an object is a {@code Map}, a list of numbers a {@code double[]}, any other list a
 * {@code List}, and a number a {@code Double}. An empty list is a {@code double[0]}.
 */
final class Values {
    private Values() {}

    static @Nullable Object read(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> list(in);
            case NUMBER -> in.nextDouble();
            case STRING -> in.nextString();
            case BOOLEAN -> in.nextBoolean();
            default -> {
                in.nextNull();
                yield null;
            }
        };
    }

    private static Map<String, Object> object(JsonReader in) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            fields.put(in.nextName(), read(in));
        }
        in.endObject();
        return fields;
    }

    private static Object list(JsonReader in) throws IOException {
        in.beginArray();
        double[] numbers = numbers(in);
        if (!in.hasNext()) {
            in.endArray();
            return numbers;
        }
        List<Object> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(number);
        }
        while (in.hasNext()) {
            values.add(read(in));
        }
        in.endArray();
        return values;
    }

    /** The numbers that a list starts with. */
    private static double[] numbers(JsonReader in) throws IOException {
        double[] numbers = new double[4];
        int length = 0;
        while (in.hasNext() && in.peek() == JsonToken.NUMBER) {
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * length);
            }
            numbers[length++] = in.nextDouble();
        }
        return Arrays.copyOf(numbers, length);
    }
}
