package dev.adjoint.processor.corpus;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.adjoint.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lists the annotated methods of a compilation: the annotation is not in the class file's reflective part. */
@SupportedAnnotationTypes("dev.adjoint.Differentiable")
final class Catalogue extends AbstractProcessor {
    private final List<Entry> entries = new ArrayList<>();

    List<Entry> entries() {
        return entries;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element method : round.getElementsAnnotatedWith(Differentiable.class)) {
            entries.add(entry((ExecutableElement) method));
        }
        return false;
    }

    private Entry entry(ExecutableElement method) {
        Differentiable asked = method.getAnnotation(Differentiable.class);
        String name = method.getSimpleName().toString();
        boolean instance = !method.getModifiers().contains(Modifier.STATIC);
        int[] span = span(method);
        return new Entry(
                processingEnv.getElementUtils().getBinaryName(owner(method)).toString(),
                name,
                asked.name().isEmpty() ? name : asked.name(),
                parameters(method, instance),
                instance,
                List.of(asked.wrt()),
                modes(asked),
                asked.order(),
                span[0],
                span[1]);
    }

    private static List<String> modes(Differentiable asked) {
        List<String> modes = new ArrayList<>();
        for (Differentiable.Mode mode : asked.modes()) {
            modes.add(mode.name());
        }
        return modes;
    }

    private List<Entry.Parameter> parameters(ExecutableElement method, boolean instance) {
        List<Entry.Parameter> parameters = new ArrayList<>();
        if (instance) {
            parameters.add(
                    new Entry.Parameter("self", owner(method).getQualifiedName().toString()));
        }
        for (VariableElement parameter : method.getParameters()) {
            String type =
                    processingEnv.getTypeUtils().erasure(parameter.asType()).toString();
            parameters.add(new Entry.Parameter(parameter.getSimpleName().toString(), type));
        }
        return parameters;
    }

    private static TypeElement owner(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }

    private int[] span(ExecutableElement method) {
        Trees trees = Trees.instance(processingEnv);
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().toString().equals(Differentiable.class.getName())) {
                TreePath path = trees.getPath(method, mirror);
                AnnotationTree tree = (AnnotationTree) path.getLeaf();
                var positions = trees.getSourcePositions();
                return new int[] {
                    (int) positions.getStartPosition(path.getCompilationUnit(), tree),
                    (int) positions.getEndPosition(path.getCompilationUnit(), tree)
                };
            }
        }
        throw new IllegalStateException(method + " bears no @Differentiable");
    }
}
