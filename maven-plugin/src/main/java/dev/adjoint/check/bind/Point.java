package dev.adjoint.check.bind;

import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.value.JavaText;
import dev.adjoint.check.value.Source;
import dev.adjoint.check.value.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One input of an annotated method: its arguments, and the numbers in them that the derivatives are by. */
public final class Point {
    private final Binding binding;
    private final @Nullable Object[] arguments;
    private final double[] numbers;
    private @Nullable List<String> names;

    /** Takes arguments, which are never written into. */
    public Point(Binding binding, @Nullable Object[] arguments) {
        this.binding = binding;
        this.arguments = arguments;
        this.numbers = numbersOf(arguments);
    }

    /** The numbers that the derivatives are by, in the order of the parameters. */
    public double[] numbers() {
        return numbers.clone();
    }

    /** How many numbers there are. */
    public int size() {
        return numbers.length;
    }

    /** A fresh copy of all arguments. */
    public @Nullable Object[] copy() {
        return at(numbers);
    }

    /** A fresh copy of all arguments, with other numbers in the parameters that the derivatives are by. */
    @Nullable
    Object[] at(double[] other) {
        Source source = new Source(other);
        @Nullable Object[] made = new Object[arguments.length];
        for (int i = 0; i < made.length; i++) {
            Class<?> type = binding.types().get(i);
            made[i] = isWrt(i) ? Structure.rebuild(type, arguments[i], source) : fresh(type, arguments[i]);
        }
        return made;
    }

    private static @Nullable Object fresh(Class<?> type, @Nullable Object value) {
        return Structure.differentiable(type) || type.isArray() ? Structure.copy(type, value) : value;
    }

    private boolean isWrt(int i) {
        return binding.derivative().parameters().get(i).wrt();
    }

    /** The numbers of the parameters that the derivatives are by. */
    double[] numbersOf(@Nullable Object[] values) {
        List<double[]> parts = new ArrayList<>();
        for (int i : binding.wrt()) {
            parts.add(Structure.numbers(binding.types().get(i), values[i]));
        }
        return Vectors.concatenate(parts);
    }

    /** One value for each parameter that the derivatives are by, of its type, with these numbers in it. */
    List<@Nullable Object> shaped(double[] other) {
        Source source = new Source(other);
        List<@Nullable Object> made = new ArrayList<>();
        for (int i : binding.wrt()) {
            made.add(Structure.rebuild(binding.types().get(i), arguments[i], source));
        }
        return made;
    }

    /** What each number is called. */
    public List<String> names() {
        if (names == null) {
            names = collectNames();
        }
        return names;
    }

    private List<String> collectNames() {
        List<String> all = new ArrayList<>();
        for (int i : binding.wrt()) {
            String name = binding.derivative().parameters().get(i).name();
            all.addAll(Structure.names(binding.types().get(i), arguments[i], name));
        }
        return all;
    }

    /** The parameter that number {@code i} belongs to. */
    public Parameter parameterOf(int i) {
        int first = 0;
        for (int p : binding.wrt()) {
            first += Structure.numbers(binding.types().get(p), arguments[p]).length;
            if (i < first) {
                return binding.derivative().parameters().get(p);
            }
        }
        throw new IllegalArgumentException("there is no number " + i);
    }

    /** The arguments as Java, with their names. */
    public String text() {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = binding.derivative().parameters().get(i);
            text.add(parameter.name() + " = " + JavaText.of(arguments[i]));
        }
        return text.toString();
    }
}
