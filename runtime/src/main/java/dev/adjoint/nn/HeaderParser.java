package dev.adjoint.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of JSON that headers of safetensors files may use: objects without duplicate names, arrays, strings and
 * non-negative integers. Nesting is limited by that, so there is no deep recursion.
 */
final class HeaderParser {
    private static final int DEEPEST = 4;
    private static final int HEX = 16;
    private static final int CODE_DIGITS = 4;

    private final String text;
    private int at;

    HeaderParser(String text) {
        this.text = text;
    }

    /** The whole text as an object: strings are String, integers Long, arrays List, objects Map. */
    Map<String, Object> object() {
        if (!text.startsWith("{")) {
            throw error("the header must begin with '{'");
        }
        Map<String, Object> result = members(1);
        if (!text.substring(at).isBlank()) {
            throw error("text after the end of the header's object");
        }
        return result;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw error("the header is nested too deeply");
        }
        char c = next();
        switch (c) {
            case '{':
                return members(depth);
            case '[':
                return elements(depth);
            case '"':
                return string();
            default:
                return number();
        }
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        if (next() == '}') {
            at++;
            return members;
        }
        do {
            next();
            String name = string();
            next();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw error("duplicate name \"" + name + "\" in the header");
            }
        } while (continues('}'));
        return members;
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        expect('[');
        if (next() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (continues(']'));
        return elements;
    }

    /** After a member or element: whether a comma follows, or this closing character. */
    private boolean continues(char close) {
        char c = next();
        if (c != ',' && c != close) {
            throw error("expected ',' or '" + close + "'");
        }
        at++;
        return c == ',';
    }

    private Long number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
            throw error("expected a string, an array, an object or a non-negative integer");
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("safetensors: the number " + digits + " in the header is too large", e);
        }
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw error("a control character in a string");
            }
            result.append(c == '\\' ? escaped() : c);
        }
        at++;
        return result.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return code();
            default:
                throw error("unknown escape '\\" + c + "' in a string");
        }
    }

    private char code() {
        int code = 0;
        for (int i = 0; i < CODE_DIGITS; i++) {
            int digit = Character.digit(peek(), HEX);
            if (digit < 0) {
                throw error("expected four hexadecimal digits after \\u");
            }
            code = HEX * code + digit;
            at++;
        }
        return (char) code;
    }

    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return peek();
    }

    private char peek() {
        if (at == text.length()) {
            throw error("unexpected end of the header");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("expected '" + c + "'");
        }
        at++;
    }

    private IllegalArgumentException error(String message) {
        return new IllegalArgumentException("safetensors: " + message + ", at character " + at + " of the header");
    }
}
