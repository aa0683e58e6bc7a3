package dev.adjoint.processor;

import dev.adjoint.processor.frontend.OwnerReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Writes what is generated. */
final class Files {
    private final ProcessingEnvironment environment;

    Files(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Writes the class of derivatives; every class whose source went into it is an originating element. */
    void write(OwnerReading reading, String text) {
        List<Element> originating = new ArrayList<>();
        for (String name : reading.classes()) {
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            if (type != null) {
                originating.add(type);
            }
        }
        String name = reading.owner().companionName();
        Element[] elements = originating.toArray(new Element[0]);
        try (Writer writer =
                environment.getFiler().createSourceFile(name, elements).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
