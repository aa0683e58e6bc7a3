package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A function as Java, which can be looked at and run. */
final class Emitted {
    private final Program program = new Program();
    private final Function function;
    private final String text;

    private Emitted(Function function) {
        this.function = function;
        program.put(function);
        IrVerifier.verify(program);
        Companion.Member member = new Companion.Member(function, "", Companion.Visibility.PUBLIC);
        text = Emitter.emit(new Companion("p", "C", true, "p.Source", List.of(), List.of(member)));
    }

    static Emitted of(List<Var> parameters, BlockBuilder body, Operand result) {
        return of(parameters, body, result, result.type());
    }

    static Emitted of(List<Var> parameters, BlockBuilder body, Operand result, Type type) {
        Function.Key key = new Function.Key("f", "f");
        return new Emitted(new Function(key, parameters, body.build(List.of(result)), type));
    }

    /** The statements of the method, at their left edge. */
    String body() {
        return text.lines()
                .dropWhile(l -> !l.contains(" f("))
                .skip(1)
                .takeWhile(l -> !l.equals("  }"))
                .map(l -> l.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Runs the function as Java and by its definition, and compares results and what was written into arrays. */
    Emitted run(Object... args) throws ReflectiveOperationException {
        Method method = Arrays.stream(
                        Compiled.of(Map.of("p.C", text)).loadClass("p.C").getMethods())
                .filter(m -> m.getName().equals("f"))
                .findFirst()
                .orElseThrow();
        Object[] others = Arrays.stream(args).map(Emitted::copy).toArray();
        IrInterpreter interpreter = new IrInterpreter(program, (e, all) -> {
            throw new IllegalStateException("nothing is passed through here");
        });
        Object wanted = interpreter.call(function.key(), Arrays.asList(args));
        Object got = method.invoke(null, others);
        assertEquals(show(wanted, args), show(got, others), text);
        return this;
    }

    private static Object copy(Object arg) {
        return arg instanceof double[] array ? array.clone() : arg;
    }

    private static String show(Object result, Object[] args) {
        return Arrays.deepToString(new Object[] {result, args});
    }
}
