package dev.adjoint.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which loops fill the result element by element: {@code r = new double[m]; for (i < n) body; return r}. */
class RowLoopsTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

    private final Var n = new Var("n", Primitive.INT);
    private final Var m = new Var("m", Primitive.INT);
    private final Var a = new Var("a", ARRAY);
    private final Var r = new Var("r", ARRAY);
    private final Var i = new Var("i", Primitive.INT);
    private final BlockBuilder inside = new BlockBuilder();
    private Carried carried = Carried.NONE;
    private List<Operand> next = List.of();

    private Stmt.For loop() {
        return new Stmt.For(i, Literal.of(0), Relation.LT, n, 1, carried, inside.build(next));
    }

    private RowLoops rows(Stmt.For loop) {
        BlockBuilder out = new BlockBuilder();
        out.add(new Stmt.Let(r, new Expr.NewArray(ARRAY, List.of(m))));
        out.add(loop);
        Function f = new Function(new Function.Key("f", "f"), List.of(n, m, a), out.build(List.of(r)), ARRAY);
        Aliases aliases = Aliases.of(f);
        Activity activity = Activity.of(f, aliases, List.of(a), List.of(r), (apply, k) -> true);
        return RowLoops.of(f, aliases, activity, new CallWrites(new Program()));
    }

    private Var element() {
        return inside.let("e", new Expr.Load(a, i));
    }

    private Operand twice(Operand index) {
        return inside.infix("t", "*", Literal.of(2), index);
    }

    @Test
    void aLoopThatWritesAnElementInEachIteration() {
        inside.add(new Stmt.Store(r, i, element()));
        Stmt.For loop = loop();
        RowLoops rows = rows(loop);
        assertTrue(rows.contains(loop));
        assertTrue(rows.areAll());
        assertEquals(new IndexRange(1, 0, 0), rows.range(loop));
        assertFalse(rows.coversAll(loop, new IndexRange(1, 0, 0)), "the result may be longer than the loop");
    }

    @Test
    void severalElementsOfAnIterationLieTogether() {
        Operand first = twice(i);
        inside.add(new Stmt.Store(r, first, element()));
        inside.add(new Stmt.Accumulate(r, inside.infix("t", "+", first, Literal.of(1)), element()));
        Stmt.For loop = loop();
        assertEquals(new IndexRange(2, 0, 1), rows(loop).range(loop));
    }

    @Test
    void overlappingIterationsHaveNoRangeEach() {
        inside.add(new Stmt.Accumulate(r, i, element()));
        inside.add(new Stmt.Accumulate(r, inside.infix("t", "+", i, Literal.of(1)), element()));
        Stmt.For loop = loop();
        assertTrue(rows(loop).contains(loop));
        assertNull(rows(loop).range(loop));
    }

    @Test
    void anElementOfAnotherIterationIsRead() {
        Var before = inside.infix("t", "-", i, Literal.of(1));
        inside.add(new Stmt.Store(r, i, inside.let("e", new Expr.Load(r, before))));
        inside.add(new Stmt.Accumulate(r, i, element()));
        Stmt.For loop = loop();
        assertFalse(rows(loop).contains(loop));
        assertNull(rows(loop).result());
    }

    @Test
    void anElementIsReadWhereItHasBeenWritten() {
        Operand first = twice(i);
        inside.add(new Stmt.Store(r, first, element()));
        Var read = inside.let("e", new Expr.Load(r, first));
        inside.add(new Stmt.Store(r, inside.infix("t", "+", first, Literal.of(1)), read));
        Stmt.For loop = loop();
        assertTrue(rows(loop).contains(loop));
    }

    @Test
    void anElementIsReadThatIsTheOnlyOneOfItsIteration() {
        Var before = inside.let("e", new Expr.Load(r, i));
        inside.add(new Stmt.Store(r, i, inside.infix("t", "*", before, element())));
        Stmt.For loop = loop();
        assertTrue(rows(loop).contains(loop));
    }

    @Test
    void aNumberIsHandedOn() {
        Var sum = new Var("s", Primitive.DOUBLE);
        carried = new Carried(List.of(sum), List.of(Literal.of(0.0)), List.of(new Var("s", Primitive.DOUBLE)));
        Var added = inside.infix("s", "+", sum, element());
        inside.add(new Stmt.Store(r, i, added));
        next = List.of(added);
        Stmt.For loop = loop();
        assertFalse(rows(loop).contains(loop));
        assertFalse(rows(loop).areAll());
    }

    @Test
    void anArrayThatWasThereBeforeIsWritten() {
        Var changed = inside.infix("t", "*", element(), Literal.of(2.0));
        inside.add(new Stmt.Store(a, i, changed));
        inside.add(new Stmt.Store(r, i, element()));
        Stmt.For loop = loop();
        assertFalse(rows(loop).contains(loop));
    }

    @Test
    void aRunningIndexIsAMultipleOfTheCounter() {
        Var k = new Var("k", Primitive.INT);
        carried = new Carried(List.of(k), List.of(Literal.of(1)), List.of(new Var("k", Primitive.INT)));
        inside.add(new Stmt.Store(r, k, element()));
        next = List.of(inside.infix("k", "+", k, Literal.of(3)));
        Stmt.For loop = loop();
        assertEquals(new IndexRange(3, 1, 1), rows(loop).range(loop));
    }
}
