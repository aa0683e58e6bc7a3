package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a switch expression yields: values of a known type, or values whose types are still collected. */
record YieldTarget(@Nullable TypeMirror type, List<Typed> yielded) {
    YieldTarget(@Nullable TypeMirror type) {
        this(type, new ArrayList<>());
    }
}
