package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The files below {@code META-INF/adjoint}.
 *
 * <p>{@code derivatives/<companion>}: a line for each differentiated method: binary name of its class, its name, its
 * descriptor, binary name of the generated class, base name, indices of the parameters differentiated by, order, names of
 * the generated methods, and what build tools need besides, see {@link CheckFields}. {@code rules/<class>.<method>}: a line for each rule: class and name of its method.
 */
final class IndexFiles {
    private static final String ROOT = "META-INF/adjoint/";

    private IndexFiles() {}

    static String derivatives(String companion) {
        return ROOT + "derivatives/" + companion;
    }

    static String rules(String owner, String name) {
        return ROOT + "rules/" + owner + "." + name;
    }

    /** The file of a generated class. */
    static Map.Entry<String, String> of(Compilation compilation, OwnerReading reading) {
        StringBuilder text = new StringBuilder();
        for (Request request : reading.requests()) {
            text.append(String.join("\t", fields(compilation, request))).append('\n');
        }
        return Map.entry(derivatives(reading.owner().companionName()), text.toString());
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
            String line = rule.ruleOwner() + "\t" + rule.ruleName() + "\n";
            files.merge(rules(rule.owner(), rule.name()), line, String::concat);
        }
        return files;
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
