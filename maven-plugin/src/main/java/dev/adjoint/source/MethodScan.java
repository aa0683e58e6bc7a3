package dev.adjoint.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the methods of a compilation unit. */
final class MethodScan extends TreePathScanner<Void, List<MethodText.Statement>> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;
    private final CharSequence text;
    private final List<MethodText> methods;

    MethodScan(CompilationUnitTree unit, Trees trees, List<MethodText> methods) {
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.methods = methods;
        try {
            this.text = unit.getSourceFile().getCharContent(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable List<MethodText.Statement> ignored) {
        List<MethodText.Statement> statements = new ArrayList<>();
        scan(method.getBody(), statements);
        ArrayScan arrays = new ArrayScan();
        arrays.scan(method.getBody(), false);
        String javadoc = trees.getDocComment(getCurrentPath());
        methods.add(new MethodText(
                method.getName().toString(),
                method.getParameters().size(),
                line(positions.getStartPosition(unit, method)),
                line(positions.getEndPosition(unit, method)),
                javadoc == null ? "" : javadoc.strip(),
                List.copyOf(statements),
                arrays.arrays()));
        return null;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable List<MethodText.Statement> statements) {
        if (tree instanceof StatementTree statement && !(tree instanceof BlockTree) && statements != null) {
            add(statement, statements);
        }
        return super.scan(tree, statements);
    }

    private void add(StatementTree statement, List<MethodText.Statement> statements) {
        long start = positions.getStartPosition(unit, statement);
        long end = positions.getEndPosition(unit, statement);
        Tree body = body(statement);
        long headEnd = body == null ? end : positions.getStartPosition(unit, body);
        if (start >= 0 && headEnd > start) {
            statements.add(new MethodText.Statement(line(start), folded(start, headEnd), folded(start, end)));
        }
    }

    /** The first statement within another one. */
    private static @Nullable Tree body(StatementTree statement) {
        if (statement instanceof ForLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof EnhancedForLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof WhileLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof DoWhileLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof LabeledStatementTree labeled) {
            return labeled.getStatement();
        }
        return statement instanceof IfTree branch ? branch.getThenStatement() : null;
    }

    private String folded(long start, long end) {
        return text.subSequence((int) start, (int) end)
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
