package dev.adjoint.check.output;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Outcomes in the format of JUnit reports, as Jenkins, GitLab and others read it: each derivative is a test case. */
public final class JUnitXml {
    private final String module;
    private final Function<Derivative, String> locate;
    private final Reproduction reproduction;

    /**
     * Prepares writing.
     *
     * @param module the name of the module
     * @param locate gives the path of a derivative's source file from the root of the repository
     * @param reproduction makes the command that becomes part of the text of a finding
     */
    public JUnitXml(String module, Function<Derivative, String> locate, Reproduction reproduction) {
        this.module = module;
        this.locate = locate;
        this.reproduction = reproduction;
    }

    /**
     * Writes a report.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(List<Outcome> outcomes, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, outcomes);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + file, e);
        }
    }

    private void suite(XMLStreamWriter xml, List<Outcome> outcomes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Derivatives of " + module);
        xml.writeAttribute("tests", Integer.toString(outcomes.size()));
        xml.writeAttribute("failures", count(outcomes, Status.FAILED));
        xml.writeAttribute("errors", count(outcomes, Status.BROKEN));
        xml.writeAttribute("skipped", count(outcomes, Status.UNCHECKED));
        xml.writeAttribute(
                "time", seconds(outcomes.stream().mapToDouble(Outcome::seconds).sum()));
        for (Outcome outcome : outcomes) {
            testCase(xml, outcome);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void testCase(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", outcome.derivative().owner());
        xml.writeAttribute("name", outcome.derivative().base());
        xml.writeAttribute("file", locate.apply(outcome.derivative()));
        xml.writeAttribute("line", Integer.toString(outcome.derivative().line()));
        xml.writeAttribute("time", seconds(outcome.seconds()));
        switch (outcome.status()) {
            case FAILED -> problem(xml, "failure", outcome);
            case BROKEN -> problem(xml, "error", outcome);
            case UNCHECKED -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", legal(String.join("; ", outcome.notes())));
            }
            case PASSED -> notes(xml, outcome);
        }
        xml.writeEndElement();
    }

    private void problem(XMLStreamWriter xml, String element, Outcome outcome) throws XMLStreamException {
        Finding first = outcome.findings().get(0);
        xml.writeStartElement(element);
        xml.writeAttribute("type", first.check());
        xml.writeAttribute("message", legal(first.message()));
        xml.writeCharacters(legal(String.join("\n", Explanation.of(outcome, reproduction))));
        xml.writeEndElement();
    }

    private static void notes(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        if (!outcome.notes().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(String.join("\n", outcome.notes())));
            xml.writeEndElement();
        }
    }

    /** Messages of exceptions may hold characters that XML cannot. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : '?')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isLegal(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\n' || c == '\t' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && !surrogate;
    }

    private static String count(List<Outcome> outcomes, Status status) {
        return Long.toString(outcomes.stream().filter(o -> o.status() == status).count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
