package dev.adjoint.check.bind;

import dev.adjoint.check.value.Structure;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The generated methods of one annotated method; each is null where the processor has not generated it. */
public final class Generated {
    private final Binding binding;
    private final List<Class<?>> wrtTypes;
    private final @Nullable Method grad;
    private final @Nullable Method valueAndGrad;
    private final @Nullable Method valueAndGradInto;
    private final @Nullable Method vjp;
    private final @Nullable Method jvp;
    private final @Nullable Method jacobian;
    private final @Nullable Method hessian;
    private final @Nullable Method hvp;

    /** Looks the generated methods up. */
    public Generated(Binding binding) {
        this.binding = binding;
        this.wrtTypes = IntStream.of(binding.wrt())
                .<Class<?>>mapToObj(i -> binding.types().get(i))
                .toList();
        this.grad = binding.generated("Grad", List.of());
        this.valueAndGrad = binding.generated("ValueAndGrad", List.of());
        this.valueAndGradInto = binding.generated("ValueAndGrad", wrtTypes);
        this.vjp = binding.generated("Vjp", vjpTypes());
        this.jvp = binding.generated("Jvp", wrtTypes);
        this.jacobian = binding.generated("Jacobian", List.of());
        this.hessian = binding.generated("Hessian", List.of());
        this.hvp = binding.generated("Hvp", wrtTypes);
        if (grad == null && vjp == null && jvp == null) {
            throw new Broken("the class " + binding.derivative().companion() + " has no derivative of "
                    + binding.derivative().id() + ". Compile the project anew.");
        }
    }

    private List<Class<?>> vjpTypes() {
        List<Class<?>> further = new ArrayList<>();
        if (binding.result() != void.class) {
            further.add(binding.result());
        }
        if (!returnsAll()) {
            wrtTypes.stream().filter(Class::isArray).forEach(further::add);
        }
        return further;
    }

    /** A method whose result is no number returns all its gradients; else arrays are written to. */
    private boolean returnsAll() {
        return binding.result() != void.class && !isScalar();
    }

    private boolean isScalar() {
        return binding.result() == double.class || binding.result() == float.class;
    }

    /** Whether there is forward mode. */
    public boolean hasJvp() {
        return jvp != null;
    }

    /** Whether there is reverse mode. */
    public boolean hasVjp() {
        return vjp != null;
    }

    /** Whether there is a gradient. */
    public boolean hasGrad() {
        return grad != null;
    }

    /** Whether there is the gradient together with the value. */
    public boolean hasValueAndGrad() {
        return valueAndGrad != null;
    }

    /** Whether there is the form that writes into arrays of the caller. */
    public boolean hasValueAndGradInto() {
        return valueAndGradInto != null;
    }

    /** Whether there is a Jacobian. */
    public boolean hasJacobian() {
        return jacobian != null;
    }

    /** Whether there are Hessian-vector products. */
    public boolean hasHvp() {
        return hvp != null;
    }

    /** Whether there is a Hessian. */
    public boolean hasHessian() {
        return hessian != null;
    }

    /**
     * The result of the annotated method as a vector; for a method without result, what it leaves in the parameters.
     *
     * @throws Thrown if the method throws
     */
    public double[] value(Point point, double[] x) {
        @Nullable Object[] arguments = point.at(x);
        Object result = binding.callPrimal(arguments);
        if (binding.result() != void.class) {
            return Structure.numbers(binding.result(), result);
        }
        return written(IntStream.of(binding.wrt()).mapToObj(i -> arguments[i]).toList());
    }

    /** The numbers of arrays among values of the parameters; a method cannot write into its other parameters. */
    private double[] written(List<? extends @Nullable Object> values) {
        return Vectors.concatenate(IntStream.range(0, values.size())
                .filter(i -> wrtTypes.get(i).isArray())
                .mapToObj(i -> Structure.numbers(wrtTypes.get(i), values.get(i)))
                .toList());
    }

    /** The reverse of {@link #written}: 0 for the parameters that are no arrays. */
    private double[] spread(Point point, double[] w) {
        List<double[]> parts = new ArrayList<>();
        int next = 0;
        List<@Nullable Object> like = point.shaped(point.numbers());
        for (int i = 0; i < like.size(); i++) {
            int count = Structure.numbers(wrtTypes.get(i), like.get(i)).length;
            boolean isArray = wrtTypes.get(i).isArray();
            parts.add(isArray ? Arrays.copyOfRange(w, next, next + count) : new double[count]);
            next += isArray ? count : 0;
        }
        return Vectors.concatenate(parts);
    }

    /** The Jacobian times a direction. */
    public double[] jvp(Point point, double[] x, double[] v) {
        List<@Nullable Object> dots = point.shaped(v);
        Object result = call(jvp, point.at(x), dots);
        return binding.result() == void.class ? written(dots) : Structure.numbers(binding.result(), result);
    }

    /** Weights of the results times the Jacobian. */
    public double[] vjp(Point point, double[] x, double[] w) {
        boolean isVoid = binding.result() == void.class;
        List<@Nullable Object> outs = outs(point, isVoid ? spread(point, w) : new double[x.length]);
        return gradient(outs, call(vjp, point.at(x), vjpArguments(point, x, w, outs)));
    }

    /** What stands behind the method's own parameters: the weights, and arrays to write to. */
    private List<@Nullable Object> vjpArguments(Point point, double[] x, double[] w, List<@Nullable Object> outs) {
        List<@Nullable Object> further = new ArrayList<>();
        if (binding.result() != void.class) {
            Object like = binding.callPrimal(point.at(x));
            further.add(Structure.with(binding.result(), like, w));
        }
        outs.stream().filter(o -> o != null).forEach(further::add);
        return further;
    }

