package dev.adjoint.check.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Records as JSON files. Numbers that JSON lacks are strings: {@code "NaN"}, {@code "Infinity"}. */
public final class Json {
    private static final GsonBuilder BUILDER = new GsonBuilder()
            .registerTypeAdapter(double.class, new Numbers())
            .registerTypeAdapter(Double.class, new Numbers())
            .disableHtmlEscaping();
    private static final Gson FLAT = BUILDER.create();
    private static final Gson GSON = BUILDER.setPrettyPrinting().create();

    private Json() {}

    private static final class Numbers extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (Double.isFinite(value)) {
                out.value(value);
            } else {
                out.value(value.toString());
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            return Double.valueOf(in.nextString());
        }
    }

    /** Writes a value. */
    public static void write(Object value, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            GSON.toJson(value, writer);
        }
    }

    /** Reads a value that was written by {@link #write}. */
    public static <T> T read(Class<T> type, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return GSON.fromJson(reader, type);
        }
    }

    /** A value as one line, with its end. */
    static String line(Object value) {
        return FLAT.toJson(value) + "\n";
    }

    /** Reads values that were written line by line. The last line may lack its end, and is not a value then. */
    static <T> List<T> lines(Class<T> type, Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> FLAT.fromJson(line, type))
                .toList();
    }
}
