package dev.adjoint.processor.ir;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shared between code and what is made of it. */
class RewriterTest {
    private final Block read = read();

    private static Block read() {
        BlockBuilder block = new BlockBuilder();
        Var array = new Var("a", new ArrayType(Primitive.DOUBLE));
        Var element = block.let("x", new Expr.Load(array, Literal.of(0)));
        return block.build(List.of(element));
    }

    @Test
    void codeThatNothingChangesInStaysTheSameObject() {
        assertSame(read, new Rewriter().block(read));
    }

    /** Analyses number reads by their objects: a copy of a read in another place is another read. */
    @Test
    void copySharesNoExpressionWithTheOriginal() {
        assertNotSame(value(read), value(new Renamer().block(read)));
    }

    private static Expr value(Block block) {
        return ((Stmt.Let) block.statements().get(0)).value();
    }
}
