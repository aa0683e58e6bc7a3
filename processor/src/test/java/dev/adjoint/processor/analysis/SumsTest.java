package dev.adjoint.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which loops exchange nothing but sums: {@code for (i < n) s = body}. */
class SumsTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

    private final Var n = new Var("n", Primitive.INT);
    private final Var a = new Var("a", ARRAY);
    private final Var b = new Var("b", ARRAY);
    private final Var s = new Var("s", Primitive.DOUBLE);
    private final Var i = new Var("i", Primitive.INT);
    private final BlockBuilder inside = new BlockBuilder();

    private Var element() {
        return inside.let("e", new Expr.Load(a, i));
    }

    private Var plus(Operand left, Operand right) {
        return inside.infix("s", "+", left, right);
    }

    private boolean onlySums(Operand next) {
        return onlySums(next, after -> {});
    }

    private boolean onlySums(Operand next, Consumer<BlockBuilder> after) {
        Var result = new Var("s", Primitive.DOUBLE);
        Carried carried = new Carried(List.of(s), List.of(Literal.of(0.0)), List.of(result));
        Stmt.For loop = new Stmt.For(i, Literal.of(0), Relation.LT, n, 1, carried, inside.build(List.of(next)));
        BlockBuilder out = new BlockBuilder();
        out.add(loop);
        after.accept(out);
        Function f = new Function(
                new Function.Key("f", "f"), List.of(n, a, b), out.build(List.of(result)), Primitive.DOUBLE);
        Aliases aliases = Aliases.of(f);
        Activity activity = Activity.of(f, aliases, List.of(a, b), List.of(result), (apply, k) -> true);
        return new Sums(activity, Memory.of(f, aliases, new CallWrites(new Program()))).areAll(loop);
    }

    @Test
    void aPlainSumIsOne() {
        assertTrue(onlySums(plus(s, element())));
    }

    @Test
    void soIsADifferenceFromWhatWasThere() {
        assertTrue(onlySums(inside.infix("s", "-", s, element())));
    }

    @Test
    void takenFromSomethingItIsNot() {
        assertFalse(onlySums(inside.infix("s", "-", element(), s)));
    }

    @Test
    void aDoubledSumIsNot() {
        assertFalse(onlySums(plus(plus(s, s), element())));
    }

    @Test
    void aSumUsedOtherwiseIsNot() {
        Var sine = inside.apply("t", Op.math("sin", Primitive.DOUBLE, 1), s);
        assertFalse(onlySums(plus(plus(s, sine), element())));
    }

    @Test
    void aSumMayBeCompared() {
        Var above = inside.compare("c", ">", s, Literal.of(1.0));
        Var element = element();
        Var chosen = new Var("t", Primitive.DOUBLE);
        Block one = new Block(List.of(), List.of(element));
        Block other = new Block(List.of(), List.of(Literal.of(0.0)));
        inside.add(new Stmt.If(above, one, other, List.of(chosen)));
        assertTrue(onlySums(plus(s, chosen)));
    }

    private Operand branched(Operand otherwise) {
        Var element = element();
        Var condition = inside.compare("c", ">", element, Literal.of(1.0));
        BlockBuilder then = new BlockBuilder();
        Var added = then.infix("s", "+", s, element);
        Var result = new Var("s", Primitive.DOUBLE);
        inside.add(new Stmt.If(
                condition, then.build(List.of(added)), new Block(List.of(), List.of(otherwise)), List.of(result)));
        return result;
    }

    @Test
    void aSumOnOnePathIsOne() {
        assertTrue(onlySums(branched(s)));
    }

    @Test
    void aSumThatStartsAgainIsNot() {
        assertFalse(onlySums(branched(Literal.of(0.0))));
    }

    private Operand inner(Op op) {
        Var part = new Var("s", Primitive.DOUBLE);
        Var result = new Var("s", Primitive.DOUBLE);
        Var element = element();
        BlockBuilder body = new BlockBuilder();
        Var next = body.apply("s", op, part, element);
        Carried carried = new Carried(List.of(part), List.of(s), List.of(result));
        Var j = new Var("j", Primitive.INT);
        inside.add(new Stmt.For(j, Literal.of(0), Relation.LT, n, 1, carried, body.build(List.of(next))));
        return result;
    }

    @Test
    void anInnerLoopMayAdd() {
        assertTrue(onlySums(inner(Op.infix("+", Primitive.DOUBLE))));
    }

    @Test
    void anInnerLoopMayNotMultiply() {
        assertFalse(onlySums(inner(Op.infix("*", Primitive.DOUBLE))));
    }

    @Test
    void aWriteIntoAnArrayOfAllIterationsIsAnExchange() {
        inside.add(new Stmt.Store(b, i, element()));
        assertFalse(onlySums(plus(s, element())));
    }

    @Test
    void anArrayOfTheIterationMayBeWritten() {
        Var own = inside.let("own", new Expr.NewArray(ARRAY, List.of(n)));
        inside.add(new Stmt.Store(own, i, element()));
        assertTrue(onlySums(plus(s, inside.let("e", new Expr.Load(own, i)))));
    }

    @Test
    void whatIsReadMustNotBeWrittenAfterwards() {
        assertFalse(onlySums(plus(s, element()), after -> after.add(new Stmt.Store(a, n, Literal.of(0.0)))));
    }

    /** A caller may hand over one array for both parameters. */
    @Test
    void anotherParameterMayBeTheSameArray() {
        assertFalse(onlySums(plus(s, element()), after -> after.add(new Stmt.Store(b, n, Literal.of(0.0)))));
    }

    @Test
    void aLoopThatThrowsIsNotTaken() {
        BlockBuilder arm = new BlockBuilder();
        arm.add(new Stmt.Throw(new Literal(null, new dev.adjoint.processor.ir.OpaqueType("java.lang.Error"))));
        Var element = element();
        Var condition = inside.compare("c", ">", element, Literal.of(1.0));
        inside.add(new Stmt.If(condition, arm.build(), Block.EMPTY, List.of()));
        assertFalse(onlySums(plus(s, element)));
    }
}
