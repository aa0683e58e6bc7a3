package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreePath;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the constructor of a record that is code as a method that gives the record. */
final class ConstructorReader {
    private final Body body;
    private final StatementReader statements;
    private final TreePath path;
    private final MethodTree tree;
    private final TypeMirror type;
    private final RecordType record;

    ConstructorReader(Body body, StatementReader statements, TreePath path) {
        this.body = body;
        this.statements = statements;
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.type = body.owner().asType();
        this.record = (RecordType) body.ir(type, tree);
    }

    Tree.Sequence read() {
        body.results().push(type);
        MethodInvocationTree delegation = Records.delegation(tree);
        if (delegation != null) {
            return delegating(delegation);
        }
        return new Records(body.compilation()).isCompact(path) ? compact() : canonical();
    }

    private List<StatementTree> code(int from) {
        List<StatementTree> all = new ArrayList<>(tree.getBody().getStatements());
        all.removeIf(Records::isSuperCall);
        return all.subList(from, all.size());
    }

    /** After its code a compact constructor assigns the parameters to the components. */
    private Tree.Sequence compact() {
        List<Tree.Expression> components = new ArrayList<>();
        for (RecordType.Component component : record.components()) {
            Variable parameter = Objects.requireNonNull(body.scopes().find(component.name()));
            components.add(new Tree.Name(parameter.local()));
        }
        return ending(new ArrayList<>(), 0, new Tree.Construct(record, components));
    }

    /** The components are locals until the end. */
    private Tree.Sequence canonical() {
        List<Tree.Statement> all = new ArrayList<>();
        List<Tree.Expression> components = new ArrayList<>();
        TypeElement owner = body.owner();
        for (RecordComponentElement component : owner.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            Local local = new Local(name, body.ir(component.asType(), tree));
            body.components().put(name, new Variable(local, component.asType(), null, null));
            all.add(new Tree.Declare(local, null, body.position(tree)));
            components.add(new Tree.Name(local));
        }
        return ending(all, 0, new Tree.Construct(record, components));
    }

    private Tree.Sequence delegating(MethodInvocationTree delegation) {
        CreationReader creations = statements.expressions().creations();
        CallReader calls = statements.expressions().calls();
        Typed made = creations.construct(type, calls.arguments(delegation.getArguments()), delegation);
        Local self = new Local("self", record);
        body.self(new Variable(self, type, null, null));
        List<Tree.Statement> all = new ArrayList<>();
        all.add(new Tree.Declare(self, made.tree(), body.position(delegation)));
        return ending(all, 1, new Tree.Name(self));
    }

    private Tree.Sequence ending(List<Tree.Statement> all, int from, Tree.Expression made) {
        body.made(made);
        all.addAll(statements.readAll(code(from)));
        all.add(new Tree.Return(made, body.position(tree)));
        return new Tree.Sequence(all);
    }
}
