package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which arrays a piece of source may write into, by their types: an array is never written as one of another type. */
final class ArrayWrites {
    private final Set<Type> written = new HashSet<>();
    private final Set<Type> handed = new HashSet<>();
    private boolean anywhere;

    /** An element of an array of that type is assigned. */
    void into(@Nullable Type array) {
        if (array == null) {
            anywhere = true;
        } else {
            written.add(array);
        }
    }

    /** A call may write into whatever it is handed; a function may write into what it captures. */
    void byCall(List<Tree.Expression> arguments) {
        for (Tree.Expression argument : arguments) {
            Type type = argument.type();
            if (type == null) {
                anywhere = true;
            } else {
                handed.add(type);
            }
        }
    }

    /** Code that is not seen runs. */
    void anywhere() {
        anywhere = true;
    }

    /** Whether an array of that type may be written. */
    boolean mayReach(Type array) {
        return anywhere
                || written.contains(array)
                || handed.stream().anyMatch(type -> holds(type, array, new HashSet<>()));
    }

    private static boolean holds(Type type, Type array, Set<Type> seen) {
        if (type instanceof Primitive || type.equals(OpaqueType.STRING)) {
            return false;
        } else if (type instanceof ArrayType outer) {
            return outer.equals(array) || holds(outer.element(), array, seen);
        } else if (type instanceof RecordType record) {
            return seen.add(record) && record.components().stream().anyMatch(c -> holds(c.type(), array, seen));
        }
        return true;
    }
}
