package dev.adjoint.check.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.adjoint.check.fixture.Catalogue;
import dev.adjoint.check.fixture.FunctionsGrad;
import dev.adjoint.check.fixture.WrongGrad;
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
    private static final Reproduction REPRODUCTION = new Reproduction(":core", 7);

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
        new JUnitXml(REPRODUCTION).write(outcomes(), file);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertEquals("4", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("1", suite.getAttribute("skipped"));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertTrue(failure.getAttribute("message").startsWith("d weighted / d p0[1]"), failure::getTextContent);
        assertTrue(failure.getTextContent().contains("-pl :core -Dadjoint.seed=7 -Dadjoint.sample="));
    }

    @Test
    void findingsLieAtTheLineOfTheSource() throws IOException {
        Path file = folder.resolve("adjoint.sarif");
        new Sarif("1", d -> "src/" + d.source(), REPRODUCTION).write(outcomes(), file);
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
        assertEquals(10, place.getAsJsonObject("region").get("startLine").getAsInt());
    }

    @Test
    void outcomesSurviveTheWayThroughJson() throws IOException {
        List<Outcome> outcomes = outcomes();
        Path file = folder.resolve("check.json");
        Json.write(new Summary(Settings.defaults(7), outcomes), file);
        assertEquals(outcomes, Json.read(Summary.class, file).outcomes());
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
        assertFalse(lines.get(lines.size() - 1).contains("adjoint.sample="), lines::toString);
    }
}
