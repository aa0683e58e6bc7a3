package dev.adjoint.processor.frontend;

import java.util.List;

/** What comes after the front end: writes the class of derivatives of one class. */
public interface Generator {
    /**
     * The source text of the class.
     *
     * @param reading the class's requests, all accepted
     * @param trace where to print the program after each stage
     */
    String generate(OwnerReading reading, Trace trace);

    /** Where the program is printed after each stage, if that is asked for. */
    interface Trace {
        /** Whether anything is printed. */
        boolean isOn();

        /** Whether the program is verified after each stage. */
        boolean verifies();

        void print(String stage, String text);
    }

    /**
     * The names of the methods that are generated for a request.
     *
     * @param request a request of the class
     */
    default List<String> names(Request request) {
        return List.of();
    }
}
