package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The files below {@code META-INF/adjoint}, which build tools read. Each is there a second time, beside the generated class
 * or below {@code adjoint_rules}: javac finds no file of a jar in a folder whose name is no identifier.
 *
 * <p>{@code derivatives/<companion>}: a line for each differentiated method: binary name of its class, its name, its
 * descriptor, binary name of the generated class, base name, indices of the parameters differentiated by, order, names of
 * the generated methods, what build tools need besides, see {@link CheckFields}, and indices of the parameters that the method
 * writes into.
 *
 *
 * <p>{@code rules/<class>.<method>}: a line for each rule for a method of that name: its erased parameter types; class, name
 * and erased parameter types of the rule's method; indices of the parameters differentiated by; what kind of rule it is,
 * whether it takes the result, and whether it adds to adjoints of arrays.
 */
final class IndexFiles {
    /** The number of fields in the line of a rule. */
    static final int RULE_FIELDS = 8;

    private static final String ROOT = "META-INF/adjoint/";

    private IndexFiles() {}

    /** Where the compiler finds the file of a generated class. */
    static String derivatives(String companion) {
        return companion.replace('.', '/') + ".adjoint";
    }

    /** Where the compiler finds the file of the rules for the methods of that name. */
    static String rules(String owner, String name) {
        return "adjoint_rules/" + owner.replace('.', '/') + "/" + name;
    }

    /** The files of a generated class, by their paths. */
    static Map<String, String> of(Compilation compilation, OwnerReading reading, Map<MethodKey, Set<Integer>> written) {
        StringBuilder text = new StringBuilder();
        for (Request request : reading.requests()) {
            List<String> fields = fields(compilation, request);
            fields.add(written.getOrDefault(request.method(), Set.of()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",")));
            text.append(String.join("\t", fields)).append('\n');
        }
        String companion = reading.owner().companionName();
        return Map.of(ROOT + "derivatives/" + companion, text.toString(), derivatives(companion), text.toString());
    }

    private static List<String> fields(Compilation compilation, Request request) {
        Request.Owner owner = request.owner();
        ExecutableElement method = compilation.method(request.method());
        GeneratedMethods generated = new GeneratedMethods(compilation.types(), owner.companionName(), request, method);
        List<String> wrt = new ArrayList<>();
        for (int i = 0; i < request.parameters().size(); i++) {
            if (request.parameters().get(i).wrt()) {
                wrt.add(String.valueOf(i));
            }
        }
        List<String> fields = new ArrayList<>(List.of(
                owner.binaryName(),
                request.method().name(),
                descriptor(compilation, method),
                owner.companionName(),
                request.base(),
                String.join(",", wrt),
                String.valueOf(request.order()),
                generated.signatures().stream()
                        .map(GeneratedMethods.Signature::name)
                        .distinct()
                        .collect(Collectors.joining(","))));
        fields.addAll(new CheckFields(compilation, request, method).all());
        return fields;
    }

    /** The files of the rules. */
    static Map<String, String> ofRules(List<Rule> rules) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String owner = rule.target().owner();
            String name = rule.target().name();
            files.merge(ROOT + "rules/" + owner + "." + name, line(rule), String::concat);
            files.merge(rules(owner, name), line(rule), String::concat);
        }
        return files;
    }

    private static String line(Rule rule) {
        List<String> wrt = new ArrayList<>();
        for (int i = 0; i < rule.wrt().size(); i++) {
            if (rule.wrt().get(i)) {
                wrt.add(String.valueOf(i));
            }
        }
        return String.join(
                        "\t",
                        String.join(",", rule.target().erasure()),
                        rule.method().owner(),
                        rule.method().name(),
                        String.join(",", rule.method().erasure()),
                        String.join(",", wrt),
                        rule.kind().name(),
                        String.valueOf(rule.takesResult()),
                        String.valueOf(rule.accumulates()))
                + "\n";
    }

    /** The method's descriptor as in a class file. */
    static String descriptor(Compilation compilation, ExecutableElement method) {
        String parameters = method.getParameters().stream()
                .map(p -> descriptor(compilation, p.asType()))
                .collect(Collectors.joining());
        return "(" + parameters + ")" + descriptor(compilation, method.getReturnType());
    }

    private static String descriptor(Compilation compilation, TypeMirror type) {
        TypeMirror erased =
                type.getKind() == TypeKind.VOID ? type : compilation.types().erasure(type);
        return switch (erased.getKind()) {
            case VOID -> "V";
            case BOOLEAN -> "Z";
            case LONG -> "J";
            case BYTE, SHORT, CHAR, INT, FLOAT, DOUBLE ->
                erased.getKind().name().substring(0, 1);
            case ARRAY -> "[" + descriptor(compilation, ((ArrayType) erased).getComponentType());
            default -> {
                TypeElement element = JavaTypes.element(erased);
                yield "L"
                        + compilation
                                .elements()
                                .getBinaryName(element)
                                .toString()
                                .replace('.', '/') + ";";
            }
        };
    }
}
