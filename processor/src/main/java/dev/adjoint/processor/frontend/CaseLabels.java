package dev.adjoint.processor.frontend;

import com.sun.source.tree.CaseTree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The labels of a case that are not expressions. {@code CaseTree.getLabels} belongs to Java 21; it is called by
 * reflection because this class is compiled for Java 17.
 */
final class CaseLabels {
    private CaseLabels() {}

    static boolean hasDefault(CaseTree tree) {
        return has(tree, "DEFAULT_CASE_LABEL");
    }

    static boolean hasPattern(CaseTree tree) {
        return has(tree, "PATTERN_CASE_LABEL") || has(tree, "BINDING_PATTERN") || has(tree, "GUARDED_PATTERN");
    }

    private static boolean has(CaseTree tree, String kind) {
        return labels(tree).stream()
                .anyMatch(label -> label instanceof com.sun.source.tree.Tree t
                        && t.getKind().name().equals(kind));
    }

    private static List<?> labels(CaseTree tree) {
        try {
            Method method = CaseTree.class.getMethod("getLabels");
            return (List<?>) method.invoke(tree);
        } catch (NoSuchMethodException e) {
            return List.of();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the labels of a case cannot be read", e);
        }
    }
}
