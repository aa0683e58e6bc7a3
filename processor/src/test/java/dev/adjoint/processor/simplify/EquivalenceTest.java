package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random programs do the same after simplification, to the last bit: result, arrays, exceptions. */
class EquivalenceTest {
    private static final int PROGRAMS = Integer.getInteger("adjoint.simplify.programs", 500);
    private static final Function.Key F = new Function.Key("f", "f");

    /** What a run leaves behind. */
    private record Outcome(Object result, List<List<Double>> arrays) {}

    @Test
    void simplifiedProgramsDoTheSame() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Program program = new RandomPrograms(seed).program();
            IrVerifier.verify(program);
            Program simplified = new Program();
            program.all().forEach(f -> simplified.put(Simplifier.finish(f, Set.of())));
            compare(program, simplified, "seed " + seed);
        }
    }

    @Test
    void inlinedProgramsDoTheSame() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Program program = new RandomPrograms(seed).program();
            Inliner inliner = new Inliner(program);
            Program inlined = new Program();
            program.all().forEach(f -> inlined.put(Simplifier.simplify(inliner.inline(f), Set.of())));
            compare(program, inlined, "seed " + seed);
        }
    }

    @Test
    void theSameProgramIsAlwaysSimplifiedInTheSameWay() {
        for (int seed = 0; seed < 50; seed++) {
            Function one = new RandomPrograms(seed).program().get(F);
            Function other = new RandomPrograms(seed).program().get(F);
            assertEquals(
                    IrPrinter.print(Simplifier.simplify(one, Set.of())),
                    IrPrinter.print(Simplifier.simplify(other, Set.of())));
        }
    }

    private static void compare(Program before, Program after, String name) {
        IrVerifier.verify(after);
        for (int variant = 0; variant < 3; variant++) {
            Outcome expected = run(before, variant);
            Outcome actual = run(after, variant);
            assertEquals(expected, actual, () -> name + "\n" + IrPrinter.print(before) + "\n" + IrPrinter.print(after));
        }
        assertTrue(after.contains(F));
    }

    /** In one variant the two arrays are one, in another the matrix holds them. */
    private static Outcome run(Program program, int variant) {
        double[] a = {0.5, -1.25, 3, 0};
        double[] b = variant == 1 ? a : new double[] {2, 0.1, -0.0, 7};
        double[] row = {1, 2, 3, 4};
        double[][] matrix = {variant == 2 ? a : row, row.clone(), variant == 2 ? b : row, row};
        List<Object> args = List.of(0.75, variant - 1.0, variant, a, b, matrix);
        Object result;
        try {
            result = new IrInterpreter(program, (e, operands) -> new IllegalStateException()).call(F, args);
        } catch (RuntimeException e) {
            result = e.getClass();
        }
        return new Outcome(result, List.of(list(a), list(b), list(matrix[0]), list(matrix[1]), list(matrix[3])));
    }

    private static List<Double> list(double[] array) {
        return Arrays.stream(array).boxed().toList();
    }
}
