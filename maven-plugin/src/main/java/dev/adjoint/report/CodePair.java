package dev.adjoint.report;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.source.JavaSource;
import dev.adjoint.source.MethodText;
import dev.adjoint.source.Origins;
import dev.adjoint.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A method and its derivatives, side by side.
 *
 * @param source the lines of the method
 * @param generated the generated methods
 * @param memory what reverse mode records, empty if there is no such method
 * @param missing why something is not there, else empty
 */
record CodePair(
        List<Section.SourceLine> source, List<Section.GeneratedMethod> generated, List<String> memory, String missing) {

    private static final List<String> ENDINGS =
            List.of("Grad", "Vjp", "ValueAndGrad", "Jvp", "Jacobian", "Hessian", "Hvp");
    private static final List<String> REVERSE = List.of("Grad", "Vjp");
    /** So many colours has the style sheet for statements. */
    private static final int COLOURS = 6;

    static CodePair of(int number, Derivative derivative, SourceFiles sources, SourceFiles generated) {
        try {
            return read(number, derivative, sources, generated);
        } catch (IOException e) {
            return missing("The source cannot be read: " + e.getMessage());
        }
    }

    private static CodePair missing(String why) {
        return new CodePair(List.of(), List.of(), List.of(), why);
    }

    private static CodePair read(int number, Derivative derivative, SourceFiles sources, SourceFiles generated)
            throws IOException {
        Path file = sources.find(derivative.source());
        Path companion = generated.find(derivative.companion().replace('.', '/') + ".java");
        if (file == null || companion == null) {
            return missing(
                    file == null
                            ? "The file " + derivative.source() + " is in none of the source folders."
                            : "The generated class " + derivative.companion() + " is in none of the source folders.");
        }
        JavaSource source = JavaSource.read(file);
        MethodText method = source.at(derivative.method(), derivative.line());
        if (method == null) {
            return missing("There is no method " + derivative.method() + " at line " + derivative.line() + " of "
                    + derivative.source() + ": the file has changed since it was compiled.");
        }
        return new Builder(number, source, method, JavaSource.read(companion)).build(derivative.base());
    }

    /** What the generated code, and its Javadoc, say of recorded values. */
    List<String> recorded() {
        List<String> all = new ArrayList<>(memory);
        remarks().stream().filter(CodePair::isOfMemory).forEach(all::add);
        return all;
    }

    /** What the generated Javadoc says of kinks. */
    List<String> conventions() {
        return remarks().stream().filter(r -> !isOfMemory(r)).toList();
    }

    private static boolean isOfMemory(String remark) {
        return remark.contains("byte") || remark.contains("record");
    }

    /** The paragraphs after the first, which only says what the method is. */
    private Set<String> remarks() {
        Set<String> found = new LinkedHashSet<>();
        for (Section.GeneratedMethod method : generated) {
            method.javadoc().lines().skip(1).filter(l -> !l.isBlank()).forEach(found::add);
        }
        return found;
    }

    /** Puts the lines of both sides together. */
    private static final class Builder {
        private final int number;
        private final JavaSource source;
        private final MethodText method;
        private final JavaSource companion;
        private final Origins origins;
        private final Map<Integer, String> bands;
        private final Set<Integer> reached = new HashSet<>();
        private @Nullable String opened;

        Builder(int number, JavaSource source, MethodText method, JavaSource companion) {
            this.number = number;
            this.source = source;
            this.method = method;
            this.companion = companion;
            this.origins = new Origins(method);
            this.bands = bands(method);
        }

        /** Statements that follow each other have different colours. */
        private static Map<Integer, String> bands(MethodText method) {
            Map<Integer, String> bands = new TreeMap<>();
            for (MethodText.Statement statement : method.statements()) {
                bands.putIfAbsent(statement.line(), Integer.toString(bands.size() % COLOURS));
            }
            return bands;
        }

        CodePair build(String base) {
            List<Section.GeneratedMethod> generated = new ArrayList<>();
            for (String ending : ENDINGS) {
                for (MethodText made : companion.methods()) {
                    if (made.name().equals(base + ending)) {
                        generated.add(generated(made));
                    }
                }
            }
            String missing = generated.isEmpty() ? "The generated class has no derivative of this method." : "";
            return new CodePair(sourceLines(), generated, memory(base), missing);
        }

        /** The gradient is the plainest form of reverse mode; where there is none, the product is. */
        private List<String> memory(String base) {
            return REVERSE.stream()
                    .flatMap(ending ->
                            companion.methods().stream().filter(m -> m.name().equals(base + ending)))
                    .limit(1)
                    .map(Recorded::by)
                    .toList();
        }

        private Section.GeneratedMethod generated(MethodText made) {
            String text = Javadoc.plain(made.javadoc());
            List<String> lines = unindented(companion.lines().subList(made.first() - 1, made.last()));
            List<Integer> from = origins.of(lines);
            List<Section.GeneratedLine> all = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                all.add(line(lines.get(i), from.get(i)));
            }
            boolean open = opened == null || opened.equals(made.name());
            opened = opened == null ? made.name() : opened;
            return new Section.GeneratedMethod(made.name(), text, open, all);
        }

        private Section.GeneratedLine line(String text, int origin) {
            String html = Highlighter.html(text);
            if (origin == 0) {
                return new Section.GeneratedLine(html, "", "", "", "");
            }
            String id = reached.add(origin) ? generatedAddress(origin) : "";
            return new Section.GeneratedLine(
                    html, Integer.toString(origin), sourceAddress(origin), id, bands.get(origin));
        }

        private String sourceAddress(int line) {
            return "f" + number + "-l" + line;
        }

        private String generatedAddress(int line) {
            return "f" + number + "-g" + line;
        }

        private List<Section.SourceLine> sourceLines() {
            List<String> lines = unindented(source.lines().subList(method.first() - 1, method.last()));
            List<Section.SourceLine> all = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                int line = method.first() + i;
                String html = Highlighter.html(lines.get(i));
                all.add(
                        reached.contains(line)
                                ? new Section.SourceLine(line, html, bands.get(line), generatedAddress(line))
                                : new Section.SourceLine(line, html, "", ""));
            }
            return all;
        }

        private static List<String> unindented(List<String> lines) {
            int indent = lines.stream()
                    .filter(l -> !l.isBlank())
                    .mapToInt(l -> l.length() - l.stripLeading().length())
                    .min()
                    .orElse(0);
            return lines.stream()
                    .map(l -> l.isBlank() ? "" : l.substring(indent))
                    .toList();
        }
    }
}
