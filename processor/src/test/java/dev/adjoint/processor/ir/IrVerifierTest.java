package dev.adjoint.processor.ir;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IrVerifierTest {
    private final Var x = new Var("x", Primitive.DOUBLE);
    private final Var n = new Var("n", Primitive.INT);
    private final BlockBuilder body = new BlockBuilder();

    private Function function(Operand result) {
        return new Function(
                new Function.Key("f(x,n)", "f"), List.of(x, n), body.build(List.of(result)), Primitive.DOUBLE);
    }

    private void refused(Operand result, String problem) {
        Function function = function(result);
        String message = assertThrows(IllegalStateException.class, () -> IrVerifier.verify(function))
                .getMessage();
        assertTrue(message.contains(problem), message);
        assertTrue(message.contains("f(x,n)"), message);
    }

    @Test
    void acceptsAndPrints() {
        Var square = body.infix("t", "*", x, x);
        Var again = body.infix("t", "+", square, Literal.of(1.0));
        Function function = function(again);
        assertDoesNotThrow(() -> IrVerifier.verify(function));
        assertEquals("""
                double f(double x, int n) { // f(x,n)
                  double t = x * x;
                  double t#2 = t + 1.0;
                  return t#2;
                }
                """, IrPrinter.print(function));
    }

    @Test
    void useBeforeBinding() {
        Var late = new Var("late", Primitive.DOUBLE);
        body.infix("t", "+", x, late);
        refused(x, "variable late is not bound before");
    }

    @Test
    void useOutsideOfTheBlock() {
        BlockBuilder arm = new BlockBuilder();
        Var inner = arm.infix("inner", "*", x, x);
        body.add(new Stmt.If(Literal.of(true), arm.build(), Block.EMPTY, List.of()));
        refused(inner, "variable inner is bound in a block that ends before this");
    }

    @Test
    void secondBinding() {
        Var t = body.infix("t", "*", x, x);
        body.add(new Stmt.Let(t, new Expr.Copy(x)));
        refused(t, "variable t is bound twice");
    }

    @Test
    void wrongOperandType() {
        body.add(new Stmt.Let(
                new Var("t", Primitive.DOUBLE), new Expr.Apply(Op.infix("+", Primitive.DOUBLE), List.of(x, n))));
        refused(x, "operand of + n is int, not double");
    }

    @Test
    void wrongResultType() {
        refused(n, "value n is int, not double");
    }

    @Test
    void missingYield() {
        Var result = new Var("r", Primitive.DOUBLE);
        body.add(new Stmt.If(Literal.of(true), new Block(List.of(), List.of(x)), Block.EMPTY, List.of(result)));
        refused(result, "0 values are handed on, 1 are expected");
    }

    @Test
    void stepAwayFromTheBound() {
        Var i = new Var("i", Primitive.INT);
        body.add(new Stmt.For(i, Literal.of(0), Stmt.Relation.LT, n, -1, Stmt.Carried.NONE, Block.EMPTY));
        refused(x, "step -1 leads away from the bound");
    }

    @Test
    void elementOfANumber() {
        body.add(new Stmt.Store(x, n, x));
        refused(x, "x is double, not an array");
    }

    @Test
    void callOfAnUnknownFunction() {
        body.let("t", new Expr.Call(new Function.Key("g", "g"), List.of(x), Primitive.DOUBLE));
        Program program = new Program();
        program.put(function(x));
        String message = assertThrows(IllegalStateException.class, () -> IrVerifier.verify(program))
                .getMessage();
        assertTrue(message.contains("no function g"), message);
    }
}
