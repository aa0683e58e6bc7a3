package dev.adjoint.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the arrays that a method makes. The argument tells whether the scan is within a loop. */
final class ArrayScan extends TreeScanner<Void, Boolean> {
    /** A name that is neither a member nor called. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?![\\w(.])");

    /** Sizes are computed from sizes, but not often. */
    private static final int DEPTH = 3;

    private final List<MadeArray> arrays = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> changing = new HashSet<>();
    private final Set<String> growing = new HashSet<>();

    List<MadeArray> arrays() {
        return arrays.stream()
                .map(a -> new MadeArray(
                        a.name(), a.element(), expanded(a.length()), growing.contains(a.name()), a.inLoop()))
                .toList();
    }

    /** A length in terms of parameters, as far as local variables have one value only. */
    private String expanded(String length) {
        String text = length;
        for (int depth = 0; depth < DEPTH; depth++) {
            text = WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(value(word.group())));
        }
        return text;
    }

    private String value(String name) {
        return changing.contains(name) ? name : numbers.getOrDefault(name, name);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, Boolean inLoop) {
        ExpressionTree initializer = variable.getInitializer();
        String name = variable.getName().toString();
        if (initializer instanceof NewArrayTree array && !array.getDimensions().isEmpty()) {
            String type = variable.getType().toString();
            int given = array.getDimensions().size();
            String length = array.getDimensions().stream()
                    .map(d -> d instanceof BinaryTree ? "(" + d + ")" : d.toString())
                    .collect(Collectors.joining(" * "));
            arrays.add(new MadeArray(name, type.substring(0, type.length() - 2 * given), length, false, inLoop));
        } else if (initializer != null && variable.getType().toString().equals("int")) {
            String value = initializer instanceof BinaryTree || initializer instanceof ConditionalExpressionTree
                    ? "(" + initializer + ")"
                    : initializer.toString();
            if (numbers.putIfAbsent(name, value) != null) {
                changing.add(name);
            }
        }
        return super.visitVariable(variable, inLoop);
    }

    /** A variable that is set to what a call makes of it has been made longer. */
    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, Boolean inLoop) {
        if (assignment.getVariable() instanceof IdentifierTree name
                && assignment.getExpression() instanceof MethodInvocationTree call
                && call.getArguments().stream().anyMatch(a -> a.toString().equals(name.toString()))) {
            growing.add(name.toString());
        }
        changing.add(assignment.getVariable().toString());
        return super.visitAssignment(assignment, inLoop);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, Boolean inLoop) {
        changing.add(assignment.getVariable().toString());
        return super.visitCompoundAssignment(assignment, inLoop);
    }

    /** {@code i++} and the like. */
    @Override
    public @Nullable Void visitUnary(UnaryTree unary, Boolean inLoop) {
        changing.add(unary.getExpression().toString());
        return super.visitUnary(unary, inLoop);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, Boolean inLoop) {
        return super.visitForLoop(loop, true);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, Boolean inLoop) {
        return super.visitEnhancedForLoop(loop, true);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, Boolean inLoop) {
        return super.visitWhileLoop(loop, true);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, Boolean inLoop) {
        return super.visitDoWhileLoop(loop, true);
    }
}
