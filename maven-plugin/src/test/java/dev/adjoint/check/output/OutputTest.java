package dev.adjoint.check.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.adjoint.check.fixture.Catalogue;
import dev.adjoint.check.fixture.FunctionsGrad;
import dev.adjoint.check.fixture.WrongGrad;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.run.Json;
import dev.adjoint.check.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class OutputTest {
    private static final Reproduction REPRODUCTION =
            new Reproduction("adjoint:check -pl :core", List.of(new Reproduction.Option("adjoint.seed", "7")));

    @TempDir
    private Path folder;

    private static List<Outcome> outcomes() {
        Runner runner = new Runner(OutputTest.class.getClassLoader(), Settings.defaults(7));
        return List.of(
                runner.check(Catalogue.of("square", FunctionsGrad.class)),
                runner.check(Catalogue.of("weighted", WrongGrad.class)),
                runner.check(Catalogue.of("square", FunctionsGrad.class, "broken")),
                runner.check(Catalogue.of("never", FunctionsGrad.class)));
    }

    @Test
    void everyDerivativeIsATestCase() throws Exception {
        Path file = folder.resolve("junit.xml");
        new JUnitXml("core", d -> "src/" + d.source(), REPRODUCTION).write(outcomes(), file);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertEquals("testsuite", suite.getTagName());
        assertEquals("Derivatives of core", suite.getAttribute("name"));
        assertEquals("4", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("1", suite.getAttribute("skipped"));
        Element testCase = (Element) suite.getElementsByTagName("testcase").item(0);
        assertEquals("src/dev/adjoint/check/fixture/Functions.java", testCase.getAttribute("file"));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertTrue(failure.getAttribute("message").startsWith("d weighted / d p0[1]"), failure::getTextContent);
        assertTrue(failure.getTextContent().contains("-pl :core -Dadjoint.seed=7 -Dadjoint.sample="));
    }

    @Test
    void findingsLieAtTheLineOfTheSource() throws IOException {
        Path file = folder.resolve("adjoint.sarif");
        new Sarif("1", d -> "sour ce/" + d.source(), REPRODUCTION).write(outcomes(), file);
        JsonObject sarif = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals("2.1.0", sarif.get("version").getAsString());
        JsonObject result = sarif.getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        JsonObject place =
                result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertEquals("wrong-derivative", result.get("ruleId").getAsString());
        assertEquals(
                "sour%20ce/dev/adjoint/check/fixture/Functions.java",
                place.getAsJsonObject("artifactLocation").get("uri").getAsString());
        assertEquals(10, place.getAsJsonObject("region").get("startLine").getAsInt());
    }

    @Test
    void outcomesSurviveTheWayThroughJson() throws IOException {
        List<Outcome> outcomes = outcomes();
        Path file = folder.resolve("check.json");
        Json.write(new Summary(Settings.defaults(7), outcomes), file);
        assertEquals(outcomes, Json.read(Summary.class, file).outcomes());
        JsonReader strict = new JsonReader(Files.newBufferedReader(file));
        strict.setStrictness(Strictness.STRICT);
        assertTrue(JsonParser.parseReader(strict).isJsonObject(), "no NaN, which JSON lacks");
    }

    @Test
    void theTableHasALineForEach() {
        List<String> table = Table.of(outcomes());
        assertEquals(5, table.size());
        assertTrue(table.get(1).contains("p0 in -2..2"), table.get(1));
        assertTrue(table.get(2).contains("FAILED"), table.get(2));
    }

    @Test
    void aBrokenCheckExplainsItself() {
        List<String> lines = Explanation.of(outcomes().get(2), REPRODUCTION);
        assertTrue(lines.get(0).contains("no data today"), lines.get(0));
        assertEquals(2, lines.size(), "no input was drawn: " + lines);
    }

    @Test
    void valuesThatAShellWouldReadAreQuoted() {
        Reproduction reproduction = new Reproduction(
                "adjoint:check",
                List.of(
                        new Reproduction.Option("adjoint.tolerance", "1.0E-5"),
                        new Reproduction.Option("adjoint.argLine", "-Xmx2g -Da=$b")));
        assertEquals(
                "mvn adjoint:check -Dadjoint.tolerance=1.0E-5 '-Dadjoint.argLine=-Xmx2g -Da=$b'"
                        + " -Dadjoint.sample=3 '-Dadjoint.includes=dev.adjoint.check.fixture.Functions#square'",
                reproduction.of(
                        Catalogue.of("square", FunctionsGrad.class), Finding.of("finite differences", "", "", 3)));
    }
}
