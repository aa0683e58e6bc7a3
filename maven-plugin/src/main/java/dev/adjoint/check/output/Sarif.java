package dev.adjoint.check.output;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Status;
import dev.adjoint.check.run.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), which GitHub and others show at the line of
 * the source.
 */
public final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final Map<String, String> RULES = rules();

    private final String version;
    private final Function<Derivative, String> locate;
    private final Reproduction reproduction;

    /**
     * Prepares writing.
     *
     * @param version the version of the plugin
     * @param locate gives the path of a derivative's source file from the root of the repository
     * @param reproduction makes the command that becomes part of each message
     */
    public Sarif(String version, Function<Derivative, String> locate, Reproduction reproduction) {
        this.version = version;
        this.locate = locate;
        this.reproduction = reproduction;
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("wrong-derivative", "A generated derivative disagrees with the method that it is the derivative of.");
        rules.put("check-broken", "A derivative could not be checked.");
        rules.put("unchecked-derivative", "No input reached a derivative, so nothing is known about it.");
        return rules;
    }

    /**
     * Writes the findings.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(List<Outcome> outcomes, Path file) throws IOException {
        List<Object> results = new ArrayList<>();
        outcomes.forEach(outcome -> results.addAll(results(outcome)));
        Map<String, Object> driver = map("name", "Adjoint", "version", version, "rules", descriptions());
        Map<String, Object> run = map("tool", map("driver", driver), "results", results);
        Json.write(map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)), file);
    }

    private static List<Object> descriptions() {
        List<Object> all = new ArrayList<>();
        RULES.forEach((id, text) -> all.add(map("id", id, "shortDescription", map("text", text))));
        return all;
    }

    private List<Object> results(Outcome outcome) {
        if (outcome.status() == Status.UNCHECKED) {
            String text = outcome.derivative().id() + " is unchecked: " + String.join("; ", outcome.notes());
            return List.of(result(outcome.derivative(), "unchecked-derivative", "warning", text));
        }
        String rule = outcome.status() == Status.BROKEN ? "check-broken" : "wrong-derivative";
        List<Object> all = new ArrayList<>();
        for (Finding finding : outcome.findings()) {
            all.add(result(outcome.derivative(), rule, "error", text(outcome.derivative(), finding)));
        }
        return all;
    }

    private String text(Derivative derivative, Finding finding) {
        String input = finding.input().isEmpty() ? "" : "\nInput: " + finding.input();
        return derivative.id() + ": " + finding.message() + input + "\nReproduce: "
                + reproduction.of(derivative, finding);
    }

    private Map<String, Object> result(Derivative derivative, String rule, String level, String text) {
        Map<String, Object> file = map("uri", address(locate.apply(derivative)));
        Map<String, Object> region = map("startLine", Math.max(1, derivative.line()));
        Map<String, Object> place = map("artifactLocation", file, "region", region);
        return map(
                "ruleId",
                rule,
                "level",
                level,
                "message",
                map("text", text),
                "locations",
                List.of(map("physicalLocation", place)),
                "partialFingerprints",
                map("derivative/v1", derivative.id() + derivative.descriptor() + rule));
    }

    /** A path as a relative URI. */
    private static String address(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
