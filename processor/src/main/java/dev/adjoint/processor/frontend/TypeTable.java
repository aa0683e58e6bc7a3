package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** From Java types to those of the intermediate representation. */
final class TypeTable {
    private final JavaTypes types;
    private final Map<String, RecordType> records = new HashMap<>();

    TypeTable(JavaTypes types) {
        this.types = types;
    }

    Type of(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return JavaTypes.primitive(type);
        }
        if (type instanceof GeneratedRecord generated) {
            return generated(generated);
        }
        TypeMirror shown = types.upward(type);
        if (shown.getKind() == TypeKind.ERROR) {
            throw new Unresolved(shown.toString());
        }
        if (shown instanceof javax.lang.model.type.ArrayType array) {
            return new ArrayType(of(array.getComponentType()));
        }
        return isPlainRecord(shown) ? record(JavaTypes.element(shown)) : new OpaqueType(TypeText.of(shown));
    }

    private static boolean isPlainRecord(TypeMirror type) {
        return JavaTypes.isRecord(type)
                && JavaTypes.element(type).getTypeParameters().isEmpty();
    }

    /** The record type of a record class, whose components may mention the record itself. */
    RecordType record(TypeElement element) {
        String name = element.getQualifiedName().toString();
        RecordType known = records.get(name);
        if (known != null) {
            return known;
        }
        RecordType type = new RecordType(name);
        records.put(name, type);
        List<RecordType.Component> components = new ArrayList<>();
        try {
            for (RecordComponentElement component : element.getRecordComponents()) {
                components.add(
                        new RecordType.Component(component.getSimpleName().toString(), of(component.asType())));
            }
        } catch (Unresolved e) {
            records.remove(name);
            throw e;
        }
        return type.define(components);
    }

    private RecordType generated(GeneratedRecord record) {
        RecordType known = records.get(record.name());
        if (known != null) {
            return known;
        }
        RecordType type = new RecordType(record.name());
        records.put(record.name(), type);
        List<RecordType.Component> components = new ArrayList<>();
        record.components().forEach((name, component) -> components.add(new RecordType.Component(name, of(component))));
        return type.define(components);
    }

    /** Whether the type is an array or can lead to one whose elements would have to be tracked. */
    boolean holdsArray(TypeMirror type) {
        return type.getKind() != TypeKind.VOID && of(type).isArray();
    }

    boolean isDifferentiable(TypeMirror type) {
        return type.getKind() != TypeKind.VOID && of(type).differentiable();
    }
}
