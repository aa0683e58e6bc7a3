package dev.adjoint.source;

/**
 * An array that a method makes and keeps in a local variable.
 *
 * @param name the variable
 * @param element the type of its elements, below all dimensions that are made with it
 * @param length how many there are, as an expression
 * @param grows whether it is made longer when it is full
 * @param inLoop whether it is made in a loop
 */
public record MadeArray(String name, String element, String length, boolean grows, boolean inLoop) {

    /** Whether its elements are arrays. */
    public boolean ofReferences() {
        return element.endsWith("]");
    }

    /** How many bytes an element takes. */
    public int elementBytes() {
        return switch (element) {
            case "boolean", "byte" -> 1;
            case "short", "char" -> 2;
            case "int", "float" -> 4;
            default -> 8;
        };
    }
}
