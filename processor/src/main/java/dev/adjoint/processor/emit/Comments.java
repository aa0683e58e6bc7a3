package dev.adjoint.processor.emit;

/** Text within comments, which must neither end the comment nor hold what javac takes for a Unicode escape. */
final class Comments {
    private Comments() {}

    /** The text of a comment that ends with its line. */
    static String line(String text) {
        return escapes(text).replaceAll("\\s+", " ").strip();
    }

    /** The text of a Javadoc comment. */
    static String javadoc(String text) {
        return escapes(text).replace("\r", "").replace("*/", "*&#47;").replace("/*", "&#47;*");
    }

    private static String escapes(String text) {
        return text.replace("\\u", "\\ u");
    }
}
