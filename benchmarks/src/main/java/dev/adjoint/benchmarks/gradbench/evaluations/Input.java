package dev.adjoint.benchmarks.gradbench.evaluations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input of a function: reads its fields as what the function needs, and says which field is not that.
 *
 * @param value numbers, arrays of them, lists and maps
 */
public record Input(@Nullable Object value) {
    /** The whole, when it is a number. */
    double number() {
        if (value instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("the input is not a number");
    }

    /** A field that is a number, if the input has it. */
    public double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A field that is an integer, if the input has it. */
    public int integer(String name, int otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    private boolean has(String name) {
        return value instanceof Map<?, ?> fields && fields.containsKey(name);
    }

    double number(String name) {
        return new Input(field(name)).number();
    }

    int integer(String name) {
        return integer(name, new double[] {number(name)})[0];
    }

    boolean flag(String name) {
        if (field(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "true or false");
    }

    Input part(String name) {
        return new Input(field(name));
    }

    double[] numbers(String name) {
        return numbers(name, field(name));
    }

    int[] integers(String name) {
        return integer(name, numbers(name));
    }

    /** A list of lists of numbers. */
    double[][] rows(String name) {
        return rows(name, field(name));
    }

    int[][] integerRows(String name) {
        double[][] rows = rows(name);
        int[][] integers = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            integers[i] = integer(name, rows[i]);
        }
        return integers;
    }

    /** A list of lists of lists of numbers. */
    double[][][] matrices(String name) {
        List<?> list = list(name, field(name));
        double[][][] matrices = new double[list.size()][][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = rows(name, list.get(i));
        }
        return matrices;
    }

    private @Nullable Object field(String name) {
        if (value instanceof Map<?, ?> fields && fields.containsKey(name)) {
            return fields.get(name);
        }
        throw new IllegalArgumentException("the input has no field " + name);
    }

    private static double[] numbers(String name, @Nullable Object value) {
        if (value instanceof double[] numbers) {
            return numbers;
        }
        throw wrong(name, "a list of numbers");
    }

    private static double[][] rows(String name, @Nullable Object value) {
        List<?> list = list(name, value);
        double[][] rows = new double[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(name, list.get(i));
        }
        return rows;
    }

    private static List<?> list(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof double[] numbers && numbers.length == 0) {
            return List.of();
        }
        throw wrong(name, "a list of lists");
    }

    private static int[] integer(String name, double[] numbers) {
        int[] integers = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            integers[i] = (int) numbers[i];
            if (integers[i] != numbers[i]) {
                throw wrong(name, "made of integers");
            }
        }
        return integers;
    }

    private static IllegalArgumentException wrong(String name, String wanted) {
        return new IllegalArgumentException("the field " + name + " of the input is not " + wanted);
    }
}
