package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Program;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random functions, emitted, compiled and run, do what their definition says. */
class RandomFunctionsTest {
    private static final int FUNCTIONS = Integer.getInteger("adjoint.functions", 80);

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 90})
    void emittedJavaDoesWhatTheProgramSays(int size) throws Exception {
        long first = Long.getLong("adjoint.seed", 1000L * size);
        Program program = new Program();
        List<Companion.Member> members = new ArrayList<>();
        for (long seed = first; seed < first + FUNCTIONS; seed++) {
            Function function = RandomFunctions.next(seed, size, seed % 2 == 0 ? new Program() : few(program));
            program.put(function);
            members.add(new Companion.Member(function, "", Companion.Visibility.PUBLIC));
        }
        IrVerifier.verify(program);
        String text = Emitter.emit(new Companion("p", "Random", true, "p.Source", List.of(), members));
        Class<?> compiled = Compiled.of(Map.of("p.Random", text)).loadClass("p.Random");
        for (Function function : program.all()) {
            compare(program, function, compiled, text);
        }
    }

    private static Program few(Program all) {
        Program few = new Program();
        for (Function function : all.all()) {
            few.put(function);
            if (few.contains(function.key())
                    && Integer.parseInt(function.key().name().substring(1)) % 50 == 5) {
                return few;
            }
        }
        return few;
    }

    private static void compare(Program program, Function function, Class<?> compiled, String text) throws Exception {
        String name = function.key().name();
        Method method = Arrays.stream(compiled.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Random random = new Random(name.hashCode());
        for (int run = 0; run < 6; run++) {
            double x = random.nextGaussian();
            double y = run == 3 ? Double.NaN : random.nextGaussian();
            int n = random.nextInt(7) - 2;
            double[] a = random.doubles(RandomFunctions.LENGTH).toArray();
            double[] b = run == 4 ? a : random.doubles(RandomFunctions.LENGTH).toArray();
            List<Object> args = arguments(x, y, n, a, b);
            List<Object> others = arguments(x, y, n, a.clone(), b == a ? null : b.clone());
            if (others.get(4) == null) {
                others.set(4, others.get(3));
            }
            String wanted;
            try {
                wanted = outcome(
                        () -> new IrInterpreter(program, RandomFunctionsTest::passed).call(function.key(), args), args);
            } catch (IrInterpreter.TooLong e) {
                continue;
            }
            String got = outcome(() -> method.invoke(null, others.toArray()), others);
            assertEquals(wanted, got, () -> IrPrinter.print(function) + method(text, name));
        }
    }

    private static List<Object> arguments(Object... all) {
        return new ArrayList<>(Arrays.asList(all));
    }

    private interface Action {
        Object run() throws Exception;
    }

    private static String outcome(Action action, List<Object> args) throws Exception {
        String result;
        try {
            result = String.valueOf(action.run());
        } catch (IrInterpreter.TooLong e) {
            throw e;
        } catch (InvocationTargetException e) {
            result = e.getCause().getClass() + (e.getCause() instanceof IllegalStateException s ? s.getMessage() : "");
        } catch (RuntimeException e) {
            result = e.getClass() + (e instanceof IllegalStateException s ? s.getMessage() : "");
        }
        return result + " " + Arrays.toString((double[]) args.get(3)) + Arrays.toString((double[]) args.get(4));
    }

    private static Object passed(Expr.Foreign e, List<Object> args) {
        String text = e.pieces().get(0);
        return new IllegalStateException(text.substring(text.indexOf('"') + 1, text.lastIndexOf('"')));
    }

    private static String method(String text, String name) {
        int start = text.indexOf(" " + name + "(");
        return text.substring(start, text.indexOf("\n  }\n", start));
    }
}
