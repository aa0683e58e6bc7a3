package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases that are easy to get wrong when variables that are assigned once become variables that are assigned often. */
class LocalsTest {
    private static final Primitive DOUBLE = Primitive.DOUBLE;

    private final Var x = new Var("x", DOUBLE);
    private final Var y = new Var("y", DOUBLE);
    private final Var n = new Var("n", Primitive.INT);
    private final Var i = new Var("i", Primitive.INT);
    private final BlockBuilder body = new BlockBuilder();
    private final BlockBuilder inner = new BlockBuilder();

    private static Var number(String name) {
        return new Var(name, DOUBLE);
    }

    private Stmt.For loop(Var counter, Stmt.Carried carried, Block block) {
        return new Stmt.For(counter, Literal.of(0), Stmt.Relation.LT, n, 1, carried, block);
    }

    private Var carry(Var parameter, Operand initial, Operand next) {
        Var result = parameter.fresh();
        Stmt.Carried carried = new Stmt.Carried(List.of(parameter), List.of(initial), List.of(result));
        body.add(loop(i, carried, inner.build(List.of(next))));
        return result;
    }

    private Emitted emit(Operand result) {
        return Emitted.of(List.of(x, y, n), body, result);
    }

    @Test
    void aSumIsOneVariable() throws Exception {
        Var s = number("s");
        Var square = inner.infix("t", "*", x, x);
        Var result = carry(s, Literal.of(0.0), inner.infix("s", "+", s, square));
        Emitted emitted = emit(result).run(1.5, 2.0, 3).run(1.5, 2.0, 0);
        assertEquals("""
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x * x;
                }
                return s;
                """, emitted.body());
    }

    /** The parameter's last value is needed after the loop, next to the value that was made from it. */
    @Test
    void lostCopy() throws Exception {
        Var s = number("s");
        Var last = number("t");
        Var next = inner.infix("s", "+", s, y);
        Var lastResult = number("t");
        Var result = number("s");
        Stmt.Carried carried = new Stmt.Carried(List.of(s, last), List.of(x, x), List.of(result, lastResult));
        body.add(loop(i, carried, inner.build(List.of(next, s))));
        emit(body.infix("t", "-", lastResult, result))
                .run(1.0, 2.0, 0)
                .run(1.0, 2.0, 1)
                .run(1.0, 2.0, 5);
    }

    @Test
    void swap() throws Exception {
        Var a = number("a");
        Var b = number("b");
        List<Var> results = List.of(number("a"), number("b"));
        Stmt.Carried carried = new Stmt.Carried(List.of(a, b), List.of(x, y), results);
        body.add(loop(i, carried, inner.build(List.of(b, a))));
        Emitted emitted = emit(body.infix("t", "-", results.get(0), results.get(1)));
        emitted.run(1.0, 2.5, 0).run(1.0, 2.5, 1).run(1.0, 2.5, 4);
        assertEquals("""
                double a = x;
                double b = y;
                for (int i = 0; i < n; i++) {
                  double oldA = a;
                  a = b;
                  b = oldA;
                }
                return a - b;
                """, emitted.body());
    }

    @Test
    void rotationOfThree() throws Exception {
        List<Var> parameters = List.of(number("a"), number("b"), number("c"));
        List<Var> results = List.of(number("a"), number("b"), number("c"));
        Stmt.Carried carried = new Stmt.Carried(parameters, List.of(x, y, Literal.of(3.0)), results);
        List<Var> turned = List.of(parameters.get(1), parameters.get(2), parameters.get(0));
        body.add(loop(i, carried, inner.build(turned)));
        Var t = body.infix("t", "/", results.get(0), results.get(1));
        emit(body.infix("t", "-", t, results.get(2)))
                .run(1.0, 2.5, 1)
                .run(1.0, 2.5, 2)
                .run(1.0, 2.5, 3);
    }

