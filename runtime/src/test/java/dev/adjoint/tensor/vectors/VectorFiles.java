package dev.adjoint.tensor.vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and reads files of vectors: those of the directory in a system property, or the copy among the resources. */
final class VectorFiles {
    private static final String PROPERTY = "adjoint.vectors.torch";

    private VectorFiles() {}

    static Path directory() throws URISyntaxException {
        String given = System.getProperty(PROPERTY);
        return given == null || given.isBlank()
                ? Path.of(VectorFiles.class.getResource("/vectors/torch").toURI())
                : Path.of(given);
    }

    /** All groups in the directory, by file name. Other JSON files, which hold no cases, are left out. */
    static List<JsonObject> groups() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(directory())) {
            List<Path> json =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().collect(Collectors.toList());
            return json.stream()
                    .map(VectorFiles::read)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .filter(o -> o.has("cases"))
                    .collect(Collectors.toList());
        }
    }

    static JsonElement read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return JsonParser.parseReader(reader);
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + file, e);
        }
    }
}
