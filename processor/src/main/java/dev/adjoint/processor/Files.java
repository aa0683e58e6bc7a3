package dev.adjoint.processor;

import dev.adjoint.processor.frontend.OwnerReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes what is generated, and reads what jars say about the derivatives in them. */
final class Files {
    private static final String PROBE = "META-INF/adjoint/none";

    private final ProcessingEnvironment environment;

    Files(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Writes the class of derivatives; every class whose source went into it is an originating element. */
    void write(OwnerReading reading, String text) {
        String name = reading.owner().companionName();
        try (Writer writer = environment
                .getFiler()
                .createSourceFile(name, originating(reading))
                .openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Element[] originating(OwnerReading reading) {
        List<Element> originating = new ArrayList<>();
        for (String name : reading.classes()) {
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            if (type != null) {
                originating.add(type);
            }
        }
        return originating.toArray(new Element[0]);
    }

    /** Writes a file beside the classes, if they have a folder. */
    void writeResource(String path, String text) {
        if (!hasFolder()) {
            return;
        }
        try (Writer writer = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", path)
                .openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the option {@code -d}, javac leaves every file in the working directory, by its simple name. */
    private boolean hasFolder() {
        try {
            FileObject file = environment.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", PROBE);
            return file.toUri().toString().endsWith(PROBE);
        } catch (IOException e) {
            return true;
        }
    }

    /** The text of a file of the class path, or else of a module that is compiled against; empty if there is none. */
    Optional<String> read(String path) {
        return read(StandardLocation.CLASS_PATH, "", path)
                .or(() -> modules().stream()
                        .flatMap(module -> read(StandardLocation.MODULE_PATH, module + "/", path).stream())
                        .findFirst());
    }

    private List<String> modules() {
        return environment.getElementUtils().getAllModuleElements().stream()
                .map(module -> module.getQualifiedName().toString())
                .filter(name -> !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("jdk."))
                .sorted()
                .toList();
    }

    /**
     * A location that there is not, and a file that is not in it, are told apart by nothing that matters here. For a module
     * that is not on the module path, as the one that is compiled, javac finds no location and does not look for that.
     */
    private Optional<String> read(StandardLocation location, String module, String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, Math.max(slash, 0)).replace('/', '.');
        try {
            FileObject file = environment.getFiler().getResource(location, module + folder, path.substring(slash + 1));
            return Optional.of(file.getCharContent(true).toString());
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
