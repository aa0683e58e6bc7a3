package dev.adjoint.benchmarks.gradients;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** The measurements, and what they were made with, as JSON. */
final class Json {
    private static final List<String> PROPERTIES =
            List.of("java.version", "java.vendor", "java.vm.name", "os.name", "os.arch");

    private Json() {}

    static String of(List<Measured> problems) {
        JsonObject root = new JsonObject();
        for (String property : PROPERTIES) {
            root.addProperty(property, System.getProperty(property));
        }
        root.addProperty("processors", Runtime.getRuntime().availableProcessors());
        JsonArray array = new JsonArray();
        problems.forEach(problem -> array.add(problem(problem)));
        root.add("problems", array);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(root) + "\n";
    }

    private static JsonObject problem(Measured measured) {
        JsonObject object = new JsonObject();
        object.addProperty("name", measured.problem().name());
        object.addProperty("title", measured.problem().title());
        measured.ways().forEach((way, m) -> object.add(way.method(), measurement(m)));
        return object;
    }

    private static JsonObject measurement(Measurement measurement) {
        JsonObject object = new JsonObject();
        object.addProperty("minimumNanoseconds", measurement.minimum());
        object.addProperty("medianNanoseconds", measurement.median());
        object.addProperty("bytes", measurement.bytes());
        return object;
    }
}
