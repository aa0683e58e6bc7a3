package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of {@link ActivityScan}. */
final class ActivityStatements implements Tree.StatementVisitor<@Nullable Void> {
    private final ActivityScan scan;

    ActivityStatements(ActivityScan scan) {
        this.scan = scan;
    }

    void arms(List<Tree.Arm> arms) {
        arms.forEach(arm -> all(arm.body()));
    }

    private void all(List<Tree.Statement> statements) {
        statements.forEach(s -> s.accept(this));
    }

    private @Nullable Void visit(Tree.@Nullable Expression e, Position position) {
        scan.at(position);
        if (e != null) {
            scan.visit(e);
        }
        return null;
    }

    private void visit(Tree.@Nullable Statement s) {
        if (s != null) {
            s.accept(this);
        }
    }

    @Override
    public @Nullable Void sequence(Tree.Sequence s) {
        all(s.statements());
        return null;
    }

    @Override
    public @Nullable Void declare(Tree.Declare s) {
        scan.at(s.position());
        scan.declared(s.local());
        if (s.initial() != null) {
            scan.bind(s.local(), s.initial());
        }
        return null;
    }

    @Override
    public @Nullable Void declareFunction(Tree.DeclareFunction s) {
        scan.visit(s.value());
        return null;
    }

    @Override
    public @Nullable Void evaluate(Tree.Evaluate s) {
        return visit(s.expression(), s.position());
    }

    @Override
    public @Nullable Void ifElse(Tree.If s) {
        visit(s.condition(), s.position());
        visit(s.then());
        visit(s.otherwise());
        return null;
    }

    @Override
    public @Nullable Void loop(Tree.Loop s) {
        all(s.initial());
        visit(s.condition(), s.position());
        visit(s.body());
        all(s.update());
        return null;
    }

    @Override
    public @Nullable Void forEach(Tree.ForEach s) {
        scan.at(s.position());
        Tree.Expression element = new Tree.Element(
                s.array(),
                new Tree.Constant(0, dev.adjoint.processor.ir.Primitive.INT),
                s.local().type());
        scan.bind(s.local(), element);
        visit(s.body());
        return null;
    }

    @Override
    public @Nullable Void choose(Tree.Switch s) {
        visit(s.selector(), s.position());
        arms(s.arms());
        return null;
    }

    @Override
    public @Nullable Void labelled(Tree.Labelled s) {
        visit(s.body());
        return null;
    }

    @Override
    public @Nullable Void leave(Tree.Break s) {
        return null;
    }

    @Override
    public @Nullable Void next(Tree.Continue s) {
        return null;
    }

    @Override
    public @Nullable Void giveBack(Tree.Return s) {
        scan.at(s.position());
        if (s.value() != null) {
            scan.returned(s.value());
        }
        return null;
    }

    @Override
    public @Nullable Void yield(Tree.Yield s) {
        scan.at(s.position());
        scan.yielded(s.value());
        return null;
    }

    @Override
    public @Nullable Void raise(Tree.Throw s) {
        return visit(s.exception(), s.position());
    }

    @Override
    public @Nullable Void check(Tree.Assert s) {
        visit(s.condition(), s.position());
        return visit(s.message(), s.position());
    }

    /** Without a handler nothing is seen of a part that was left by an exception. */
    @Override
    public @Nullable Void guarded(Tree.Try s) {
        boolean handled = !s.handlers().isEmpty();
        if (handled) {
            scan.guard(true);
        }
        visit(s.body());
        if (handled) {
            scan.guard(false);
        }
        s.handlers().forEach(h -> visit(h.body()));
        visit(s.last());
        return null;
    }
}
