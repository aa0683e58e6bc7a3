package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which branches become one, and which do not. */
class BranchFusionTest {
    private final Var x = new Var("x", Primitive.DOUBLE);
    private final Var a = new Var("a", new ArrayType(Primitive.DOUBLE));
    private final Var c = new Var("c", Primitive.BOOLEAN);
    private final Var d = new Var("d", Primitive.BOOLEAN);
    private final BlockBuilder out = new BlockBuilder();

    private Function fused(Operand result) {
        Function before = new Function(
                new Function.Key("f", "f"), List.of(x, a, c, d), out.build(List.of(result)), Primitive.DOUBLE);
        IrVerifier.verify(before);
        Function after = BranchFusion.run(before);
        IrVerifier.verify(after);
        return after;
    }

    private long branches(Operand result) {
        return IrPrinter.print(fused(result))
                .lines()
                .filter(l -> l.contains("if ("))
                .count();
    }

    /** {@code condition ? value + value : value}. */
    private Var branch(Var condition, Operand value) {
        BlockBuilder then = new BlockBuilder();
        Block twice = then.build(List.of(then.infix("t", "+", value, value)));
        Var result = new Var("r", Primitive.DOUBLE);
        out.add(new Stmt.If(condition, twice, new Block(List.of(), List.of(value)), List.of(result)));
        return result;
    }

    @Test
    void aResultOfTheFirstIsWhatItsArmHandsOn() {
        Var first = branch(c, x);
        Var second = branch(c, first);
        String text = IrPrinter.print(fused(second));
        assertEquals(1, text.lines().filter(l -> l.contains("if (")).count(), text);
        assertEquals(1, text.lines().filter(l -> l.contains("= t + t;")).count(), text);
    }

    @Test
    void pureValuesBetweenThemComeFirst() {
        Var first = branch(c, x);
        Var between = out.infix("s", "*", x, x);
        assertEquals(1, branches(out.infix("s", "+", first, branch(c, between))));
    }

    @Test
    void whatDependsOnTheFirstKeepsThemApart() {
        Var first = branch(c, x);
        Var between = out.infix("s", "*", first, first);
        assertEquals(2, branches(branch(c, between)));
    }

    @Test
    void whatReadsMemoryKeepsThemApart() {
        Var first = branch(c, x);
        Var between = out.let("l", new Expr.Load(a, Literal.of(0)));
        assertEquals(2, branches(out.infix("s", "+", first, branch(c, between))));
    }

    @Test
    void anotherConditionKeepsThemApart() {
        Var first = branch(c, x);
        assertEquals(2, branches(branch(d, first)));
    }

    @Test
    void aValueBehindTheLastStaysThere() {
        Var second = branch(c, branch(c, x));
        Var behind = out.infix("behind", "*", x, x);
        String text = IrPrinter.print(fused(out.infix("s", "+", second, behind)));
        assertEquals(true, text.indexOf("behind") > text.lastIndexOf("if ("), text);
    }
}
