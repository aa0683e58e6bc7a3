package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long functions become several methods, none too long for HotSpot, that do the same together. */
class SplittingTest {
    private static final int HOTSPOT_LIMIT = 8000;
    private static final ArrayType DOUBLES = new ArrayType(Primitive.DOUBLE);

    private final Random random = new Random(1);
    private final Var x = new Var("x", Primitive.DOUBLE);
    private final Var a = new Var("a", DOUBLES);

    /** Statements that use any of the values so far. */
    private void fill(BlockBuilder out, List<Var> values, int count) {
        for (int i = 0; i < count; i++) {
            Operand left = values.get(random.nextInt(values.size()));
            Operand right = values.get(values.size() - 1 - random.nextInt(Math.min(5, values.size())));
            if (i % 7 == 3) {
                out.add(new Stmt.Accumulate(a, Literal.of(i % 4), left));
            } else if (i % 11 == 5) {
                values.add(out.apply("w", Op.math("sin", Primitive.DOUBLE, 1), right));
            } else {
                values.add(out.infix(i % 3 == 0 ? "t" : "v", i % 2 == 0 ? "+" : "*", left, right));
            }
        }
    }

    private void check(Function function) throws Exception {
        List<Function> parts = Splitting.of(function, new HashSet<>());
        Program program = new Program();
        parts.forEach(program::put);
        IrVerifier.verify(program);
        assertTrue(parts.size() > 2, "the function is divided");
        Companion.Member member = new Companion.Member(function, "", Companion.Visibility.PUBLIC);
        String text = Emitter.emit(new Companion("p", "C", true, "p.Source", List.of(), List.of(member)));
        Compiled compiled = Compiled.of(Map.of("p.C", text));
        CodeLengths.of(compiled.bytes("p.C"))
                .forEach((name, length) -> assertTrue(length < HOTSPOT_LIMIT, name + " has " + length + " bytes"));
        double[] wanted = {1, 2, 3, 4};
        double[] got = wanted.clone();
        Program whole = new Program();
        whole.put(function);
        Object result = new IrInterpreter(whole, (e, all) -> null).call(function.key(), List.of(0.3, wanted));
        Object other = compiled.loadClass("p.C")
                .getMethod("f", double.class, double[].class)
                .invoke(null, 0.3, got);
        assertEquals(result, other);
        assertEquals(Arrays.toString(wanted), Arrays.toString(got));
    }

    private Function function(BlockBuilder body, Operand result) {
        return new Function(new Function.Key("f", "f"), List.of(x, a), body.build(List.of(result)), Primitive.DOUBLE);
    }

    @Test
    void straightLineCode() throws Exception {
        BlockBuilder body = new BlockBuilder();
        List<Var> values = new ArrayList<>(List.of(x, body.let("t", new Expr.Load(a, Literal.of(1)))));
        fill(body, values, 6000);
        check(function(body, values.get(values.size() - 1)));
    }

    @Test
    void bodiesOfLoops() throws Exception {
        BlockBuilder body = new BlockBuilder();
        List<Var> outer = new ArrayList<>(List.of(x));
        fill(body, outer, 300);
        BlockBuilder inner = new BlockBuilder();
        Var s = new Var("s", Primitive.DOUBLE);
        Var result = new Var("s", Primitive.DOUBLE);
        List<Var> values = new ArrayList<>(outer);
        values.add(s);
        fill(inner, values, 2500);
        Var next = inner.infix("s", "+", s, values.get(values.size() - 1));
        Stmt.Carried carried = new Stmt.Carried(List.of(s), List.of(x), List.of(result));
        Var i = new Var("i", Primitive.INT);
        body.add(new Stmt.For(
                i, Literal.of(0), Stmt.Relation.LT, Literal.of(3), 1, carried, inner.build(List.of(next))));
        check(function(body, result));
    }

    /** Random functions do the same in parts, whatever they throw and write. */
    @Test
    void randomFunctions() {
        int divided = 0;
        for (long seed = 0; seed < 400; seed++) {
            Function function = RandomFunctions.next(seed, 60, new Program());
            List<Function> parts = Splitting.of(function, new HashSet<>(), 250);
            divided += parts.size() > 1 ? 1 : 0;
            Program whole = new Program();
            whole.put(function);
            Program inParts = new Program();
            parts.forEach(inParts::put);
            IrVerifier.verify(inParts);
            assertEquals(outcome(whole, function), outcome(inParts, function), () -> IrPrinter.print(inParts));
        }
        assertTrue(divided > 100, "only " + divided + " functions were divided");
    }

    private static String outcome(Program program, Function function) {
        double[] first = {0.5, -1, 2, 3};
        double[] second = {1, 0.25, -2, 1};
        IrInterpreter interpreter = new IrInterpreter(
                program, (e, all) -> new IllegalStateException(e.pieces().get(0)));
        String result;
        try {
            result = String.valueOf(interpreter.call(function.key(), List.of(0.3, -1.5, 2, first, second)));
        } catch (RuntimeException e) {
            result = e.toString();
        }
        return result + Arrays.toString(first) + Arrays.toString(second);
    }

    @Test
    void shortFunctionsStayWhole() {
        BlockBuilder body = new BlockBuilder();
        List<Var> values = new ArrayList<>(List.of(x));
        fill(body, values, 100);
        Function function = function(body, values.get(values.size() - 1));
        assertEquals(List.of(function), Splitting.of(function, new HashSet<>()));
    }
}
