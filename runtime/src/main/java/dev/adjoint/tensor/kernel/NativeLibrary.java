package dev.adjoint.tensor.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system has a BLAS. The binding's own attempt to load one that is missing writes to the standard error
 * stream, so it is only made where the library is.
 */
final class NativeLibrary {
    private static final String PROPERTY = "dev.ludovic.netlib.blas.";
    private static final String NAME = "libblas.so.3";

    private NativeLibrary() {}

    static boolean isPresent() {
        if (System.getProperty(PROPERTY + "nativeLibPath") != null) {
            return true;
        }
        String name = System.getProperty(PROPERTY + "nativeLib", NAME);
        return directories().stream().anyMatch(d -> Files.exists(Path.of(d, name)));
    }

    /** Where the system's loader looks, as far as that can be known without running it. */
    private static List<String> directories() {
        List<String> all = new ArrayList<>(
                List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib", "/usr/local/lib64"));
        for (String machine : List.of("x86_64", "aarch64", "riscv64")) {
            all.add("/lib/" + machine + "-linux-gnu");
            all.add("/usr/lib/" + machine + "-linux-gnu");
        }
        addAll(all, System.getProperty("java.library.path"));
        addAll(all, System.getenv("LD_LIBRARY_PATH"));
        return all;
    }

    private static void addAll(List<String> all, @Nullable String path) {
        if (path != null) {
            for (String directory : path.split(File.pathSeparator, -1)) {
                if (!directory.isEmpty()) {
                    all.add(directory);
                }
            }
        }
    }
}
