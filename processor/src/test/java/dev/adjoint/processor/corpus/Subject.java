package dev.adjoint.processor.corpus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A compiled method with its derivatives, called by reflection. */
public final class Subject {
    private final Entry entry;
    private final Class<?> owner;
    private final Class<?> companion;
    private final Method primal;
    private final List<Integer> wrt;

    private Subject(Entry entry, Class<?> owner, Class<?> companion, Method primal) {
        this.entry = entry;
        this.owner = owner;
        this.companion = companion;
        this.primal = primal;
        this.wrt = independents();
    }

    /** Finds the method and, where it has been generated, its companion. */
    public static Subject of(Entry entry, ClassLoader loader, boolean differentiated) {
        try {
            Class<?> owner = Class.forName(entry.type(), true, loader);
            Class<?> companion = differentiated ? Class.forName(entry.companion(), true, loader) : null;
            return new Subject(entry, owner, companion, primal(entry, owner));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the class " + e.getMessage() + " was not generated", e);
        }
    }

    private static Method primal(Entry entry, Class<?> owner) {
        int skip = entry.instance() ? 1 : 0;
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(entry.method())
                    && canonical(method.getParameterTypes(), 0)
                            .equals(entry.parameters().stream()
                                    .skip(skip)
                                    .map(Entry.Parameter::type)
                                    .toList())) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new IllegalStateException("no method " + entry);
    }

    private static List<String> canonical(Class<?>[] types, int from) {
        return Arrays.stream(types).skip(from).map(Class::getCanonicalName).toList();
    }

    private List<Integer> independents() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < entry.parameters().size(); i++) {
            boolean named = entry.wrt().contains(entry.parameters().get(i).name());
            if (entry.wrt().isEmpty() ? differentiable(type(i)) : named) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean differentiable(Class<?> type) {
        if (type.isArray()) {
            return differentiable(type.getComponentType());
        }
        return type == double.class
                || type == float.class
                || type.isRecord()
                        && Arrays.stream(type.getRecordComponents()).anyMatch(c -> differentiable(c.getType()));
    }

    /** The type of a parameter; {@code self} of an instance method is the first one. */
    public Class<?> type(int parameter) {
        if (entry.instance()) {
            return parameter == 0 ? owner : primal.getParameterTypes()[parameter - 1];
        }
        return primal.getParameterTypes()[parameter];
    }

    public Entry entry() {
        return entry;
    }

    /** The parameters to differentiate by. */
    public List<Integer> wrt() {
        return wrt;
    }

    public Class<?> result() {
        return primal.getReturnType();
    }

    boolean isScalar() {
        return result() == double.class || result() == float.class;
    }

    boolean isVoid() {
        return result() == void.class;
    }

    /** Whether the method has a matrix of derivatives: it gives an array of numbers, and takes no records. */
    boolean hasJacobian() {
        return isOfNumbers(result()) && !takesRecords();
    }

    /** Whether records, or arrays of them, are among what is differentiated by. */
    boolean takesRecords() {
        return !wrt.stream().map(this::type).allMatch(t -> t.isPrimitive() || isOfNumbers(t));
    }

    /** Whether {@code float} numbers go in or come out. */
    boolean single() {
        boolean single = of(result()) == float.class;
        for (int i : wrt) {
            single |= of(type(i)) == float.class;
        }
        return single;
    }

    /** The tolerance for numbers of the precision that the method has. */
    double tolerance(double ofDouble, double ofFloat) {
        return single() ? ofFloat : ofDouble;
    }

    private static Class<?> of(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(c -> of(c.getType()) == float.class)
                    ? float.class
                    : type;
        }
        return type.isArray() ? of(type.getComponentType()) : type;
    }

    private boolean isArray(int parameter) {
        return isOfNumbers(type(parameter));
    }

    /** Whether the type is an array of numbers, of any rank: records are returned where such arrays are added to. */
    static boolean isOfNumbers(Class<?> type) {
        return type.isArray() && (type.getComponentType().isPrimitive() || isOfNumbers(type.getComponentType()));
    }

    boolean onlyArrays() {
        return wrt.stream().allMatch(this::isArray);
    }

    /** Runs the method itself. */
    public Object value(Object[] arguments) throws Throwable {
        if (!entry.instance()) {
            return invoke(primal, null, arguments);
        }
        return invoke(primal, arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** What the differentiable arguments hold: parts of an argument list. */
    Object[] active(Object[] arguments) {
        return wrt.stream().map(i -> arguments[i]).toArray();
    }

    /** An argument list with other differentiable arguments. */
    Object[] replaced(Object[] arguments, Object[] active) {
        Object[] replaced = arguments.clone();
        for (int k = 0; k < active.length; k++) {
            replaced[wrt.get(k)] = active[k];
        }
        return replaced;
    }

    /** {@code fGrad}, as one object for each differentiable parameter. */
    Object[] grad(Object[] arguments) throws Throwable {
        return parts(call("Grad", arguments), wrt);
    }

    /** {@code fValueAndGrad}: the value in front, then one object for each differentiable parameter. */
    Object[] valueAndGrad(Object[] arguments) throws Throwable {
        Object both = call("ValueAndGrad", arguments);
        Object[] parts = parts(Leaves.component(both, "gradient"), wrt);
        Object[] all = new Object[parts.length + 1];
        all[0] = Leaves.component(both, "value");
        System.arraycopy(parts, 0, all, 1, parts.length);
        return all;
    }

    /** {@code fValueAndGrad} that overwrites arrays and returns the value. */
    Object valueAndGradInto(Object[] arguments, Object[] outs) throws Throwable {
        return call("ValueAndGrad", arguments, outs);
    }

    /** {@code fJvp}: the tangent of the result; of a {@code void} method, which overwrites the dots, nothing. */
    Object jvp(Object[] arguments, Object[] dots) throws Throwable {
        return call("Jvp", arguments, dots);
    }

    /**
     * {@code fVjp} of a method with a result: the gradients, one object for each differentiable parameter.
     *
     * @param outs buffers for the array parameters of a scalar method, which are accumulated into
     */
    Object[] vjp(Object[] arguments, Object yBar, Object[] outs) throws Throwable {
        if (!isScalar()) {
            return parts(call("Vjp", arguments, yBar), wrt);
        }
        Object[] extra = new Object[outs.length + 1];
        extra[0] = yBar;
        System.arraycopy(outs, 0, extra, 1, outs.length);
        return woven(call("Vjp", arguments, extra), outs);
    }

    /** {@code fVjp} of a {@code void} method: the buffers and the returned scalars, in the order of the parameters. */
    Object[] vjpInPlace(Object[] arguments, Object[] buffers) throws Throwable {
        return woven(call("Vjp", arguments, buffers), buffers);
    }

    private Object[] woven(Object returned, Object[] buffers) {
        List<Integer> others = wrt.stream().filter(i -> !isArray(i)).toList();
        Object[] parts = parts(returned, others);
        Object[] all = new Object[wrt.size()];
        int buffer = 0;
        int part = 0;
        for (int k = 0; k < all.length; k++) {
            all[k] = isArray(wrt.get(k)) ? buffers[buffer++] : parts[part++];
        }
        return all;
    }

    /** The arguments at array positions among the differentiable ones, changed in some way. */
    Object[] buffers(Object[] active) {
        List<Object> buffers = new ArrayList<>();
        for (int k = 0; k < active.length; k++) {
            if (isArray(wrt.get(k))) {
                buffers.add(active[k]);
            }
        }
        return buffers.toArray();
    }

    Object hessian(Object[] arguments) throws Throwable {
        return call("Hessian", arguments);
    }

    Object[] hvp(Object[] arguments, Object[] directions) throws Throwable {
        return parts(call("Hvp", arguments, directions), wrt);
    }

    /** {@code fJacobian}, as one object for each differentiable parameter. */
    Object[] jacobian(Object[] arguments) throws Throwable {
        return parts(call("Jacobian", arguments), wrt);
    }

    Object jacobianInto(Object[] arguments, double[] out) throws Throwable {
        return call("Jacobian", arguments, (Object) out);
    }

    private Object[] parts(Object result, List<Integer> parameters) {
        if (parameters.size() == 1) {
            return new Object[] {result};
        }
        return parameters.stream()
                .map(i -> Leaves.component(result, entry.parameters().get(i).name()))
                .toArray();
    }

    /** Whether there is a derivative with that suffix and so many extra parameters. */
    boolean has(String suffix, int extra) {
        return find(suffix, entry.parameters().size() + extra).isPresent();
    }

    private Object call(String suffix, Object[] arguments, Object... extra) throws Throwable {
        Method method = find(suffix, arguments.length + extra.length)
                .orElseThrow(() -> new AssertionError("there is no " + companion.getSimpleName() + "." + entry.base()
                        + suffix + " with " + (arguments.length + extra.length) + " parameters"));
        Object[] all = Arrays.copyOf(arguments, arguments.length + extra.length);
        for (int i = 0; i < extra.length; i++) {
            all[arguments.length + i] = fitted(extra[i], method.getParameterTypes()[arguments.length + i]);
        }
        return invoke(method, null, all);
    }

    private Optional<Method> find(String suffix, int parameters) {
        List<String> types =
                entry.parameters().stream().map(Entry.Parameter::type).toList();
        return Arrays.stream(companion.getDeclaredMethods())
                .filter(m -> m.getName().equals(entry.base() + suffix) && m.getParameterCount() == parameters)
                .filter(m -> canonical(m.getParameterTypes(), 0)
                        .subList(0, types.size())
                        .equals(types))
                .findFirst();
    }

    /** The width of a scalar tangent or adjoint follows the result's type. */
    private static Object fitted(Object value, Class<?> type) {
        if (type == float.class) {
            return ((Number) value).floatValue();
        }
        return type == double.class ? (Object) ((Number) value).doubleValue() : value;
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A companion piece such as {@code fInputs}, if the class has it. */
    Optional<Method> piece(String suffix) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(entry.base() + suffix))
                .findFirst();
    }

    /** Whether differences tell the derivative: it is not one by definition, and nothing stops it. */
    boolean smooth() {
        return piece("Defined").isEmpty() && piece("Stops").isEmpty();
    }

    Object run(Method piece, Object[] arguments) throws Throwable {
        return invoke(piece, null, arguments);
    }
}
