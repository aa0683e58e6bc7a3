package dev.adjoint.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Which integers a mirror can take back. */
class CountersTest {
    private static final Literal ONE = Literal.of(1);

    private final Var n = new Var("n", Primitive.INT);
    private final Var a = new Var("a", new ArrayType(Primitive.INT));
    private final Var p = new Var("p", Primitive.INT);
    private final Var i = new Var("i", Primitive.INT);

    private List<Counters.Addend> increment(BiFunction<BlockBuilder, Operand, Operand> body) {
        BlockBuilder out = new BlockBuilder();
        loop(out, i, p, ONE, body);
        Function f = new Function(new Function.Key("f", "f"), List.of(n, a), out.build(List.of(ONE)), Primitive.INT);
        return Counters.of(f).increment(p);
    }

    private Var loop(
            BlockBuilder out,
            Var counter,
            Var parameter,
            Operand first,
            BiFunction<BlockBuilder, Operand, Operand> body) {
        BlockBuilder inside = new BlockBuilder();
        Operand next = body.apply(inside, parameter);
        Var result = parameter.fresh();
        Carried carried = new Carried(List.of(parameter), List.of(first), List.of(result));
        out.add(new Stmt.For(counter, Literal.of(0), Relation.LT, n, 1, carried, inside.build(List.of(next))));
        return result;
    }

    @Test
    void whatIsAddedIsKnown() {
        List<Counters.Addend> added =
                increment((out, before) -> out.infix("p", "-", out.infix("p", "+", before, n), ONE));
        assertEquals(List.of(new Counters.Addend(ONE, true, null), new Counters.Addend(n, false, null)), added);
    }

    @Test
    void theCounterOfTheLoopMayBeAdded() {
        assertNotNull(increment((out, before) -> out.infix("p", "+", before, out.infix("t", "*", i, i))));
    }

    @Test
    void anInnerLoopAddsAsOftenAsItRuns() {
        Var q = new Var("q", Primitive.INT);
        Var j = new Var("j", Primitive.INT);
        List<Counters.Addend> added =
                increment((out, before) -> loop(out, j, q, before, (inside, now) -> inside.infix("q", "+", now, ONE)));
        assertEquals(1, added.size());
        assertEquals(j, added.get(0).times().counter());
    }

    @Test
    void anInnerLoopThatAddsWhatChangesIsNotKnown() {
        Var q = new Var("q", Primitive.INT);
        Var j = new Var("j", Primitive.INT);
        assertNull(
                increment((out, before) -> loop(out, j, q, before, (inside, now) -> inside.infix("q", "+", now, j))));
    }

    @Test
    void whatIsReadFromMemoryIsNotHadAgain() {
        assertNull(increment((out, before) -> out.infix("p", "+", before, out.let("t", new Expr.Load(a, i)))));
    }

    @Test
    void aProductCannotBeTakenBack() {
        assertNull(increment((out, before) -> out.infix("p", "*", before, n)));
    }

    @Test
    void aNumberThatIsKeptNeedsNothing() {
        assertNull(increment((out, before) -> before));
    }
}
