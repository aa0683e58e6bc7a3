package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each pass does and does not do, on the smallest code that shows it. */
class PassesTest {
    private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

    private final Var x = new Var("x", Primitive.DOUBLE);
    private final Var n = new Var("n", Primitive.INT);
    private final Var a = new Var("a", ARRAY);
    private final Var b = new Var("b", ARRAY);
    private final BlockBuilder out = new BlockBuilder();

    private Function function(Operand result) {
        return new Function(
                new Function.Key("f", "f"), List.of(x, n, a, b), out.build(List.of(result)), Primitive.DOUBLE);
    }

    private static void gives(Function function, String... lines) {
        String text = IrPrinter.print(function);
        String body = text.substring(text.indexOf('\n') + 1, text.lastIndexOf("}\n"));
        assertEquals(String.join("\n", lines), body.stripTrailing().stripIndent());
    }

    private void simplifiesTo(Operand result, String... lines) {
        gives(Simplifier.finish(function(result), Set.of()), lines);
    }

    private Var load(Var array, int index) {
        return out.let("l", new Expr.Load(array, Literal.of(index)));
    }

    private Var plus(Operand left, Operand right) {
        return out.infix("s", "+", left, right);
    }

    @Test
    void anElementIsNotReadAgainUntilItMayBeWritten() {
        Var first = load(a, 0);
        Var again = load(a, 0);
        out.add(new Stmt.Store(b, Literal.of(1), x));
        Var other = load(a, 0);
        out.add(new Stmt.Store(b, Literal.of(0), x));
        Var written = load(a, 0);
        simplifiesTo(
                plus(plus(first, again), plus(other, written)),
                "double l = a[0];",
                "b[1] = x;",
                "b[0] = x;",
                "double l#2 = a[0];",
                "double s = l + l;",
                "double s#2 = l + l#2;",
                "double s#3 = s + s#2;",
                "return s#3;");
    }

    @Test
    void anArrayOfDerivativesIsNotOneOfValues() {
        Var first = load(a, 0);
        out.add(new Stmt.Accumulate(b, Literal.of(0), x));
        Function f = function(plus(first, load(a, 0)));
        gives(Simplifier.simplify(f, Set.of(b)), "double l = a[0];", "b[0] += x;", "double s = l + l;", "return s;");
    }

    @Test
    void aDerivativeThatIsAlsoAValueKeepsEveryBit() {
        Var double1 = out.infix("d", "*", Literal.of(3.0), x);
        Var derivative = out.infix("d", "/", Literal.of(1.0), double1);
        Var double2 = out.infix("p", "*", Literal.of(3.0), x);
        Var primal = out.infix("p", "/", Literal.of(1.0), double2);
        out.add(new Stmt.Store(a, Literal.of(0), derivative));
        gives(
                Simplifier.simplify(function(primal), Set.of(double1, derivative)),
                "double d = 3.0 * x;",
                "double d#2 = 1.0 / d;",
                "a[0] = d#2;",
                "return d#2;");
    }

    @Test
    void whatIsStoredNeedNotBeRead() {
        out.add(new Stmt.Store(a, n, x));
        simplifiesTo(out.let("l", new Expr.Load(a, n)), "a[n] = x;", "return x;");
    }

    @Test
    void aPrivateArrayThatNobodyReadsGoes() {
        Var scratch = out.let("scratch", new Expr.NewArray(ARRAY, List.of(Literal.of(3))));
        out.add(new Stmt.Store(scratch, Literal.of(0), x));
        out.add(new Stmt.Fill(scratch, Literal.of(0), Literal.of(3), x));
        simplifiesTo(x, "return x;");
    }

    @Test
    void anExpressionThatCanThrowStays() {
        out.infix("q", "/", Literal.of(1), n);
        out.infix("r", "/", n, Literal.of(2));
        out.let("made", new Expr.NewArray(ARRAY, List.of(n)));
        simplifiesTo(x, "int q = 1 / n;", "double[] made = new double[] of (n);", "return x;");
    }

