package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads straight-line code into the intermediate representation: {@code "z = (x - m) / s; exp(-z * z)"}. Every name that is
 * not assigned is a parameter, a call is one of {@code Math}, and every number is a {@code double}.
 */
final class Formula {
    private final String text;
    private final BlockBuilder out = new BlockBuilder();
    private final Map<String, Operand> names = new LinkedHashMap<>();
    private final List<Var> parameters = new ArrayList<>();
    private int position;
    private String target = "t";

    private Formula(String text) {
        this.text = text.replace(" ", "");
    }

    static Function parse(String text) {
        return new Formula(text).function();
    }

    private Function function() {
        Operand result = Literal.of(0.0);
        while (position < text.length()) {
            result = statement();
        }
        Function.Key key = new Function.Key("f", "f");
        return new Function(key, parameters, out.build(List.of(result)), Primitive.DOUBLE);
    }

    private Operand statement() {
        int equals = text.indexOf('=', position);
        int end = text.indexOf(';', position);
        boolean assigns = equals >= 0 && equals < end;
        target = assigns ? text.substring(position, equals) : "t";
        position = assigns ? equals + 1 : position;
        Operand value = sum();
        if (position < text.length() && text.charAt(position) == ';') {
            position++;
        }
        names.put(assigns ? target : "", value);
        return value;
    }

    private Operand sum() {
        Operand left = product();
        while (isNext("+-")) {
            String symbol = take();
            left = apply(Op.infix(symbol, Primitive.DOUBLE), left, product());
        }
        return left;
    }

    private Operand product() {
        Operand left = signed();
        while (isNext("*/")) {
            String symbol = take();
            left = apply(Op.infix(symbol, Primitive.DOUBLE), left, signed());
        }
        return left;
    }

    private Operand signed() {
        if (isNext("-")) {
            take();
            return apply(Op.prefix("-", Primitive.DOUBLE), simple());
        }
        return simple();
    }

    private Operand simple() {
        if (isNext("(")) {
            take();
            Operand inside = sum();
            take();
            return inside;
        }
        String word = word();
        if (isNext("(")) {
            return call(word);
        }
        return Character.isDigit(word.charAt(0)) ? Literal.of(Double.parseDouble(word)) : name(word);
    }

    private Operand call(String method) {
        List<Operand> args = new ArrayList<>();
        do {
            take();
            args.add(sum());
        } while (isNext(","));
        take();
        return apply(Op.math(method, Primitive.DOUBLE, args.size()), args.toArray(new Operand[0]));
    }

    private Operand name(String word) {
        return names.computeIfAbsent(word, w -> {
            Var parameter = new Var(w, Primitive.DOUBLE);
            parameters.add(parameter);
            return parameter;
        });
    }

    private Operand apply(Op op, Operand... args) {
        return out.apply(position < text.length() && text.charAt(position) == ';' ? target : "t", op, args);
    }

    private String word() {
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(text.charAt(position)) || isNext("."))) {
            position++;
        }
        return text.substring(start, position);
    }

    private boolean isNext(String characters) {
        return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
    }

    private String take() {
        return String.valueOf(text.charAt(position++));
    }
}
