package dev.adjoint.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Generator;
import dev.adjoint.processor.pipeline.Pipeline;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The annotation processor as the compiler sees it. The work of a round is done in {@link Rounds}. */
@AutoService(Processor.class)
public final class AdjointProcessor extends AbstractProcessor {
    private static final Set<String> ANNOTATIONS = Set.of(
            "dev.adjoint.Differentiable",
            "dev.adjoint.AdjointGenerated",
            "dev.adjoint.DerivativeOf",
            "dev.adjoint.Checkpoint",
            "dev.adjoint.Domain",
            "dev.adjoint.Sample");

    private final Generator generator;
    private @Nullable Rounds rounds;

    /** The processor as the compiler finds it. */
    public AdjointProcessor() {
        this(new Pipeline());
    }

    AdjointProcessor(Generator generator) {
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
            ProcessingEnvironment compiler = Environments.unwrap(environment);
            rounds = new Rounds(environment, Trees.instance(compiler), generator);
            Listeners.listen(compiler, rounds);
        } catch (IllegalArgumentException | LinkageError e) {
            String name = environment.getClass().getName();
            Diagnostic problem = Diagnostic.of(Problem.NOT_JAVAC, environment, name);
            environment.getMessager().printMessage(Kind.ERROR, problem.message());
        }
    }

    /** The annotations are ours alone: saying so keeps builds with {@code -Xlint:all -Werror} quiet. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null) {
            rounds.process(round);
        }
        return true;
    }
}
