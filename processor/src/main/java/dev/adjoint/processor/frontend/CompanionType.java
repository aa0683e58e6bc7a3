package dev.adjoint.processor.frontend;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A class of derivatives that will be generated in this compilation; it has static members only. */
final class CompanionType extends FutureType {
    private final CompanionMembers members;

    CompanionType(CompanionMembers members) {
        this.members = members;
    }

    CompanionMembers members() {
        return members;
    }

    /** The generated record of that simple name, or null. */
    @Nullable
    TypeMirror member(String name) {
        return members.record(name);
    }

    @Override
    public String toString() {
        return members.name();
    }
}