    private Stmt.For loop(List<Var> parameters, List<Operand> initial, List<Var> results, Block body) {
        Stmt.Carried carried = new Stmt.Carried(parameters, initial, results);
        Var counter = new Var("i", Primitive.INT);
        return new Stmt.For(counter, Literal.of(0), Stmt.Relation.LT, n, 1, carried, body);
    }

    @Test
    void aLoopThatOnlyFeedsItselfGoes() {
        Var p = new Var("p", Primitive.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Var next = body.infix("next", "*", p, x);
        out.add(loop(List.of(p), List.of(x), List.of(new Var("r", Primitive.DOUBLE)), body.build(List.of(next))));
        simplifiesTo(x, "return x;");
    }

    @Test
    void aValueThatEveryIterationKeepsIsNotCarried() {
        Var p = new Var("p", Primitive.DOUBLE);
        Var r = new Var("r", Primitive.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        body.add(new Stmt.Store(a, Literal.of(0), p));
        out.add(loop(List.of(p), List.of(x), List.of(r), body.build(List.of(p))));
        simplifiesTo(r, "for (int i = 0; i < n; i += 1) {", "  a[0] = x;", "}", "return x;");
    }

    @Test
    void onlyWhatIsDearAndSafeLeavesALoop() {
        BlockBuilder body = new BlockBuilder();
        Var sum = body.infix("sum", "+", x, Literal.of(2.0));
        Var sine = body.apply("sine", Op.math("sin", Primitive.DOUBLE, 1), sum);
        Var twice = body.infix("twice", "*", x, x);
        Var quotient = body.infix("q", "%", Literal.of(7), n);
        body.add(new Stmt.Accumulate(a, quotient, sine));
        body.add(new Stmt.Accumulate(a, quotient, twice));
        out.add(loop(List.of(), List.of(), List.of(), body.build()));
        simplifiesTo(
                x,
                "double sum = x + 2.0;",
                "double sine = java.lang.Math.sin(sum);",
                "for (int i = 0; i < n; i += 1) {",
                "  int q = 7 % n;",
                "  a[q] += sine;",
                "  double twice = x * x;",
                "  a[q] += twice;",
                "}",
                "return x;");
    }

    @Test
    void aDecidedBranchIsTaken() {
        Var negative = out.compare("c", "<", x, Literal.of(0.0));
        BlockBuilder then = new BlockBuilder();
        Var inner = new Var("inner", Primitive.DOUBLE);
        Block one = new BlockBuilder().build(List.of(Literal.of(1.0)));
        then.add(new Stmt.If(negative, one, new BlockBuilder().build(List.of(x)), List.of(inner)));
        Var r = new Var("r", Primitive.DOUBLE);
        out.add(new Stmt.If(negative, then.build(List.of(inner)), one, List.of(r)));
        simplifiesTo(r, "return 1.0;");
    }

    @Test
    void nothingFollowsAThrow() {
        BlockBuilder arm = new BlockBuilder();
        arm.add(new Stmt.Throw(new Literal(null, new dev.adjoint.processor.ir.OpaqueType("java.lang.Error"))));
        Var r = new Var("r", Primitive.DOUBLE);
        Block other = new BlockBuilder().build(List.of(x));
        out.add(new Stmt.If(Literal.of(true), arm.build(List.of(x)), other, List.of(r)));
        out.add(new Stmt.Store(a, Literal.of(0), r));
        simplifiesTo(r, "throw null;", "return 0.0;");
    }

    @Test
    void aCommentWithoutCodeGoes() {
        out.add(new Stmt.Comment("one"));
        out.infix("dead", "*", x, x);
        out.add(new Stmt.Comment("two"));
        out.add(new Stmt.Store(a, Literal.of(0), x));
        out.add(new Stmt.Comment("three"));
        simplifiesTo(x, "// two", "a[0] = x;", "return x;");
    }

    @Test
    void callsOfSmallFunctionsAreReplaced() {
        Program program = new Program();
        Function square = Formula.parse("y * y");
        Function.Key key = new Function.Key("square", "square");
        program.put(new Function(key, square.parameters(), square.body(), Primitive.DOUBLE));
        Var called = out.let("s", new Expr.Call(key, List.of(x), Primitive.DOUBLE));
        Var again = out.let("s", new Expr.Call(key, List.of(called), Primitive.DOUBLE));
        gives(new Inliner(program).inline(function(again)), "double t = x * x;", "double t#2 = t * t;", "return t#2;");
    }

    @Test
    void aFunctionThatCallsItselfStaysACall() {
        Program program = new Program();
        Function.Key key = new Function.Key("f", "f");
        Var result = out.let("s", new Expr.Call(key, List.of(x, n, a, b), Primitive.DOUBLE));
        program.put(function(result));
        gives(new Inliner(program).inline(program.get(key)), "double s = f(x, n, a, b);", "return s;");
    }

    /** {@code for i < n: b[0] += a[n] * x}, where b holds derivatives. */
    @Test
    void aLoopKeepsElementsInVariables() {
        BlockBuilder body = new BlockBuilder();
        Var element = body.let("element", new Expr.Load(a, n));
        body.add(new Stmt.Accumulate(b, Literal.of(0), body.infix("t", "*", element, x)));
        out.add(loop(List.of(), List.of(), List.of(), body.build()));
        gives(
                Simplifier.finish(function(x), Set.of(b)),
                "boolean runs = 0 < n;",
                "if (runs) {",
                "  double element = a[n];",
                "  (double bSum#2) = for (int i = 0; i < n; i += 1) carrying (double bSum) = (0.0) {",
                "    double t = element * x;",
                "    double bSum#3 = bSum + t;",
                "    next bSum#3;",
                "  }",
                "  b[0] += bSum#2;",
                "}",
                "return x;");
    }

    @Test
    void anElementThatMayChangeIsReadAgain() {
        BlockBuilder body = new BlockBuilder();
        Var element = body.let("element", new Expr.Load(a, n));
        body.add(new Stmt.Store(b, Literal.of(0), element));
        out.add(loop(List.of(), List.of(), List.of(), body.build()));
        simplifiesTo(
                x,
                "for (int i = 0; i < n; i += 1) {",
                "  double element = a[n];",
                "  b[0] = element;",
                "}",
                "return x;");
    }

    private void differenceIsStored(Operand array, Operand element) {
        out.add(new Stmt.Store(array, n, out.infix("d", "-", element, x)));
    }

    @Test
    void aStoredDifferenceIsASum() {
        Var element = out.let("element", new Expr.Load(a, n));
        differenceIsStored(a, element);
        gives(Simplifier.prepare(function(x)), "double t = -x;", "a[n] += t;", "return x;");
    }

    @Test
    void anElementWrittenInBetweenIsNotSummed() {
        Var element = out.let("element", new Expr.Load(a, n));
        out.add(new Stmt.Store(b, Literal.of(0), x));
        differenceIsStored(a, element);
        gives(
                Simplifier.prepare(function(x)),
                "double element = a[n];",
                "b[0] = x;",
                "double d = element - x;",
                "a[n] = d;",
                "return x;");
    }

    @Test
    void anElementIsReadBeforeWhatMayFailOtherwise() {
        Var element = out.let("element", new Expr.Load(a, n));
        Var quotient = out.infix("q", "/", Literal.of(1), n);
        Var term = out.cast("term", quotient, Primitive.DOUBLE);
        out.add(new Stmt.Store(a, n, out.infix("d", "+", element, term)));
        gives(
                Simplifier.prepare(function(x)),
                "double element = a[n];",
                "int q = 1 / n;",
                "double term = (double) q;",
                "double d = element + term;",
                "a[n] = d;",
                "return x;");
    }
}
