package dev.adjoint.check.bind;

import dev.adjoint.check.model.Derivative;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loaded classes and methods of one derivative. */
public final class Binding {
    private final Derivative derivative;
    private final Class<?> owner;
    private final Method primal;
    private final List<Class<?>> types;
    private final Class<?> companion;

    private Binding(Derivative derivative, Class<?> owner, Method primal, Class<?> companion) {
        this.derivative = derivative;
        this.owner = owner;
        this.primal = primal;
        this.companion = companion;
        List<Class<?>> all = new ArrayList<>(List.of(primal.getParameterTypes()));
        if (!derivative.isStatic()) {
            all.add(0, owner);
        }
        this.types = List.copyOf(all);
    }

    /**
     * Loads what belongs to a derivative.
     *
     * @throws Broken if a class does not load or a method is missing
     */
    public static Binding of(Derivative derivative, ClassLoader loader) {
        Class<?> owner = load(derivative.owner(), loader);
        Method primal = primal(derivative, owner, loader);
        Binding binding = new Binding(derivative, owner, primal, load(derivative.companion(), loader));
        if (binding.types.size() != derivative.parameters().size()) {
            throw new Broken("the index and the class " + owner.getName() + " do not belong together: "
                    + derivative.method() + " has " + binding.types.size() + " parameters, the index names "
                    + derivative.parameters().size() + ". Compile the project anew.");
        }
        return binding;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ExceptionInInitializerError e) {
            throw new Broken("the class " + name + " does not load: its static initialiser threw " + e.getCause(), e);
        } catch (ClassNotFoundException | LinkageError e) {
            Throwable root = e.getCause() == null ? e : e.getCause();
            throw new Broken(
                    "the class " + name + " does not load: " + root
                            + ". Is everything it needs among the project's dependencies of scope test or compile?",
                    e);
        }
    }

    private static Method primal(Derivative derivative, Class<?> owner, ClassLoader loader) {
        try {
            Class<?>[] types = MethodType.fromMethodDescriptorString(derivative.descriptor(), loader)
                    .parameterArray();
            Method method = owner.getDeclaredMethod(derivative.method(), types);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new Broken(
                    "the class " + owner.getName() + " has no method " + derivative.method() + derivative.descriptor()
                            + ", although the index names it. Compile the project anew.",
                    e);
        } catch (TypeNotPresentException | LinkageError e) {
            throw new Broken(
                    "a type in the signature of " + owner.getName() + "." + derivative.method() + " does not load: "
                            + e,
                    e);
        }
    }

    /** What the index says. */
    public Derivative derivative() {
        return derivative;
    }

    /** The class that declares the method. */
    public Class<?> owner() {
        return owner;
    }

    /** The types of the parameters, the record first for an instance method. */
    public List<Class<?>> types() {
        return types;
    }

    /** The type of the result, {@code void.class} if there is none. */
    public Class<?> result() {
        return primal.getReturnType();
    }

    /** The indices of the parameters that the derivatives are by. */
    public int[] wrt() {
        int[] all = new int[types.size()];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (derivative.parameters().get(i).wrt()) {
                all[count++] = i;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Calls the annotated method; the arguments may be written into. */
    @Nullable
    Object callPrimal(@Nullable Object[] arguments) {
        if (derivative.isStatic()) {
            return invoke(primal, null, arguments);
        }
        return invoke(primal, arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** The annotated method. */
    public Method primal() {
        return primal;
    }

    /** The generated method with that ending and those parameters after the method's own, or null. */
    @Nullable
    Method generated(String ending, List<? extends Class<?>> further) {
        List<Class<?>> wanted = new ArrayList<>(types);
        wanted.addAll(further);
        try {
            Method method = companion.getDeclaredMethod(derivative.base() + ending, wanted.toArray(Class<?>[]::new));
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    @Nullable
    static Object invoke(Method method, @Nullable Object self, @Nullable Object[] arguments) {
        try {
            return method.invoke(self, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            throw new Thrown(e.getCause());
        } catch (IllegalAccessException e) {
            throw new Broken("cannot call " + method + ": " + e.getMessage(), e);
        }
    }
}
