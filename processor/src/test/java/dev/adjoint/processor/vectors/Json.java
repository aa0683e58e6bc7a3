package dev.adjoint.processor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Arrays of numbers in JSON. */
final class Json {
    private Json() {}

    static JsonObject read(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsDouble();
        }
        return numbers;
    }

    static double[][] rows(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = doubles(array.get(i));
        }
        return rows;
    }

    static int[] integers(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsInt();
        }
        return numbers;
    }

    static int[][] integerRows(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        int[][] rows = new int[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = integers(array.get(i));
        }
        return rows;
    }
}
