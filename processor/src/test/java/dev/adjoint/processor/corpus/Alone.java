package dev.adjoint.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/** Compiles one method of a file without the others, so that what is refused there fails alone. */
final class Alone {
    private Alone() {}

    static Compilation compile(Source source, Entry wanted, List<Entry> all) {
        List<Entry> others = new ArrayList<>();
        for (Entry entry : all) {
            if (entry != wanted && !called(source, entry)) {
                others.add(entry);
            }
        }
        return Compilation.differentiated(List.of(source.without(others)));
    }

    /** Whether a generated derivative of the method occurs in the file, so that nested ones need it. */
    private static boolean called(Source source, Entry entry) {
        return source.text().contains("Grad." + entry.base());
    }
}
