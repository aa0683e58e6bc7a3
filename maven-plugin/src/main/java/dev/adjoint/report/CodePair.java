package dev.adjoint.report;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.source.JavaSource;
import dev.adjoint.source.MethodText;
import dev.adjoint.source.Origins;
import dev.adjoint.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A method and its derivatives, side by side.
 *
 * @param source the lines of the method
 * @param generated the generated methods
 * @param missing why something is not there, else empty
 */
record CodePair(List<Section.SourceLine> source, List<Section.GeneratedMethod> generated, String missing) {

    private static final List<String> ENDINGS =
            List.of("Grad", "Vjp", "ValueAndGrad", "Jvp", "Jacobian", "Hessian", "Hvp");

    static CodePair of(int number, Derivative derivative, SourceFiles sources, SourceFiles generated) {
        try {
            return read(number, derivative, sources, generated);
        } catch (IOException e) {
            return missing("The source cannot be read: " + e.getMessage());
        }
    }

    private static CodePair missing(String why) {
        return new CodePair(List.of(), List.of(), why);
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

    /** What the generated Javadoc says of recorded values. */
    List<String> recorded() {
        return remarks().stream().filter(CodePair::isOfMemory).toList();
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
        private final Set<Integer> used = new TreeSet<>();
        private @Nullable String opened;

        Builder(int number, JavaSource source, MethodText method, JavaSource companion) {
            this.number = number;
            this.source = source;
            this.method = method;
            this.companion = companion;
            this.origins = new Origins(method);
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
            return new CodePair(sourceLines(), generated, missing);
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
            if (origin == 0) {
                return new Section.GeneratedLine(Highlighter.html(text), "", "");
            }
            used.add(origin);
            return new Section.GeneratedLine(
                    Highlighter.html(text), Integer.toString(origin), "f" + number + "-l" + origin);
        }

        private List<Section.SourceLine> sourceLines() {
            List<String> lines = unindented(source.lines().subList(method.first() - 1, method.last()));
            List<Section.SourceLine> all = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                int line = method.first() + i;
                all.add(new Section.SourceLine(line, Highlighter.html(lines.get(i)), used.contains(line)));
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
