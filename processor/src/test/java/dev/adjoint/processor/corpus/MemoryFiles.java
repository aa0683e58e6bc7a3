package dev.adjoint.processor.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps everything that a compiler writes in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Written> classes = new LinkedHashMap<>();
    private final Map<String, Written> sources = new LinkedHashMap<>();
    private final Map<String, Written> resources = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager manager) {
        super(manager);
    }

    /** The generated sources by qualified name. */
    Map<String, String> generated() {
        Map<String, String> texts = new LinkedHashMap<>();
        sources.forEach(
                (name, file) -> texts.put(name, file.getCharContent(true).toString()));
        return texts;
    }

    ClassLoader loader() {
        return new ClassLoader(MemoryFiles.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Written file = classes.get(name);
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, file.bytes(), 0, file.bytes().length);
            }
        };
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Written file = new Written(className.replace('.', '/') + kind.extension, kind);
        (kind == JavaFileObject.Kind.CLASS ? classes : sources).put(className, file);
        return file;
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling) {
        Written file = new Written(packageName + "/" + relativeName, JavaFileObject.Kind.OTHER);
        resources.put(packageName + "/" + relativeName, file);
        return file;
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName)
            throws FileNotFoundException {
        Written file = resources.get(packageName + "/" + relativeName);
        if (file == null) {
            throw new FileNotFoundException(relativeName);
        }
        return file;
    }

    static JavaFileObject source(Source source) {
        Written file = new Written(source.name().replace('.', '/') + ".java", JavaFileObject.Kind.SOURCE);
        file.content.writeBytes(source.text().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** One file. */
    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        private Written(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
        }

        private byte[] bytes() {
            return content.toByteArray();
        }

        @Override
        public OutputStream openOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
