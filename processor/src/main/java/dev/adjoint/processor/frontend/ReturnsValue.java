package dev.adjoint.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/** Whether the block body of a lambda returns a value. */
final class ReturnsValue extends TreeScanner<Boolean, Void> {
    static boolean in(Tree body) {
        return Boolean.TRUE.equals(new ReturnsValue().scan(body, null));
    }

    /** Whether the block can only end by throwing, and so fits any result. */
    static boolean neverEnds(Tree body) {
        return body instanceof BlockTree block
                && !block.getStatements().isEmpty()
                && block.getStatements().get(block.getStatements().size() - 1) instanceof ThrowTree
                && !in(body);
    }

    @Override
    public Boolean visitReturn(ReturnTree tree, Void unused) {
        return tree.getExpression() != null;
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return false;
    }

    @Override
    public Boolean visitClass(ClassTree tree, Void unused) {
        return false;
    }

    @Override
    public Boolean reduce(Boolean a, Boolean b) {
        return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
    }
}
