package dev.adjoint.verify;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The differences between committed and new derivatives, as a unified diff. */
public final class Comparison {
    private static final int CONTEXT = 3;

    private Comparison() {}

    /**
     * The lines of the diff, empty if there is no difference.
     *
     * @param committed the text of each committed file by its path
     * @param now the same of what the processor writes now
     */
    public static List<String> diff(Map<String, String> committed, Map<String, String> now) {
        List<String> lines = new ArrayList<>();
        now.forEach((name, text) -> lines.addAll(diff(name, committed.get(name), text)));
        committed.forEach((name, text) -> {
            if (!now.containsKey(name)) {
                lines.addAll(diff(name, text, null));
            }
        });
        return lines;
    }

    private static List<String> diff(String name, @Nullable String old, @Nullable String text) {
        List<String> from = lines(old);
        List<String> to = lines(text);
        return UnifiedDiffUtils.generateUnifiedDiff(
                old == null ? "/dev/null" : "committed/" + name,
                text == null ? "/dev/null" : "generated/" + name,
                from,
                DiffUtils.diff(from, to),
                CONTEXT);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
