package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an element is read that stays the same through a loop, when reading it might fail. */
class LoopElementsTest {
    private final ArrayCode code = new ArrayCode();

    /** How many loops are only entered if they run. */
    private void guarded(int times) {
        String text = code.after(LoopElements::run);
        assertEquals(times, text.lines().filter(l -> l.contains("if (")).count(), text);
    }

    private void loop() {
        code.each(i -> code.sum(code.g, i, code.read(code.values, code.m)));
    }

    @Test
    void itIsReadIfTheLoopRuns() {
        loop();
        guarded(1);
    }

    @Test
    void itIsReadInAnyCaseIfItIsAfterwards() {
        loop();
        code.sum(code.g, code.n, code.read(code.values, code.m));
        guarded(0);
    }

    @Test
    void anotherElementReadAfterwardsSaysNothing() {
        loop();
        code.sum(code.g, code.n, code.read(code.values, Literal.of(0)));
        guarded(1);
    }

    @Test
    void nothingThatShowsMayHappenInBetween() {
        loop();
        code.store(code.values, code.n, code.x);
        code.sum(code.g, code.n, code.read(code.values, code.m));
        guarded(1);
    }

    /** {@code double[][] rows = new double[m][n]; row = rows[m]}; {@code for (i < n) for (k < n) g[k] += row[i]}. */
    private void readOwnRow(boolean replaced) {
        ArrayType matrix = new ArrayType(new ArrayType(Primitive.DOUBLE));
        Var rows = new Var("rows", matrix);
        Var row = new Var("row", (ArrayType) matrix.element());
        code.add(new Stmt.Let(rows, new Expr.NewArray(matrix, List.of(code.m, code.n))));
        if (replaced) {
            code.add(new Stmt.Store(rows, code.m, code.values));
        }
        code.add(new Stmt.Let(row, new Expr.Load(rows, code.m)));
        code.each(i -> code.each(k -> code.sum(code.g, k, code.read(row, i))));
    }

    @Test
    void aRowIsAsLongAsItWasMade() {
        readOwnRow(false);
        guarded(0);
    }

    @Test
    void aRowThatWasPutInItsPlaceMayBeShorter() {
        readOwnRow(true);
        guarded(1);
    }

    @Test
    void aHandlerSeesWhatWasWrittenBefore() {
        code.attempt(() -> code.each(i -> {
            code.store(code.own, i, code.x);
            code.sum(code.g, i, code.read(code.values, code.m));
        }));
        guarded(0);
    }
}
