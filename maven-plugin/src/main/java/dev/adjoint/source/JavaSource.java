package dev.adjoint.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one Java file. The file is only parsed: what it refers to need not be there.
 *
 * @param lines the lines of the file
 * @param methods its methods, those of nested classes too
 */
public record JavaSource(List<String> lines, List<MethodText> methods) {

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or if there is no compiler to parse it with
     */
    public static JavaSource read(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler; Maven must run on a JDK");
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, ignored -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            List<MethodText> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScan(unit, Trees.instance(task), methods).scan(unit, null);
            }
            return new JavaSource(Files.readAllLines(file), List.copyOf(methods));
        }
    }

    /** The method of that name that the line lies in, or null. */
    public @Nullable MethodText at(String name, int line) {
        return methods.stream()
                .filter(m -> m.name().equals(name) && m.first() <= line && line <= m.last())
                .findFirst()
                .orElse(null);
    }
}
