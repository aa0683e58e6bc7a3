package dev.adjoint.processor;

import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * Watches the compiler after the rounds: that no class whose derivatives only throw is compiled successfully, and, if
 * that is asked for, that the compiler finds the same types as the front end.
 */
final class Listeners implements TaskListener {
    private final Rounds rounds;
    private final Trees trees;
    private final Types types;
    private final Set<String> reported = new LinkedHashSet<>();

    private Listeners(Rounds rounds, Trees trees, Types types) {
        this.rounds = rounds;
        this.trees = trees;
        this.types = types;
    }

    static void listen(ProcessingEnvironment compiler, Rounds rounds) {
        Trees trees = Trees.instance(compiler);
        JavacTask.instance(compiler).addTaskListener(new Listeners(rounds, trees, compiler.getTypeUtils()));
    }

    /** Code is only generated for a class if no error has been found so far. */
    @Override
    public void started(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.GENERATE || type == null) {
            return;
        }
        String name = type.getQualifiedName().toString();
        String unresolved = rounds.stubs().get(name);
        if (unresolved != null && reported.add(name)) {
            Tree tree = trees.getTree(type);
            Place place = new Place(event.getCompilationUnit(), tree == null ? event.getCompilationUnit() : tree, -1);
            rounds.printing().print(Diagnostic.of(Problem.STUB_SURVIVED, place, name, unresolved));
        }
    }

    @Override
    public void finished(TaskEvent event) {
        boolean attributed = event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null;
        if (attributed && rounds.options().verifies()) {
            TreePath path = trees.getPath(event.getTypeElement());
            if (path != null) {
                rounds.comparison().compare(trees, types, path).forEach(rounds.printing()::print);
                rounds.options()
                        .trace(
                                "types compared",
                                String.valueOf(rounds.comparison().compared()));
            }
        }
    }
}
