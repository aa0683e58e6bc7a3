package dev.adjoint.processor;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;

/** Finds the compiler's own environment behind those that IDEs and build tools hand to processors. */
final class Environments {
    private Environments() {}

    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment unwrapped = fromIntelliJ(environment);
        return unwrapped != environment ? unwrapped : fromGradle(environment);
    }

    private static ProcessingEnvironment fromIntelliJ(ProcessingEnvironment environment) {
        try {
            ClassLoader loader = environment.getClass().getClassLoader();
            Class<?> wrappers = Class.forName("org.jetbrains.jps.javac.APIWrappers", true, loader);
            Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
            return (ProcessingEnvironment) unwrap.invoke(null, ProcessingEnvironment.class, environment);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            return environment;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the IDE's environment cannot be unwrapped", e);
        }
    }

    /** Gradle's environment keeps the compiler's in a private field. */
    private static ProcessingEnvironment fromGradle(ProcessingEnvironment environment) {
        for (Class<?> type = environment.getClass(); type != null; type = type.getSuperclass()) {
            if (!type.getName().startsWith("org.gradle.")) {
                return environment;
            }
            try {
                Field delegate = type.getDeclaredField("delegate");
                delegate.setAccessible(true);
                return unwrap((ProcessingEnvironment) delegate.get(environment));
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException("Gradle's environment cannot be unwrapped", e);
            }
        }
        return environment;
    }
}