    @Test
    void fibonacci() throws Exception {
        Var a = number("a");
        Var b = number("b");
        List<Var> results = List.of(number("a"), number("b"));
        Var next = inner.infix("t", "+", a, b);
        Stmt.Carried carried = new Stmt.Carried(List.of(a, b), List.of(x, y), results);
        body.add(loop(i, carried, inner.build(List.of(b, next))));
        Emitted emitted = emit(results.get(0)).run(0.0, 1.0, 10);
        assertEquals("""
                double a = x;
                double b = y;
                for (int i = 0; i < n; i++) {
                  double t1 = a + b;
                  a = b;
                  b = t1;
                }
                return a;
                """, emitted.body());
    }

    /** The old value is read after the new one exists. */
    @Test
    void parameterOutlivesItsNextValue() throws Exception {
        ArrayType doubles = new ArrayType(DOUBLE);
        Var out = new Var("out", doubles);
        Var s = number("s");
        Var next = inner.infix("s", "*", s, y);
        inner.add(new Stmt.Store(out, i, next));
        inner.add(new Stmt.Accumulate(out, i, s));
        Var result = carry(s, x, next);
        Emitted.of(List.of(x, y, n, out), body, result).run(1.0, 2.0, 3, new double[3]);
    }

    @Test
    void firstValueOutlivesTheLoop() throws Exception {
        Var start = body.infix("s", "*", x, y);
        Var s = number("s");
        Var result = carry(s, start, inner.infix("s", "+", s, x));
        emit(body.infix("t", "-", result, start)).run(1.5, 2.0, 3);
    }

    @Test
    void resultFeedsALaterLoopAndIsUsedAfterIt() throws Exception {
        Var s = number("s");
        Var first = carry(s, x, inner.infix("s", "*", s, y));
        BlockBuilder second = new BlockBuilder();
        Var u = number("s");
        Var uResult = number("s");
        Var j = new Var("i", Primitive.INT);
        Stmt.Carried carried = new Stmt.Carried(List.of(u), List.of(first), List.of(uResult));
        body.add(loop(j, carried, second.build(List.of(second.infix("s", "-", u, first)))));
        emit(body.infix("t", "+", first, uResult)).run(1.5, 2.0, 3);
    }

    @Test
    void nestedLoopsCarryOneSum() throws Exception {
        Var s = number("s");
        Var in = number("s");
        Var inResult = number("s");
        Var j = new Var("j", Primitive.INT);
        BlockBuilder deep = new BlockBuilder();
        Var next = deep.infix("s", "+", in, x);
        inner.add(loop(j, new Stmt.Carried(List.of(in), List.of(s), List.of(inResult)), deep.build(List.of(next))));
        Emitted emitted = emit(carry(s, y, inResult)).run(0.5, 2.0, 3);
        assertEquals("""
                double s = y;
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    s += x;
                  }
                }
                return s;
                """, emitted.body());
    }

    @Test
    void armsYieldEachOthersValues() throws Exception {
        Var a = body.infix("a", "*", x, y);
        Var b = body.infix("b", "+", x, y);
        Var condition = body.compare("t", "<", x, y);
        List<Var> results = List.of(number("a"), number("b"));
        body.add(new Stmt.If(
                condition, new Block(List.of(), List.of(b, a)), new Block(List.of(), List.of(a, b)), results));
        Emitted emitted = emit(body.infix("t", "-", results.get(0), results.get(1)));
        emitted.run(1.0, 2.5, 0).run(3.0, 2.5, 1);
        assertEquals("""
                double a = x * y;
                double b = x + y;
                if (x < y) {
                  double oldA = a;
                  a = b;
                  b = oldA;
                }
                return a - b;
                """, emitted.body());
    }

    @Test
    void anArmThatLeavesTheOldValuePrintsNothing() throws Exception {
        Var u = body.infix("u", "*", x, y);
        Var condition = body.compare("t", ">", u, Literal.of(1.0));
        Var result = number("u");
        Var half = inner.infix("u", "*", u, Literal.of(0.5));
        body.add(new Stmt.If(condition, inner.build(List.of(half)), new Block(List.of(), List.of(u)), List.of(result)));
        Emitted emitted =
                emit(body.infix("t", "+", result, result)).run(1.0, 2.5, 0).run(0.1, 2.5, 1);
        assertEquals("""
                double u = x * y;
                if (u > 1) {
                  u *= 0.5;
                }
                return u + u;
                """, emitted.body());
    }
}
