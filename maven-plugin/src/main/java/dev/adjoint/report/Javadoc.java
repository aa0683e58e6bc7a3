package dev.adjoint.report;

/** Javadoc as plain text. */
final class Javadoc {
    private Javadoc() {}

    static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:link|linkplain) ([^ }]+) ([^}]+)}", "$2")
                .replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)}", "$1")
                .replaceAll("\\s*</?p>\\s*", "\n")
                .replaceAll("\\s*<li>\\s*", "\n- ")
                .replaceAll("</?[a-zA-Z]+[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#47;", "/")
                .replace("&amp;", "&")
                .replaceAll("(?m)^[ \\t]+", "")
                .strip();
    }
}
