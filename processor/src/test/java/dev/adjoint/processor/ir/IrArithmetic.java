package dev.adjoint.processor.ir;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;

/** Java's operators on boxed values. */
final class IrArithmetic {
    private IrArithmetic() {}

    static Object apply(Op op, List<Object> args) {
        return switch (op.form()) {
            case PREFIX -> prefix(op, args.get(0));
            case INFIX -> infix(op, args.get(0), args.get(1));
            case CAST -> cast(op.result(), args.get(0));
            case CALL -> op.isGuard() ? areZero(args) : invoke(op, args);
        };
    }

    private static boolean areZero(List<Object> args) {
        return args.stream().allMatch(arg -> ((Number) arg).doubleValue() == 0);
    }

    private static Object prefix(Op op, Object a) {
        return switch (op.name()) {
            case "!" -> !(Boolean) a;
            case "~" -> a instanceof Long l ? (Object) ~l : (Object) ~(Integer) a;
            case "-" -> minus(a);
            default -> a;
        };
    }

    private static Object minus(Object a) {
        if (a instanceof Double d) {
            return -d;
        }
        if (a instanceof Float f) {
            return -f;
        }
        return a instanceof Long l ? (Object) (-l) : (Object) (-(Integer) a);
    }

    private static Object infix(Op op, Object a, Object b) {
        if (a instanceof Boolean x) {
            return logical(op.name(), x, (Boolean) b);
        }
        if (a instanceof Double x) {
            return op.result() == Primitive.BOOLEAN
                    ? compare(op.name(), x, (Double) b)
                    : doubles(op.name(), x, (Double) b);
        }
        if (a instanceof Float x) {
            return op.result() == Primitive.BOOLEAN
                    ? compare(op.name(), x, (Float) b)
                    : (Object) floats(op.name(), x, (Float) b);
        }
        if (a instanceof Long x) {
            return longs(op, x, ((Number) b).longValue());
        }
        int x = a instanceof Character c ? c : ((Number) a).intValue();
        int y = b instanceof Character c ? c : ((Number) b).intValue();
        return integers(op.name(), x, y);
    }

    private static boolean logical(String name, boolean a, boolean b) {
        return switch (name) {
            case "&" -> a & b;
            case "|" -> a | b;
            case "^", "!=" -> a ^ b;
            case "==" -> a == b;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean compare(String name, double a, double b) {
        return switch (name) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double doubles(String name, double a, double b) {
        return switch (name) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static float floats(String name, float a, float b) {
        return switch (name) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Object longs(Op op, long a, long b) {
        return switch (op.name()) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case ">>>" -> a >>> b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private static Object integers(String name, int a, int b) {
        return switch (name) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case ">>>" -> a >>> b;
            default -> compare(name, a, b);
        };
    }

    private static Object cast(Primitive to, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        Number number = value instanceof Character c ? (Number) (int) c : (Number) value;
        return switch (to) {
            case BYTE -> narrow(number).byteValue();
            case SHORT -> narrow(number).shortValue();
            case CHAR -> (char) narrow(number).intValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BOOLEAN -> throw new IllegalArgumentException();
        };
    }

    /** Java converts to the narrow types by way of int. */
    private static Integer narrow(Number number) {
        return number.intValue();
    }

    private static Object invoke(Op op, List<Object> args) {
        int dot = op.name().lastIndexOf('.');
        Class<?>[] types = op.parameters().stream().map(JavaTypes::of).toArray(Class<?>[]::new);
        try {
            return Class.forName(op.name().substring(0, dot))
                    .getMethod(op.name().substring(dot + 1), types)
                    .invoke(null, args.toArray());
        } catch (InvocationTargetException e) {
            throw IrInterpreter.<RuntimeException>raise(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(op + " " + Arrays.toString(types), e);
        }
    }
}
