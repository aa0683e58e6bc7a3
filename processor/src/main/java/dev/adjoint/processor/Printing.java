package dev.adjoint.processor;

import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.frontend.Place;
import javax.tools.Diagnostic.Kind;

/** Prints problems through the compiler, at their tokens. */
final class Printing {
    private final Trees trees;

    Printing(Trees trees) {
        this.trees = trees;
    }

    void print(Diagnostic diagnostic) {
        Kind kind = switch (diagnostic.problem().severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
            case NOTE -> Kind.NOTE;
        };
        Place place = (Place) diagnostic.place();
        trees.printMessage(kind, diagnostic.message(), place.tree(), place.unit());
    }
}
