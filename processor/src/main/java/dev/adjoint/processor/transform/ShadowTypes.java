package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The types of shadows in reverse mode. An array of numbers has an array of the same type as its shadow. A record cannot be
 * added to, so its shadow is a record that holds an array of length one for each number.
 */
final class ShadowTypes {
    private final Function<RecordType, RecordType> naming;
    private final Map<String, RecordType> records = new HashMap<>();

    /**
     * Prepares the types of a companion.
     *
     * @param naming makes a record type for the shadows of a record type, without components yet
     */
    ShadowTypes(Function<RecordType, RecordType> naming) {
        this.naming = naming;
    }

    /** The type of the shadows of references of a type. */
    Type of(Type type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(of(array.element()));
        }
        return type instanceof RecordType record ? of(record) : type;
    }

    private RecordType of(RecordType record) {
        RecordType known = records.get(record.name());
        if (known != null) {
            return known;
        }
        RecordType made = naming.apply(record);
        records.put(record.name(), made);
        List<RecordType.Component> components = new ArrayList<>();
        for (RecordType.Component c : record.components()) {
            if (c.type().differentiable()) {
                components.add(new RecordType.Component(c.name(), ofComponent(c.type())));
            }
        }
        return made.define(components);
    }

    private Type ofComponent(Type type) {
        return type instanceof Primitive ? new ArrayType(type) : of(type);
    }
}
