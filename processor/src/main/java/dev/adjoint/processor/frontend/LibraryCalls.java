package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.Tree.Library.Kind;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The methods of the library that have derivatives of their own. */
final class LibraryCalls {
    private static final Map<String, Kind> KINDS = Map.of(
            "java.lang.System.arraycopy/5", Kind.ARRAYCOPY,
            "java.util.Arrays.fill/2", Kind.FILL,
            "java.util.Arrays.fill/4", Kind.FILL_RANGE,
            "java.util.Arrays.copyOf/2", Kind.COPY_OF,
            "java.util.Arrays.copyOfRange/3", Kind.COPY_OF_RANGE,
            "java.util.Objects.requireNonNull/1", Kind.REQUIRE_NON_NULL,
            "java.util.Objects.requireNonNull/2", Kind.REQUIRE_NON_NULL,
            "dev.adjoint.Adjoint.constant/1", Kind.CONSTANT);

    private LibraryCalls() {}

    static @Nullable Kind kind(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return KINDS.get(owner + "." + method.getSimpleName() + "/"
                + method.getParameters().size());
    }

    /** Whether the result has the type of the first argument. */
    static boolean isShapedLikeArgument(Kind kind) {
        return kind == Kind.COPY_OF || kind == Kind.COPY_OF_RANGE || kind == Kind.REQUIRE_NON_NULL;
    }

    static boolean fills(Kind kind) {
        return kind == Kind.FILL || kind == Kind.FILL_RANGE;
    }
}
