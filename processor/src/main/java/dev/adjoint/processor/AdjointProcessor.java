package dev.adjoint.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.FrontEnd;
import dev.adjoint.processor.frontend.Generator;
import dev.adjoint.processor.frontend.OwnerReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The annotation processor: asks the front end what the annotated methods are, and writes their derivatives. */
@AutoService(Processor.class)
public final class AdjointProcessor extends AbstractProcessor {
    private static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";
    private static final Set<String> ANNOTATIONS = Set.of(
            DIFFERENTIABLE,
            "dev.adjoint.DerivativeOf",
            "dev.adjoint.Checkpoint",
            "dev.adjoint.Domain",
            "dev.adjoint.Sample");

    private final @Nullable Generator generator;
    private final Set<String> deferred = new LinkedHashSet<>();
    private @Nullable Trees trees;

    /** The processor as the compiler finds it. */
    public AdjointProcessor() {
        this(null);
    }

    AdjointProcessor(@Nullable Generator generator) {
        this.generator = generator;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return ANNOTATIONS;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            trees = Trees.instance(Environments.unwrap(environment));
        } catch (IllegalArgumentException | LinkageError e) {
            Diagnostic problem = Diagnostic.of(
                    Problem.NOT_JAVAC, environment, environment.getClass().getName());
            environment.getMessager().printMessage(Kind.ERROR, problem.message());
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (trees != null) {
            Set<ExecutableElement> methods = annotated(round);
            deferred.clear();
            FrontEnd frontEnd = new FrontEnd(trees, processingEnv.getElementUtils(), processingEnv.getTypeUtils());
            for (OwnerReading reading : frontEnd.read(methods)) {
                handle(frontEnd, reading, round.processingOver());
            }
        }
        return true;
    }

    /** The annotated methods of this round and of the classes put off in earlier ones, in the order of declaration. */
    private Set<ExecutableElement> annotated(RoundEnvironment round) {
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        Elements elements = processingEnv.getElementUtils();
        for (String name : deferred) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                addAnnotated(methods, type.getEnclosedElements());
            }
        }
        TypeElement annotation = elements.getTypeElement(DIFFERENTIABLE);
        if (annotation != null) {
            addAnnotated(methods, round.getElementsAnnotatedWith(annotation));
        }
        return methods;
    }

    private static void addAnnotated(Set<ExecutableElement> methods, Collection<? extends Element> elements) {
        for (Element element : elements) {
            boolean isAnnotated = element.getAnnotationMirrors().stream()
                    .anyMatch(m -> m.getAnnotationType().toString().equals(DIFFERENTIABLE));
            if (isAnnotated && element instanceof ExecutableElement method) {
                methods.add(method);
            }
        }
    }

    private void handle(FrontEnd frontEnd, OwnerReading reading, boolean last) {
        if (reading.unresolved() != null) {
            if (last) {
                write(reading, frontEnd.stub(reading));
            } else {
                deferred.add(reading.owner().name());
            }
            return;
        }
        Printing printing = new Printing(Objects.requireNonNull(trees));
        reading.problems().forEach(printing::print);
        if (reading.problems().isEmpty()) {
            write(
                    reading,
                    generator == null
                            ? frontEnd.stub(reading)
                            : generator.generate(reading, new Options(processingEnv)));
        }
    }

    private void write(OwnerReading reading, String text) {
        Elements elements = processingEnv.getElementUtils();
        List<Element> originating = new ArrayList<>();
        reading.classes().forEach(name -> originating.add(elements.getTypeElement(name)));
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(reading.owner().companionName(), originating.toArray(new Element[0]))
                .openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
