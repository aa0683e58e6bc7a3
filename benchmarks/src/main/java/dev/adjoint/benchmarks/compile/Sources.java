package dev.adjoint.benchmarks.compile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.SimpleJavaFileObject;

/** Made-up classes with annotated methods. */
final class Sources {
    private static final int METHODS_OF_A_CLASS = 50;

    /** Each reads the two statements before it. */
    private static final List<String> FORMS = List.of(
            "%s * Math.sin(%s)",
            "%s + 0.5 * %s",
            "x * %s - %s",
            "Math.exp(-%s * %s)",
            "%s / (1 + %s * y)",
            "Math.sqrt(1 + %1$s * %1$s) + %2$s",
            "%s - Math.tanh(%s)");

    private Sources() {}

    /** So many methods of so many statements each. */
    static List<SimpleJavaFileObject> of(int methods, int statements) {
        List<SimpleJavaFileObject> files = new ArrayList<>();
        for (int from = 0; from < methods; from += METHODS_OF_A_CLASS) {
            int to = Math.min(methods, from + METHODS_OF_A_CLASS);
            files.add(file("Batch" + from, from, to, statements));
        }
        return files;
    }

    private static SimpleJavaFileObject file(String name, int from, int to, int statements) {
        StringBuilder text = new StringBuilder("package made;\n\nimport dev.adjoint.Differentiable;\n\n");
        text.append("final class ").append(name).append(" {\n");
        for (int i = from; i < to; i++) {
            method(text, i, statements);
        }
        String whole = text.append("}\n").toString();
        URI place = URI.create("string:///made/" + name + ".java");
        return new SimpleJavaFileObject(place, SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return whole;
            }
        };
    }

    private static void method(StringBuilder text, int number, int statements) {
        text.append("    @Differentiable\n");
        text.append("    static double f").append(number).append("(double x, double y) {\n");
        for (int s = 0; s < statements - 1; s++) {
            String form = FORMS.get((number + s) % FORMS.size());
            String value = String.format(form, name(s - 1), name(s - 2));
            text.append("        double v")
                    .append(s)
                    .append(" = ")
                    .append(value)
                    .append(";\n");
        }
        text.append("        return ").append(name(statements - 2)).append(";\n    }\n");
    }

    private static String name(int statement) {
        return statement == -2 ? "y" : statement == -1 ? "x" : "v" + statement;
    }
}
