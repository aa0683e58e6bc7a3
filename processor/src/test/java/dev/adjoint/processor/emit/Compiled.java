package dev.adjoint.processor.emit;

import dev.adjoint.AdjointGenerated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java text compiled in memory. */
final class Compiled extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    /** Compiles for Java 17 with all warnings but that on a literal zero as divisor; any of them is an error. Sources by the name of their class. */
    static Compiled of(Map<String, String> sources) {
        Compiled compiled = new Compiled();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> units = sources.entrySet().stream()
                .<JavaFileObject>map(e -> new Source(e.getKey(), e.getValue()))
                .toList();
        List<String> options = List.of("--release", "17", "-Xlint:all,-divzero", "-proc:none", "-classpath", runtime());
        JavaFileManager files = compiled.new Output(javac.getStandardFileManager(problems, null, null));
        javac.getTask(null, files, problems, options, null, units).call();
        List<Diagnostic<? extends JavaFileObject>> found = problems.getDiagnostics();
        if (!found.isEmpty()) {
            JavaFileObject file = found.get(0).getSource();
            throw new AssertionError(found + "\n" + (file == null ? sources.values() : ((Source) file).text));
        }
        return compiled;
    }

    /** Where the runtime's classes are. */
    private static String runtime() {
        try {
            return Path.of(AdjointGenerated.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class file of that class. */
    byte[] bytes(String name) {
        return classes.get(name).toByteArray();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() throws IOException {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
