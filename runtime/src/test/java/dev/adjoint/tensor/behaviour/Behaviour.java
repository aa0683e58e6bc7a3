package dev.adjoint.tensor.behaviour;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The recorded behaviour, by id. */
final class Behaviour {
    private static final Map<String, JsonObject> ENTRIES = read();

    private Behaviour() {}

    private static Map<String, JsonObject> read() {
        Map<String, JsonObject> entries = new HashMap<>();
        try (Reader reader = new InputStreamReader(
                Behaviour.class.getResourceAsStream("/vectors/torch/behaviour.json"), StandardCharsets.UTF_8)) {
            for (JsonElement e : JsonParser.parseReader(reader).getAsJsonArray()) {
                entries.put(e.getAsJsonObject().get("id").getAsString(), e.getAsJsonObject());
            }
        } catch (IOException e) {
            throw new IllegalStateException("can't read the recorded behaviour", e);
        }
        return entries;
    }

    static String error(String id) {
        return ENTRIES.get(id).get("error_message").getAsString();
    }

    static String output(String id) {
        return ENTRIES.get(id).get("stdout").getAsString();
    }
}