    /** A method and arguments for it. */
    public record Call(Method method, @Nullable Object[] arguments) {}

    /** A call of the annotated method. */
    public Call primalCall(Point point) {
        return new Call(binding.primal(), point.copy());
    }

    /** A call of the generated method that says most about the cost: value and gradient, else reverse mode, else forward. */
    public Call derivativeCall(Point point) {
        Method both = valueAndGrad != null ? valueAndGrad : grad;
        double[] x = point.numbers();
        if (both != null) {
            return new Call(both, point.copy());
        }
        if (vjp == null) {
            return new Call(Objects.requireNonNull(jvp), joined(point.copy(), point.shaped(x)));
        }
        double[] w = value(point, x);
        List<@Nullable Object> outs = outs(point, binding.result() == void.class ? spread(point, w) : x);
        return new Call(vjp, joined(point.copy(), vjpArguments(point, x, w, outs)));
    }

    /** For each parameter that the derivatives are by, the array it is written to, or null if it is returned. */
    private List<@Nullable Object> outs(Point point, double[] numbers) {
        List<@Nullable Object> outs = point.shaped(numbers);
        for (int i = 0; i < outs.size(); i++) {
            if (returnsAll() || !wrtTypes.get(i).isArray()) {
                outs.set(i, null);
            }
        }
        return outs;
    }

    private double[] gradient(List<@Nullable Object> outs, @Nullable Object returned) {
        long missing = outs.stream().filter(o -> o == null).count();
        @Nullable
        Object[] parts = missing == 1 || returned == null ? new Object[] {returned} : Structure.components(returned);
        List<double[]> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < outs.size(); i++) {
            Object part = outs.get(i) == null ? parts[next++] : outs.get(i);
            all.add(Structure.numbers(wrtTypes.get(i), part));
        }
        return Vectors.concatenate(all);
    }

    /** The gradient. */
    public double[] grad(Point point, double[] x) {
        return shapedLikeGradient(call(grad, point.at(x), List.of()));
    }

    private double[] shapedLikeGradient(@Nullable Object gradient) {
        List<@Nullable Object> none = new ArrayList<>();
        wrtTypes.forEach(t -> none.add(null));
        return gradient(none, gradient);
    }

    /** The value, and then the gradient. */
    public double[] valueAndGrad(Point point, double[] x) {
        Object both = call(valueAndGrad, point.at(x), List.of());
        @Nullable Object[] parts = Structure.components(Objects.requireNonNull(both));
        double[] value = Structure.numbers(binding.result(), parts[0]);
        return Vectors.concatenate(List.of(value, shapedLikeGradient(parts[1])));
    }

    /** The value, and then the gradient, written over garbage in the caller's arrays. */
    public double[] valueAndGradInto(Point point, double[] x) {
        double[] garbage = new double[x.length];
        Arrays.fill(garbage, 12345);
        List<@Nullable Object> outs = point.shaped(garbage);
        Object value = call(valueAndGradInto, point.at(x), outs);
        return Vectors.concatenate(List.of(Structure.numbers(binding.result(), value), numbers(wrtTypes, outs)));
    }

    /** The Jacobian row by row: for each result the derivatives by all numbers. */
    public double[][] jacobian(Point point, double[] x) {
        Object result = call(jacobian, point.at(x), List.of());
        @Nullable
        Object[] blocks =
                wrtTypes.size() == 1 ? new Object[] {result} : Structure.components(Objects.requireNonNull(result));
        int m = Array.getLength(Objects.requireNonNull(blocks[0]));
        double[][] rows = new double[m][];
        for (int i = 0; i < m; i++) {
            List<double[]> row = new ArrayList<>();
            for (Object block : blocks) {
                row.add(anyNumbers(Array.get(Objects.requireNonNull(block), i)));
            }
            rows[i] = Vectors.concatenate(row);
        }
        return rows;
    }

    /** The Hessian. */
    public double[][] hessian(Point point, double[] x) {
        Object result = Objects.requireNonNull(call(hessian, point.at(x), List.of()));
        if (result instanceof Number number) {
            return new double[][] {{number.doubleValue()}};
        }
        return IntStream.range(0, Array.getLength(result))
                .mapToObj(i -> anyNumbers(Array.get(result, i)))
                .toArray(double[][]::new);
    }

    /** The Hessian times a direction. */
    public double[] hvp(Point point, double[] x, double[] v) {
        return shapedLikeGradient(call(hvp, point.at(x), point.shaped(v)));
    }

    /** Whether a call of the method that has that ending leaves the caller's arrays as they were. */
    public boolean leavesArguments(Point point, String ending) {
        Method method = ending.equals("Grad") ? grad : ending.equals("Hessian") ? hessian : jacobian;
        @Nullable Object[] arguments = point.copy();
        call(method, arguments, List.of());
        return Arrays.equals(point.numbersOf(arguments), point.numbers());
    }

    private static double[] anyNumbers(Object value) {
        Class<?> type =
                value instanceof Double ? double.class : value instanceof Float ? float.class : value.getClass();
        return Structure.numbers(type, value);
    }

    private static double[] numbers(List<Class<?>> types, List<@Nullable Object> values) {
        return Vectors.concatenate(IntStream.range(0, types.size())
                .mapToObj(i -> Structure.numbers(types.get(i), values.get(i)))
                .toList());
    }

    private static @Nullable Object call(
            @Nullable Method method, @Nullable Object[] arguments, List<? extends @Nullable Object> further) {
        return Binding.invoke(Objects.requireNonNull(method), null, joined(arguments, further));
    }

    private static @Nullable Object[] joined(@Nullable Object[] arguments, List<? extends @Nullable Object> further) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(further);
        return all.toArray();
    }
}
