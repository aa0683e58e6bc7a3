package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every operation on floating-point numbers that the running JDK has. */
final class Operations {
    private Operations() {}

    /** The methods of {@code Math} and {@code StrictMath} that take or give a floating-point number. */
    static List<Op> methods() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .map(Operations::op)
                .filter(op ->
                        op.result().isFloating() || op.parameters().stream().anyMatch(Primitive::isFloating))
                .toList();
    }

    static List<Op> all() {
        List<Op> all = new ArrayList<>(methods());
        for (Primitive type : List.of(Primitive.DOUBLE, Primitive.FLOAT)) {
            Stream.of("+", "-", "*", "/", "%").forEach(symbol -> all.add(Op.infix(symbol, type)));
            all.add(Op.prefix("-", type));
            all.add(Op.cast(type, Primitive.DOUBLE));
            all.add(Op.cast(type, Primitive.FLOAT));
        }
        return all;
    }

    static Op math(String name, int arity) {
        return Op.math(name, Primitive.DOUBLE, arity);
    }

    private static Op op(Method method) {
        List<Primitive> parameters = Arrays.stream(method.getParameterTypes())
                .map(Operations::primitive)
                .toList();
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        return Op.call(name, parameters, primitive(method.getReturnType()));
    }

    private static Primitive primitive(Class<?> type) {
        return Primitive.valueOf(type.getName().toUpperCase(Locale.ROOT));
    }
}
