package dev.adjoint.check.sample;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Broken;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A method with {@code @Sample}. */
record Supplier(Binding binding, Method method) {

    static Supplier of(Binding binding, String name) {
        String full = binding.owner().getName() + "." + name;
        try {
            Method method = binding.owner().getDeclaredMethod(name, RandomGenerator.class);
            if (!Modifier.isStatic(method.getModifiers()) || method.getReturnType() != Object[].class) {
                throw new Broken("the sample supplier " + full
                        + " must be static and return Object[], the arguments of one call");
            }
            method.setAccessible(true);
            return new Supplier(binding, method);
        } catch (NoSuchMethodException e) {
            throw new Broken(
                    "the sample supplier " + full
                            + " must take one java.util.random.RandomGenerator and return Object[]",
                    e);
        }
    }

    private String name() {
        return binding.owner().getName() + "." + method.getName();
    }

    @Nullable
    Object[] get(RandomGenerator random) {
        try {
            Object[] arguments = (Object[]) method.invoke(null, random);
            if (arguments == null) {
                throw new Broken("the sample supplier " + name() + " returned null instead of arguments");
            }
            requireFit(arguments);
            return arguments;
        } catch (InvocationTargetException e) {
            throw new Broken("the sample supplier " + name() + " threw " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new Broken("the sample supplier " + name() + " cannot be called: " + e.getMessage(), e);
        }
    }

    private void requireFit(@Nullable Object[] arguments) {
        if (arguments.length != binding.types().size()) {
            throw new Broken("the sample supplier " + name() + " returned " + arguments.length + " arguments, but "
                    + binding.derivative().method() + " takes "
                    + binding.types().size());
        }
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = binding.types().get(i);
            Object argument = arguments[i];
            boolean fits = argument == null ? !type.isPrimitive() : boxed(type).isInstance(argument);
            if (!fits) {
                throw new Broken("the sample supplier " + name() + " returned " + typeOf(argument)
                        + " for the parameter '"
                        + binding.derivative().parameters().get(i).name() + "' of the type " + type.getTypeName());
            }
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static String typeOf(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getTypeName();
    }
}
