package dev.adjoint.report;

/** Javadoc as plain text: a line for each paragraph, without parameters and result. */
final class Javadoc {
    private Javadoc() {}

    static String plain(String javadoc) {
        String text = javadoc.split("(?m)^\\s*@", 2)[0];
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:link|linkplain) [^ }(]+(?:\\([^)]*\\))? ([^}]+)}", "$1")
                .replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)}", "$1")
                .replaceAll("\\s*</?p>\\s*", "\n")
                .replaceAll("\\s*<li>\\s*", "\n- ")
                .replaceAll("</?[a-zA-Z]+[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#47;", "/")
                .replace("&amp;", "&")
                .replaceAll("(?m)^ +| +$", "")
                .strip();
    }
}
