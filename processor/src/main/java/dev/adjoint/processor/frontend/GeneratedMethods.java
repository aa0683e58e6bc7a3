package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The signatures of the methods and records generated for one request. */
final class GeneratedMethods {
    /** A generated method; the parameters by name, in order. */
    record Signature(String name, Map<String, TypeMirror> parameters, TypeMirror result) {}

    private final JavaTypes types;
    private final String companion;
    private final Request request;
    private final Map<String, TypeMirror> parameters = new LinkedHashMap<>();
    private final Map<String, TypeMirror> wrt = new LinkedHashMap<>();
    private final TypeMirror result;
    private final Map<String, TypeMirror> records = new LinkedHashMap<>();
    private final List<Signature> signatures = new ArrayList<>();

    GeneratedMethods(JavaTypes types, String companion, Request request, ExecutableElement method) {
        this.types = types;
        this.companion = companion;
        this.request = request;
        this.result = method.getReturnType();
        if (!request.isStatic()) {
            parameters.put("self", method.getEnclosingElement().asType());
        }
        for (VariableElement parameter : method.getParameters()) {
            parameters.put(parameter.getSimpleName().toString(), parameter.asType());
        }
        request.wrt().forEach(p -> wrt.put(p.name(), parameters.get(p.name())));
        build();
    }

    Map<String, TypeMirror> records() {
        return records;
    }

    List<Signature> signatures() {
        return signatures;
    }

    private void build() {
        if (result.getKind() == TypeKind.VOID) {
            buildVoid();
        } else if (isScalar(result)) {
            buildScalar();
        } else {
            buildArray();
        }
        if (request.forward()) {
            add("Jvp", with(dots()), result);
        }
    }

    private static boolean isScalar(TypeMirror type) {
        return type.getKind().isPrimitive();
    }

    private void buildScalar() {
        if (!request.reverse()) {
            return;
        }
        add("Grad", parameters, gradient());
        add("ValueAndGrad", parameters, record("ValueAndGrad", Map.of("value", result), gradient()));
        if (wrt.values().stream().allMatch(t -> t.getKind() == TypeKind.ARRAY)) {
            add("ValueAndGrad", with(named(arrays(), "Out")), result);
        }
        Map<String, TypeMirror> seeded = with(Map.of("yBar", result));
        named(arrays(), "Bar").forEach(seeded::put);
        add("Vjp", seeded, scalarAdjoints());
        if (request.order() == 2) {
            add("Hessian", parameters, hessian());
            add("Hvp", with(named(wrt, "Dot")), gradient());
        }
    }

    private TypeMirror hessian() {
        boolean one = wrt.size() == 1 && wrt.values().stream().allMatch(GeneratedMethods::isScalar);
        return one ? result : types.arrayOf(types.arrayOf(result));
    }

    private void buildArray() {
        if (request.reverse()) {
            add("Vjp", with(Map.of("yBar", result)), together("Vjp", wrt));
        }
        Map<String, TypeMirror> jacobians = new LinkedHashMap<>();
        wrt.forEach((name, type) -> jacobians.put(name, jacobian(type)));
        add("Jacobian", parameters, together("Jacobian", jacobians));
        if (result instanceof ArrayType array) {
            add("Jacobian", with(Map.of("out", types.arrayOf(base(array)))), types.primitive(TypeKind.INT));
        }
    }

    private TypeMirror jacobian(TypeMirror parameter) {
        TypeMirror number = result instanceof ArrayType array ? base(array) : types.primitive(TypeKind.DOUBLE);
        return isScalar(parameter) ? types.arrayOf(number) : types.arrayOf(types.arrayOf(number));
    }

    private static TypeMirror base(TypeMirror type) {
        return type instanceof ArrayType array ? base(array.getComponentType()) : type;
    }

    private void buildVoid() {
        if (request.reverse()) {
            add("Vjp", with(named(arrays(), "Bar")), scalarAdjoints());
        }
    }

    private TypeMirror gradient() {
        return together("Gradient", wrt);
    }

    /** What the accumulating forms return: the adjoints of what is not an array. */
    private TypeMirror scalarAdjoints() {
        Map<String, TypeMirror> scalars = new LinkedHashMap<>(wrt);
        scalars.values().removeIf(t -> t.getKind() == TypeKind.ARRAY);
        return scalars.isEmpty() ? types.voidType() : together("Vjp", scalars);
    }

    private TypeMirror together(String suffix, Map<String, TypeMirror> parts) {
        return parts.size() == 1 ? parts.values().iterator().next() : record(suffix, parts);
    }

    private TypeMirror record(String suffix, Map<String, TypeMirror> value, TypeMirror gradient) {
        Map<String, TypeMirror> components = new LinkedHashMap<>(value);
        components.put("gradient", gradient);
        return record(suffix, components);
    }

    private TypeMirror record(String suffix, Map<String, TypeMirror> components) {
        String base = request.base();
        String simple = base.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + base.substring(1) + suffix;
        return records.computeIfAbsent(simple, n -> new GeneratedRecord(companion + "." + n, components));
    }

    private Map<String, TypeMirror> arrays() {
        Map<String, TypeMirror> arrays = new LinkedHashMap<>(wrt);
        arrays.values().removeIf(t -> t.getKind() != TypeKind.ARRAY);
        return arrays;
    }

    private Map<String, TypeMirror> dots() {
        return named(wrt, "Dot");
    }

    private static Map<String, TypeMirror> named(Map<String, TypeMirror> some, String suffix) {
        Map<String, TypeMirror> named = new LinkedHashMap<>();
        some.forEach((name, type) -> named.put(name + suffix, type));
        return named;
    }

    private Map<String, TypeMirror> with(Map<String, TypeMirror> more) {
        Map<String, TypeMirror> all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        return all;
    }

    private void add(String suffix, Map<String, TypeMirror> signature, TypeMirror returned) {
        signatures.add(new Signature(request.base() + suffix, signature, returned));
    }
}
