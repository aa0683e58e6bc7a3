package dev.adjoint.processor.frontend;

import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.source.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Checks {@code @Checkpoint}. */
final class Checkpoints {
    private final Compilation compilation;
    private final ExecutableElement method;
    private final List<Diagnostic> problems = new ArrayList<>();

    Checkpoints(Compilation compilation, ExecutableElement method) {
        this.compilation = compilation;
        this.method = method;
    }

    /** What the annotation of a method asks for; null if there is none. */
    static @Nullable Checkpoint of(ExecutableElement method) {
        AnnotationMirror annotation = Annotations.find(method, Annotations.CHECKPOINT);
        return annotation == null
                ? null
                : new Checkpoint(Annotations.number(annotation, "slots", 1), Annotations.text(annotation, "loop"));
    }

    List<Diagnostic> check() {
        AnnotationMirror annotation = Annotations.get(method, Annotations.CHECKPOINT);
        int slots = Annotations.number(annotation, "slots", 1);
        if (slots < 1) {
            refuse(annotation, "slots", Problem.CHECKPOINT_SLOTS, slots);
        }
        String loop = Annotations.text(annotation, "loop");
        if (!loop.isEmpty()) {
            checkLoop(annotation, loop);
        }
        return problems;
    }

    /** Tells that nothing has come of the annotation. */
    Diagnostic unused() {
        AnnotationMirror annotation = Annotations.get(method, Annotations.CHECKPOINT);
        boolean step = Annotations.text(annotation, "loop").isEmpty();
        TreePath path = compilation.trees().getPath(method);
        Tree at = compilation.trees().getTree(method, annotation);
        return Diagnostic.of(
                Problem.CHECKPOINT_UNUSED,
                Place.of(compilation, path.getCompilationUnit(), at == null ? path.getLeaf() : at),
                step
                        ? "no loop of a differentiated method calls '" + method.getSimpleName() + "' itself"
                        : "'" + method.getSimpleName() + "' is not differentiated");
    }

    private void checkLoop(AnnotationMirror annotation, String loop) {
        TreePath path = compilation.trees().getPath(method);
        Set<String> labels = new LinkedHashSet<>();
        new LoopLabels().scan(((MethodTree) path.getLeaf()).getBody(), labels);
        if (!labels.contains(loop)) {
            String known = labels.isEmpty()
                    ? "Put a label before the loop: " + loop + ": for (...)."
                    : "The labelled loops are: " + String.join(", ", labels) + ".";
            refuse(annotation, "loop", Problem.CHECKPOINT_LOOP, loop, method.getSimpleName(), known);
        }
    }

    private void refuse(AnnotationMirror annotation, String member, Problem problem, Object... arguments) {
        TreePath path = compilation.trees().getPath(method);
        Tree at = compilation.trees().getTree(method, annotation, Annotations.value(annotation, member));
        Tree tree = at == null ? path.getLeaf() : at;
        problems.add(Diagnostic.of(problem, Place.of(compilation, path.getCompilationUnit(), tree), arguments));
    }

    private static final class LoopLabels extends TreeScanner<@Nullable Void, Set<String>> {
        @Override
        public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Set<String> labels) {
            StatementTree statement = tree.getStatement();
            boolean loop = switch (statement.getKind()) {
                case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> true;
                default -> false;
            };
            if (loop) {
                labels.add(tree.getLabel().toString());
            }
            return super.visitLabeledStatement(tree, labels);
        }
    }
}
