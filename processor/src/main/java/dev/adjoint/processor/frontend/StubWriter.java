package dev.adjoint.processor.frontend;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Writes a class of derivatives whose methods only throw. It stands in for the real one where the source has an error
 * that the compiler will report, so that this error is the only one the user sees.
 */
final class StubWriter {
    private final Compilation compilation;
    private final Map<String, String> members = new TreeMap<>();

    StubWriter(Compilation compilation) {
        this.compilation = compilation;
    }

    String write(OwnerReading reading) {
        Request.Owner owner = reading.owner();
        for (Request request : reading.requests()) {
            add(owner, request);
        }
        String head = owner.packageName().isEmpty() ? "" : "package " + owner.packageName() + ";\n\n";
        return head + "@SuppressWarnings(\"all\")\n" + (owner.isPublic() ? "public " : "") + "final class "
                + owner.companion() + " {\n" + String.join("", members.values()) + "}\n";
    }

    private void add(Request.Owner owner, Request request) {
        ExecutableElement method = compilation.method(request.method());
        GeneratedMethods generated = new GeneratedMethods(compilation.types(), owner.companionName(), request, method);
        generated.records().forEach((name, type) -> members.put(name, record(name, (GeneratedRecord) type)));
        for (GeneratedMethods.Signature signature : generated.signatures()) {
            String text = method(signature);
            members.put(text, text);
        }
    }

    private static String record(String name, GeneratedRecord type) {
        return "  public record " + name + parameters(type.components()) + " {}\n";
    }

    private static String method(GeneratedMethods.Signature signature) {
        return "  public static " + text(signature.result()) + " " + signature.name()
                + parameters(signature.parameters())
                + " {\n    throw new IllegalStateException(\"not generated\");\n  }\n";
    }

    private static String parameters(Map<String, TypeMirror> parameters) {
        StringJoiner all = new StringJoiner(", ", "(", ")");
        parameters.forEach((name, type) -> all.add(text(type) + " " + name));
        return all.toString();
    }

    private static String text(TypeMirror type) {
        return type.getKind() == TypeKind.VOID ? "void" : TypeText.of(type);
    }
}
