package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Class names within text that is still being put together. A marked name is the canonical name of a class; in the end
 * JavaPoet writes it in its short form and imports it.
 */
final class ClassNames {
    private static final char OPEN = '\u0001';
    private static final char CLOSE = '\u0002';
    private static final Pattern MARKED = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);
    /** Java takes control characters for parts of identifiers; the marks are no such parts. */
    private static final Pattern QUALIFIED =
            Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.&&\\P{Cntrl}]*");

    private static final Pattern CONVENTIONAL =
            Pattern.compile("(\\p{Ll}[\\p{Ll}\\d_]*\\.)+(\\p{Lu}\\w*)(\\.\\p{Lu}\\w*)*");

    private static final TypeName[] PRIMITIVES = {
        TypeName.BOOLEAN, TypeName.BYTE, TypeName.SHORT, TypeName.CHAR,
        TypeName.INT, TypeName.LONG, TypeName.FLOAT, TypeName.DOUBLE
    };

    private ClassNames() {}

    /** The class of that name, to be imported if its name follows the conventions, so that no guess is needed. */
    static String mark(String name) {
        return CONVENTIONAL.matcher(name).matches() ? OPEN + name + CLOSE : name;
    }

    /** The type, with every class name in it marked. */
    static String type(String text) {
        return QUALIFIED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(mark(m.group())));
    }

    /** A type as JavaPoet takes it. Types are only ever printed, so what is not a plain class name stands as it is. */
    static TypeName typeName(Type type) {
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(typeName(array.element()));
        }
        if (type instanceof Primitive primitive) {
            return PRIMITIVES[primitive.ordinal()];
        }
        boolean conventional = CONVENTIONAL.matcher(type.text()).matches();
        return conventional ? ClassName.bestGuess(type.text()) : TypeVariableName.get(type.text());
    }

    /** The columns that the text takes once short names are in the place of the marks. */
    static int width(String text) {
        return plain(text).length();
    }

    private static String plain(String text) {
        return MARKED.matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(ClassName.bestGuess(m.group(1)).simpleName()));
    }

    /**
     * The text as JavaPoet takes it.
     *
     * @param hidden names that stand for variables: a class with such a name is written in full
     */
    static CodeBlock code(String text, Set<String> hidden) {
        CodeBlock.Builder code = CodeBlock.builder();
        Matcher matcher = MARKED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            code.add("$L", text.substring(from, matcher.start()));
            ClassName name = ClassName.bestGuess(matcher.group(1));
            boolean isHidden =
                    hidden.contains(name.topLevelClassName().simpleName()) || hidden.contains(name.simpleName());
            code.add(isHidden ? "$L" : "$T", isHidden ? name.canonicalName() : name);
            from = matcher.end();
        }
        return code.add("$L", text.substring(from)).build();
    }
}
