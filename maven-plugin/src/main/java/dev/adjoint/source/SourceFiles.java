package dev.adjoint.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source folders of a module.
 *
 * @param roots the folders, in order of search
 */
public record SourceFiles(List<String> roots) {
    /** The file with that path below one of the folders, or null. */
    public @Nullable Path find(String path) {
        return roots.stream()
                .map(root -> Path.of(root, path))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
