package corpus;

import dev.adjoint.Differentiable;

/** switch statements and expressions in all forms. */
public final class Switches {
    private Switches() {}

    public enum Kind {
        LINEAR,
        SQUARE,
        SINE
    }

    @Differentiable
    public static double arrowStatement(double x, int n) {
        double y = x;
        switch (n) {
            case 0 -> y = x * x;
            case 1, 3 -> {
                y = Math.sin(x);
                y *= x;
            }
            default -> y = 1 / (1 + x * x);
        }
        return y;
    }

    @Differentiable
    public static double arrowWithoutDefault(double x, int n) {
        double y = x;
        switch (n) {
            case 1 -> y *= x;
            case 3 -> y += x;
        }
        return y * y;
    }

    @Differentiable
    public static double colons(double x, int n) {
        double y;
        switch (n) {
            case 0:
                y = x;
                break;
            case 1:
            case 3:
                y = x * x;
                break;
            default:
                y = x * x * x;
        }
        return y;
    }

    @Differentiable
    public static double fallThrough(double x, int n) {
        double y = x;
        switch (n) {
            case 3:
                y *= x;
            case 4:
                y += x;
                y = Math.sin(y);
            case 1:
                y = y * y;
                break;
            case 0:
                y = -y;
            default:
                y -= 2 * x;
        }
        return y;
    }

    @Differentiable
    public static double defaultInTheMiddle(double x, int n) {
        double y = x;
        switch (n) {
            case 0:
                y *= 2;
            default:
                y *= x;
            case 3:
                y += Math.exp(-y);
                break;
            case 4:
                y = Math.cos(y);
        }
        return y;
    }

    @Differentiable
    public static double expression(double x, int n) {
        double y = switch (n) {
            case 0 -> x;
            case 1, 3 -> x * x;
            case 4 -> {
                double t = Math.sin(x);
                yield t * t;
            }
            default -> Math.exp(-x);
        };
        return y * x;
    }

    @Differentiable
    public static double expressionWithColons(double x, int n) {
        return x * switch (n) {
            case 0:
                yield x;
            case 1:
            case 3:
                double t = x * 2;
                yield t * x;
            default:
                if (x > 1) {
                    yield Math.cos(x);
                }
                yield x + 1;
        };
    }

    @Differentiable
    public static double expressionInArgument(double x, int n) {
        return Math.sin(switch (n % 3) {
            case 0 -> x;
            case 1 -> x * x;
            default -> 1 - x;
        }) + x;
    }

    @Differentiable
    public static double onEnum(double x, Kind kind) {
        return switch (kind) {
            case LINEAR -> 3 * x;
            case SQUARE -> x * x;
            case SINE -> Math.sin(x);
        };
    }

    static Object[][] onEnumInputs() {
        return new Object[][] {{1.5, Kind.LINEAR}, {1.5, Kind.SQUARE}, {1.5, Kind.SINE}};
    }

    @Differentiable
    public static double onEnumStatement(double x, Kind kind) {
        double y = x;
        switch (kind) {
            case LINEAR:
                y *= 3;
            case SQUARE:
                y *= y;
                break;
            default:
                y = Math.sin(y);
        }
        return y;
    }

    static Object[][] onEnumStatementInputs() {
        return new Object[][] {{1.5, Kind.LINEAR}, {1.5, Kind.SQUARE}, {1.5, Kind.SINE}};
    }

    @Differentiable
    public static double onString(double x, String name) {
        switch (name) {
            case "sin":
                return Math.sin(x);
            case "square":
                return x * x;
            case "double":
                x *= 2;
        }
        return x * 5;
    }

    static Object[][] onStringInputs() {
        return new Object[][] {{1.5, "sin"}, {1.5, "square"}, {1.5, "double"}, {1.5, "other"}};
    }

    @Differentiable
    public static double onStringExpression(double x, String name) {
        return switch (name) {
            case "a", "b" -> x * x;
            case "Aa", "BB" -> Math.cos(x);
            default -> x * name.length();
        };
    }

    static Object[][] onStringExpressionInputs() {
        return new Object[][] {{1.5, "b"}, {1.5, "Aa"}, {1.5, "BB"}, {1.5, "other"}};
    }

    @Differentiable
    public static double onChar(double x, char c) {
        return switch (c) {
            case 'a', 'e', 'i' -> x * x;
            case 'z' -> x;
            default -> Math.exp(x);
        };
    }

