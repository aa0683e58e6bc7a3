package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which arrays become variables, and which must stay. */
class ScalarReplacementTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

    private final Var x = new Var("x", Primitive.DOUBLE);
    private final Var n = new Var("n", Primitive.INT);
    private final Var given = new Var("given", ARRAY);
    private final BlockBuilder out = new BlockBuilder();

    private String simplified(Operand result) {
        Function.Key key = new Function.Key("f", "f");
        Function f = new Function(key, List.of(x, n, given), out.build(List.of(result)), Primitive.DOUBLE);
        Function simple = Simplifier.simplify(f, Set.of());
        IrVerifier.verify(simple);
        return IrPrinter.print(simple);
    }

    private static boolean hasArray(String text) {
        return text.contains("new double[]");
    }

    private Var pair(Operand first, Operand second) {
        return out.let("v", new Expr.ArrayOf(ARRAY, List.of(first, second)));
    }

    private static Var load(BlockBuilder target, Operand array, int index) {
        return target.let("l", new Expr.Load(array, Literal.of(index)));
    }

    private Var load(Operand array, int index) {
        return load(out, array, index);
    }

    @Test
    void elementsAreVariables() {
        Var v = pair(x, Literal.of(2.0));
        out.add(new Stmt.Store(v, Literal.of(0), out.infix("p", "*", load(v, 0), load(v, 1))));
        String text = simplified(out.infix("s", "+", load(v, 0), x));
        assertFalse(hasArray(text), text);
    }

    @Test
    void anIndexOutsideStaysToThrow() {
        Var v = pair(x, x);
        assertTrue(hasArray(simplified(load(v, 2))));
    }

    @Test
    void anIndexKnownAtRunTimeNeedsTheArray() {
        Var v = pair(x, x);
        assertTrue(hasArray(simplified(out.let("l", new Expr.Load(v, n)))));
    }

    @Test
    void whatACallSeesStays() {
        Var v = pair(x, x);
        out.add(new Stmt.Do(new Expr.Call(new Function.Key("g", "g"), List.of(v), null)));
        assertTrue(hasArray(simplified(load(v, 1))));
    }

    @Test
    void oneOfTwoThatIsWrittenStays() {
        Var a = pair(x, Literal.of(1.0));
        Var b = pair(Literal.of(2.0), x);
        Var c = new Var("c", ARRAY);
        Var positive = out.compare("positive", ">", n, Literal.of(0));
        out.add(new Stmt.If(positive, new Block(List.of(), List.of(a)), new Block(List.of(), List.of(b)), List.of(c)));
        out.add(new Stmt.Store(c, Literal.of(0), x));
        assertTrue(hasArray(simplified(out.infix("s", "+", load(a, 0), load(b, 0)))));
    }

    @Test
    void oneOfTwoThatIsReadIsVariables() {
        Var a = pair(x, Literal.of(1.0));
        Var b = pair(Literal.of(2.0), x);
        Var c = new Var("c", ARRAY);
        Var positive = out.compare("positive", ">", n, Literal.of(0));
        out.add(new Stmt.If(positive, new Block(List.of(), List.of(a)), new Block(List.of(), List.of(b)), List.of(c)));
        String text = simplified(out.infix("s", "+", load(a, 0), load(c, 1)));
        assertFalse(hasArray(text), text);
    }

    @Test
    void whatALoopWritesIsHandedRound() {
        Var v = pair(x, Literal.of(1.0));
        BlockBuilder body = new BlockBuilder();
        body.add(new Stmt.Store(v, Literal.of(1), body.infix("p", "*", load(body, v, 1), load(body, v, 0))));
        Var i = new Var("i", Primitive.INT);
        out.add(new Stmt.For(i, Literal.of(0), Relation.LT, n, 1, Carried.NONE, body.build()));
        String text = simplified(load(v, 1));
        assertFalse(hasArray(text), text);
        assertFalse(text.contains("v["), text);
    }

    @Test
    void aShortLoopOverOneIsWrittenOut() {
        Var v = out.let("v", new Expr.NewArray(ARRAY, List.of(Literal.of(3))));
        Var i = new Var("i", Primitive.INT);
        BlockBuilder body = new BlockBuilder();
        body.add(new Stmt.Store(v, i, body.let("g", new Expr.Load(given, i))));
        out.add(new Stmt.For(i, Literal.of(0), Relation.LT, Literal.of(3), 1, Carried.NONE, body.build()));
        String text = simplified(out.infix("s", "*", load(v, 0), load(v, 2)));
        assertFalse(text.contains("for"), text);
        assertTrue(text.contains("given[2]"), text);
    }

    @Test
    void aLongLoopStays() {
        Var v = out.let("v", new Expr.NewArray(ARRAY, List.of(Literal.of(100))));
        Var i = new Var("i", Primitive.INT);
        BlockBuilder body = new BlockBuilder();
        body.add(new Stmt.Store(v, i, x));
        out.add(new Stmt.For(i, Literal.of(0), Relation.LT, Literal.of(100), 1, Carried.NONE, body.build()));
        assertTrue(simplified(load(v, 7)).contains("for"));
    }

    @Test
    void tripCountsAreThoseOfJava() {
        assertEquals(3, trips(0, Relation.LT, 3, 1));
        assertEquals(4, trips(0, Relation.LE, 3, 1));
        assertEquals(2, trips(0, Relation.LT, 3, 2));
        assertEquals(4, trips(3, Relation.GE, 0, -1));
        assertEquals(0, trips(3, Relation.LT, 3, 1));
        assertEquals(0, trips(5, Relation.LE, 3, 1));
        assertEquals(Integer.MAX_VALUE, trips(Integer.MIN_VALUE, Relation.LT, Integer.MAX_VALUE, 1));
    }

    private static int trips(int from, Relation relation, int bound, int step) {
        Var i = new Var("i", Primitive.INT);
        return ShortLoops.tripCount(
                new Stmt.For(i, Literal.of(from), relation, Literal.of(bound), step, Carried.NONE, Block.EMPTY));
    }
}
