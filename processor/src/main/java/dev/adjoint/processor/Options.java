package dev.adjoint.processor;

import dev.adjoint.processor.frontend.Generator;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** The options given to the compiler with {@code -A}. */
final class Options implements Generator.Trace {
    private static final String TRACE = "adjoint.trace";
    private static final String VERIFY = "adjoint.verify";

    static final Set<String> NAMES = Set.of(TRACE, VERIFY);

    private final ProcessingEnvironment environment;

    Options(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    private boolean isSet(String name) {
        boolean given = environment.getOptions().containsKey(name);
        return given && !"false".equals(environment.getOptions().get(name));
    }

    @Override
    public boolean isOn() {
        return isSet(TRACE);
    }

    /** Prints if anything is printed. */
    void trace(String stage, String text) {
        if (isOn()) {
            print(stage, text);
        }
    }

    @Override
    public boolean verifies() {
        return isSet(VERIFY);
    }

    @Override
    public void print(String stage, String text) {
        environment.getMessager().printMessage(Kind.NOTE, stage + "\n" + text);
    }
}