    static Object[][] onCharInputs() {
        return new Object[][] {{1.5, 'e'}, {1.5, 'z'}, {1.5, 'q'}};
    }

    @Differentiable
    public static double onActiveCell(double x) {
        return switch ((int) Math.floor(x)) {
            case 0 -> x * x;
            case 1 -> 2 * x - 1;
            case 2 -> Math.sin(x);
            default -> 0;
        };
    }

    static Object[][] onActiveCellInputs() {
        return new Object[][] {{0.5}, {1.5}, {2.25}, {7.5}, {-0.5}};
    }

    @Differentiable
    public static double inLoop(double[] a, int[] ops) {
        double y = 1;
        for (int i = 0; i < a.length; i++) {
            switch (ops[i]) {
                case 0 -> y += a[i];
                case 1 -> y *= a[i];
                case 2 -> y = Math.sin(y) - a[i];
                default -> y = y / (1 + a[i] * a[i]);
            }
        }
        return y;
    }

    @Differentiable
    public static double stackMachine(double x, double z, int[] program) {
        double[] stack = new double[8];
        int top = 0;
        for (int op : program) {
            switch (op) {
                case 0:
                    stack[top++] = x;
                    break;
                case 1:
                    stack[top++] = z;
                    break;
                case 2:
                    top--;
                    stack[top - 1] += stack[top];
                    break;
                case 3:
                    top--;
                    stack[top - 1] *= stack[top];
                    break;
                default:
                    stack[top - 1] = Math.sin(stack[top - 1]);
            }
        }
        return stack[0];
    }

    static Object[][] stackMachineInputs() {
        return new Object[][] {
            {1.5, 2.0, new int[] {0, 1, 3, 4, 0, 2}}, {0.5, -1.0, new int[] {0, 0, 0, 3, 3, 1, 2, 4, 1, 3}},
            {0.5, 1.0, new int[] {1}}
        };
    }

    @Differentiable
    public static double continueInsideSwitch(double[] a) {
        double y = 0.5;
        for (int i = 0; i < a.length; i++) {
            switch (i % 3) {
                case 0:
                    y += a[i];
                    continue;
                case 1:
                    y *= a[i];
                    break;
                default:
                    y = y * y;
            }
            y = Math.sin(y);
        }
        return y;
    }

    @Differentiable
    public static double labelledBreakInsideSwitch(double[] a) {
        double y = 0.5;
        loop:
        for (int i = 0; i < a.length; i++) {
            switch (i) {
                case 0 -> y += a[i];
                case 2 -> {
                    y *= a[i];
                    break loop;
                }
                default -> y = y * y + a[i];
            }
        }
        return y;
    }

    @Differentiable
    public static double returnInsideSwitch(double x, int n) {
        double y = x;
        for (int i = 0; i < 10; i++) {
            switch (i - n) {
                case 0:
                    return y * i;
                case 1:
                    y += 1;
                    break;
                default:
                    y = Math.cos(y) + x;
            }
        }
        return y;
    }

    @Differentiable
    public static double nestedSwitch(double x, int n, int m) {
        double y = x;
        switch (n % 2) {
            case 0:
                switch (m % 3) {
                    case 0:
                        y = x * x;
                        break;
                    case 1:
                        y = Math.sin(x);
                    default:
                        y += 1;
                }
            case 1:
                y *= 2;
        }
        return y;
    }

    @Differentiable
    public static double sharedScope(double x, int n) {
        switch (n) {
            case 3:
                double t = x * x;
                return t;
            case 4:
                t = Math.sin(x);
                return t * t;
            default:
                t = x;
                return t * 7;
        }
    }

    @Differentiable
    public static double emptySwitch(double x, int n) {
        switch (n) {
        }
        switch (n) {
            default:
        }
        return x * x;
    }

    static double spelled(double x, int n) {
        if (n == 0) {
            return x;
        }
        return switch ("abc".charAt(n % 3)) {
            case 'a' -> x * spelled(x, n - 1);
            case 'b' -> Math.sin(spelled(x, n - 1));
            default -> spelled(x, n - 1) + x;
        };
    }

    /** The tape of a function that calls itself holds a character. */
    @Differentiable
    public static double characterKept(double x) {
        return spelled(x, 4);
    }
}
