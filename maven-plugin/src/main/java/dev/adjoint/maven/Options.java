package dev.adjoint.maven;

import dev.adjoint.check.model.Settings;
import dev.adjoint.check.output.Reproduction.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a run that are not the default: a command without them would check something else. */
final class Options {
    private Options() {}

    static List<Option> changed(Settings now, @Nullable String argLine) {
        Settings usual = Settings.defaults(now.seed());
        List<Option> all = new ArrayList<>();
        all.add(new Option("adjoint.seed", Long.toString(now.seed())));
        add(all, "adjoint.arraySize", now.arraySize(), usual.arraySize());
        add(all, "adjoint.maxElements", now.maxElements(), usual.maxElements());
        add(all, "adjoint.tolerance", now.tolerance(), usual.tolerance());
        add(all, "adjoint.floatTolerance", now.floatTolerance(), usual.floatTolerance());
        add(all, "adjoint.dotTolerance", now.dotTolerance(), usual.dotTolerance());
        add(all, "adjoint.timeout", now.timeoutSeconds(), usual.timeoutSeconds());
        add(all, "adjoint.argLine", argLine == null ? "" : argLine, "");
        return all;
    }

    private static void add(List<Option> all, String name, Object now, Object usual) {
        if (!now.equals(usual)) {
            all.add(new Option(name, now.toString()));
        }
    }
}
