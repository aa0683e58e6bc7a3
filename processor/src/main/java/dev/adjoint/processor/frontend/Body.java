package dev.adjoint.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the readers of one method share: where it stands, what is in scope, and what they have found. */
final class Body {
    private final Compilation compilation;
    private final CompilationUnitTree unit;
    private final ExecutableElement method;
    private final TypeNames names;
    private final String packageName;
    private final String text;
    private final Scopes scopes = new Scopes();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<MethodKey, Place> callees = new LinkedHashMap<>();
    private final Map<dev.adjoint.processor.source.Tree, Diagnostic> guarded = new IdentityHashMap<>();
    private final Map<RecordType, Diagnostic> hiddenRecords = new LinkedHashMap<>();
    private final Map<Tree, TypeMirror> seen = new IdentityHashMap<>();
    private final Deque<TypeMirror> results = new ArrayDeque<>();
    private final Deque<YieldTarget> yields = new ArrayDeque<>();
    private final Deque<List<dev.adjoint.processor.source.Tree.Statement>> hoisted = new ArrayDeque<>();
    private final Map<String, Variable> components = new LinkedHashMap<>();
    private @Nullable Variable self;
    private dev.adjoint.processor.source.Tree.@Nullable Expression made;

    Body(Compilation compilation, CompilationUnitTree unit, ExecutableElement method, String packageName) {
        this.compilation = compilation;
        this.unit = unit;
        this.method = method;
        this.packageName = packageName;
        this.names = new TypeNames(compilation, new Imports(unit), method);
        try {
            this.text = unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation compilation() {
        return compilation;
    }

    JavaTypes types() {
        return compilation.types();
    }

    TypeNames names() {
        return names;
    }

    Scopes scopes() {
        return scopes;
    }

    TypeElement owner() {
        return (TypeElement) method.getEnclosingElement();
    }

    /** The package of the generated class. */
    String packageName() {
        return packageName;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** The methods called, with the place of the first call of each. */
    Map<MethodKey, Place> callees() {
        return callees;
    }

    /** Trees that are accepted only if the values they get have no derivative, with what is reported otherwise. */
    Map<dev.adjoint.processor.source.Tree, Diagnostic> guarded() {
        return guarded;
    }

    /** The types found, for the comparison with the compiler's. */
    Map<Tree, TypeMirror> seen() {
        return seen;
    }

    /** The result types of the method and of the lambdas around the tree at hand, innermost first. */
    Deque<TypeMirror> results() {
        return results;
    }

    /** What the switch expressions yield that stand around the tree at hand. */
    Deque<YieldTarget> yields() {
        return yields;
    }

    /** Declarations to be put before the statement at hand. */
    Deque<List<dev.adjoint.processor.source.Tree.Statement>> hoisted() {
        return hoisted;
    }

    @Nullable
    Variable self() {
        return self;
    }

    void self(Variable variable) {
        self = variable;
    }

    /** In a constructor of a record that assigns the components: the locals that stand for them. */
    Map<String, Variable> components() {
        return components;
    }

    /** In a constructor of a record: what it makes. */
    dev.adjoint.processor.source.Tree.@Nullable Expression made() {
        return made;
    }

    void made(dev.adjoint.processor.source.Tree.Expression record) {
        made = record;
    }

    Place place(Tree tree) {
        return Place.of(compilation, unit, tree);
    }

    /** Reports a problem; to be thrown by the caller. */
    Refused refuse(Problem problem, Tree tree, Object... arguments) {
        problems.add(Diagnostic.of(problem, place(tree), arguments));
        return new Refused();
    }

    /** The tree, which is reported if a value that has a derivative reaches it. */
    <T extends dev.adjoint.processor.source.Tree> T guard(T tree, Problem problem, Tree at, Object... arguments) {
        guarded.put(tree, Diagnostic.of(problem, place(at), arguments));
        return tree;
    }

    /**
     * The type for the later stages; refused if the generated class cannot name it. A record can be taken apart, so that it
     * need not be named; it is noted.
     */
    Type ir(TypeMirror type, Tree at) {
        TypeMirror hidden = hidden(type);
        if (hidden == null) {
            return compilation.ir(type);
        } else if (compilation.ir(hidden) instanceof RecordType record) {
            hiddenRecords.putIfAbsent(record, Diagnostic.of(Problem.PRIVATE_TYPE, place(at), hidden));
            return compilation.ir(type);
        }
        throw refuse(Problem.PRIVATE_TYPE, at, hidden);
    }

    /** The records that the generated class cannot name, with what is reported if it has to. */
    Map<RecordType, Diagnostic> hiddenRecords() {
        return hiddenRecords;
    }

    private @Nullable TypeMirror hidden(TypeMirror type) {
        TypeMirror shown = types().upward(type);
        if (shown instanceof javax.lang.model.type.ArrayType array) {
            return hidden(array.getComponentType());
        }
        if (!(shown instanceof DeclaredType declared)) {
            return null;
        }
        return compilation.isReachable(declared.asElement(), packageName) ? null : types().erasure(shown);
    }

    Position position(Tree tree) {
        SourcePositions positions = compilation.trees().getSourcePositions();
        int start = (int) positions.getStartPosition(unit, tree);
        Tree body = body(tree);
        int end = (int) (body == null ? positions.getEndPosition(unit, tree) : positions.getStartPosition(unit, body));
        if (start < 0 || end < start) {
            return new Position(place(tree), 0, "");
        }
        String statement = text.substring(start, end).strip().replaceAll("\\s+", " ");
        return new Position(place(tree), (int) unit.getLineMap().getLineNumber(start), statement);
    }

    private static @Nullable Tree body(Tree tree) {
        return switch (tree.getKind()) {
            case IF -> ((IfTree) tree).getThenStatement();
            case FOR_LOOP -> ((ForLoopTree) tree).getStatement();
            case ENHANCED_FOR_LOOP -> ((EnhancedForLoopTree) tree).getStatement();
            case WHILE_LOOP -> ((WhileLoopTree) tree).getStatement();
            case DO_WHILE_LOOP -> ((DoWhileLoopTree) tree).getStatement();
            case SWITCH ->
                ((SwitchTree) tree).getCases().isEmpty()
                        ? null
                        : ((SwitchTree) tree).getCases().get(0);
            default -> null;
        };
    }
}
