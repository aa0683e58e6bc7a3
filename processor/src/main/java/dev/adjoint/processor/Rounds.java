package dev.adjoint.processor;

import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.FrontEnd;
import dev.adjoint.processor.frontend.Generator;
import dev.adjoint.processor.frontend.OwnerReading;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one compilation. Only names live longer than a round, because the compiler makes elements and trees anew.
 * A class with something that cannot be made out is put off: another processor may write what is missing. In the last
 * round it gets methods that only throw, so that the compiler's own error is the one the user sees.
 */
final class Rounds {
    private static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";

    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final @Nullable Generator generator;
    private final Options options;
    private final Printing printing;
    private final Files files;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> pending = new LinkedHashSet<>();
    private final Map<String, String> stubs = new LinkedHashMap<>();

    Rounds(ProcessingEnvironment environment, Trees trees, @Nullable Generator generator) {
        this.environment = environment;
        this.trees = trees;
        this.generator = generator;
        this.options = new Options(environment);
        this.printing = new Printing(trees);
        this.files = new Files(environment);
    }

    Options options() {
        return options;
    }

    Printing printing() {
        return printing;
    }

    /** The classes whose derivatives only throw, by their canonical names, with what could not be made out. */
    Map<String, String> stubs() {
        return stubs;
    }

    void process(RoundEnvironment round) {
        Set<ExecutableElement> methods = annotated(round);
        if (pending.isEmpty()) {
            return;
        }
        FrontEnd frontEnd = new FrontEnd(trees, environment.getElementUtils(), environment.getTypeUtils());
        for (OwnerReading reading : frontEnd.read(methods, Set.copyOf(pending))) {
            if (reading.unresolved() == null) {
                pending.remove(reading.owner().name());
                accept(frontEnd, reading);
            } else {
                putOff(frontEnd, reading, round.processingOver());
            }
        }
    }

    /** All annotated methods known so far, in the order of the compiler, and of their declaration in a class. */
    private Set<ExecutableElement> annotated(RoundEnvironment round) {
        Elements elements = environment.getElementUtils();
        TypeElement annotation = elements.getTypeElement(DIFFERENTIABLE);
        Set<? extends Element> found = annotation == null ? Set.of() : round.getElementsAnnotatedWith(annotation);
        for (Element element : found) {
            TypeElement owner = (TypeElement) element.getEnclosingElement();
            known.add(owner.getQualifiedName().toString());
            pending.add(owner.getQualifiedName().toString());
        }
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        for (String name : known) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                addAnnotated(methods, type.getEnclosedElements());
            }
        }
        return methods;
    }

    private static void addAnnotated(Set<ExecutableElement> methods, Collection<? extends Element> elements) {
        for (Element element : elements) {
            boolean isAnnotated = element.getAnnotationMirrors().stream()
                    .anyMatch(m -> ((TypeElement) m.getAnnotationType().asElement())
                            .getQualifiedName()
                            .contentEquals(DIFFERENTIABLE));
            if (isAnnotated && element instanceof ExecutableElement method) {
                methods.add(method);
            }
        }
    }

    private void putOff(FrontEnd frontEnd, OwnerReading reading, boolean last) {
        String name = reading.owner().name();
        options.trace("not made out", name + ": " + reading.unresolved());
        if (last) {
            stubs.put(name, String.valueOf(reading.unresolved()));
            files.write(reading, frontEnd.stub(reading));
        }
    }

    private void accept(FrontEnd frontEnd, OwnerReading reading) {
        reading.problems().forEach(printing::print);
        try {
            boolean real = reading.accepted() && generator != null;
            files.write(reading, real ? generator.generate(reading, options) : frontEnd.stub(reading));
        } catch (RuntimeException | StackOverflowError e) {
            fail(reading, e);
        }
    }

    /** A failure of ours is one message at the first method of the class. */
    private void fail(OwnerReading reading, Throwable e) {
        if (options.isOn()) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            options.print("failure", trace.toString());
        }
        StackTraceElement[] frames = e.getStackTrace();
        String where = frames.length == 0 ? "" : " at " + frames[0];
        printing.print(Diagnostic.of(
                Problem.INTERNAL,
                reading.requests().get(0).place(),
                reading.owner().name(),
                e + where));
    }
}
