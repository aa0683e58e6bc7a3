package dev.adjoint.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java as HTML with its words marked by kind. Looks at one line at a time. */
final class Highlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//.*|/\\*.*?\\*/|^\\s*/?\\*.*)"
            + "|(?<text>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
            + "|(?<word>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double"
            + "|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|native|new"
            + "|null|package|private|protected|public|record|return|short|static|strictfp|super|switch|synchronized"
            + "|this|throw|throws|transient|true|false|try|var|void|volatile|while|yield)\\b)"
            + "|(?<annotation>@\\w+)"
            + "|(?<number>\\b\\d[\\w.]*(?:[eE][+-]?\\d+)?\\b)");

    private Highlighter() {}

    static String html(String line) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = TOKEN.matcher(line);
        int done = 0;
        while (matcher.find()) {
            html.append(escape(line.substring(done, matcher.start())));
            html.append("<span class=\"").append(kind(matcher)).append("\">");
            html.append(escape(matcher.group())).append("</span>");
            done = matcher.end();
        }
        return html.append(escape(line.substring(done))).toString();
    }

    private static String kind(Matcher matcher) {
        for (String kind : new String[] {"comment", "text", "word", "annotation"}) {
            if (matcher.group(kind) != null) {
                return "j-" + kind;
            }
        }
        return "j-number";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
