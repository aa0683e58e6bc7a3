package dev.adjoint.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Compares the types found by the front end with those that the compiler finds when it attributes the method, which is
 * after all rounds. Expressions are known by their place, because trees and types are made anew in between.
 */
public final class TypeComparison {
    /** Where the compiler shows the type of what stands around rather than that of the expression. */
    private static final Set<Tree.Kind> SHOWN_OTHERWISE = Set.of(
            Tree.Kind.LAMBDA_EXPRESSION,
            Tree.Kind.MEMBER_REFERENCE,
            Tree.Kind.NULL_LITERAL,
            Tree.Kind.CONDITIONAL_EXPRESSION,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.PARENTHESIZED,
            Tree.Kind.ERRONEOUS);

    private final Map<String, String> expected = new HashMap<>();
    private int compared;

    /** How many expressions have been compared. */
    public int compared() {
        return compared;
    }

    void expect(Compilation compilation, MethodReader.Reading reading) {
        CompilationUnitTree unit = reading.place().unit();
        SourcePositions positions = compilation.trees().getSourcePositions();
        reading.types().forEach((tree, type) -> {
            TypeMirror shown =
                    type.getKind() == TypeKind.VOID ? type : compilation.types().erasure(type);
            expected.put(key(positions, unit, tree), TypeText.of(shown));
        });
    }

    private static String key(SourcePositions positions, CompilationUnitTree unit, Tree tree) {
        return unit.getSourceFile().toUri() + "@" + positions.getStartPosition(unit, tree) + "-"
                + positions.getEndPosition(unit, tree) + tree.getKind();
    }

    /** Compares what lies in the class, after the compiler has attributed it. */
    public List<Diagnostic> compare(Trees trees, Types types, TreePath type) {
        List<Diagnostic> differences = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                if (tree instanceof ExpressionTree && !SHOWN_OTHERWISE.contains(tree.getKind())) {
                    compare(trees, types, new TreePath(getCurrentPath(), tree), differences);
                }
                return super.scan(tree, unused);
            }
        }.scan(type, null);
        return differences;
    }

    private void compare(Trees trees, Types types, TreePath path, List<Diagnostic> differences) {
        CompilationUnitTree unit = path.getCompilationUnit();
        String ours = expected.get(key(trees.getSourcePositions(), unit, path.getLeaf()));
        TypeMirror mirror = ours == null ? null : trees.getTypeMirror(path);
        if (mirror == null || mirror.getKind() == TypeKind.ERROR || mirror.getKind() == TypeKind.OTHER) {
            return;
        }
        compared++;
        boolean isVoid = mirror.getKind() == TypeKind.VOID;
        String theirs = isVoid ? "void" : TypeText.of(types.erasure(mirror));
        if (!theirs.equals(ours) && !isUnboxed(ours, theirs)) {
            long start = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
            Place place = new Place(unit, path.getLeaf(), start);
            differences.add(Diagnostic.of(Problem.TYPE_DIFFERS, place, path.getLeaf(), ours, theirs));
        }
    }

    /** The parameters of lambdas are unboxed on purpose. */
    private static boolean isUnboxed(String ours, String theirs) {
        return (ours.equals("double") && theirs.equals("java.lang.Double"))
                || (ours.equals("float") && theirs.equals("java.lang.Float"));
    }
}
