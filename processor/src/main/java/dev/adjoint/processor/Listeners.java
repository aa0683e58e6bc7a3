package dev.adjoint.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Watches the compiler after the rounds: that no class whose derivatives only throw is compiled successfully.
 */
final class Listeners implements TaskListener {
    private final Rounds rounds;
    private final com.sun.source.util.Trees trees;
    private final Set<String> reported = new LinkedHashSet<>();

    private Listeners(Rounds rounds, com.sun.source.util.Trees trees) {
        this.rounds = rounds;
        this.trees = trees;
    }

    static void listen(ProcessingEnvironment compiler, Rounds rounds) {
        JavacTask.instance(compiler)
                .addTaskListener(new Listeners(rounds, com.sun.source.util.Trees.instance(compiler)));
    }

    /** Code is only generated for a class if no error has been found so far. */
    @Override
    public void started(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.GENERATE || event.getTypeElement() == null) {
            return;
        }
        String name = event.getTypeElement().getQualifiedName().toString();
        String unresolved = rounds.stubs().get(name);
        if (unresolved != null && reported.add(name)) {
            com.sun.source.tree.Tree tree = trees.getTree(event.getTypeElement());
            Place place = new Place(event.getCompilationUnit(), tree == null ? event.getCompilationUnit() : tree, -1);
            rounds.printing().print(Diagnostic.of(Problem.STUB_SURVIVED, place, name, unresolved));
        }
    }
}
