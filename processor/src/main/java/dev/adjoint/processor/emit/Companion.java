package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.RecordType;
import java.util.List;

/**
 * A class to be written.
 *
 * @param packageName the package, empty for the unnamed one
 * @param name the simple name
 * @param isPublic whether the class is public
 * @param primal the canonical name of the class whose derivatives it holds
 * @param records the records nested in it, whose names are {@code packageName.name.Record}
 * @param members the methods in order
 */
public record Companion(
        String packageName,
        String name,
        boolean isPublic,
        String primal,
        List<RecordDeclaration> records,
        List<Member> members) {

    /** A generated record and its Javadoc. */
    public record RecordDeclaration(RecordType type, String javadoc, boolean isPublic) {}

    /**
     * A method.
     *
     * @param function what it does; its key's name is the method's, its parameters' names are kept
     * @param javadoc plain Javadoc text, empty for a private method
     * @param visibility public, package-private or private
     */
    public record Member(Function function, String javadoc, Visibility visibility) {}

    /** How widely a method is seen. */
    public enum Visibility {
        PUBLIC,
        PACKAGE,
        PRIVATE
    }
}
