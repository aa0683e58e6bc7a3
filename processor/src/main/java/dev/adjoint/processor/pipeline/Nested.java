package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.emit.Companion.RecordDeclaration;
import dev.adjoint.processor.emit.Companion.Visibility;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The generated records that methods of a companion speak of, to be declared in it. */
final class Nested {
    private final String prefix;
    private final Map<String, RecordDeclaration> found = new LinkedHashMap<>();

    private Nested(String companion) {
        this.prefix = companion + ".";
    }

    static List<RecordDeclaration> of(String companion, List<Member> members) {
        Nested nested = new Nested(companion);
        for (Member member : members) {
            boolean isPublic = member.visibility() == Visibility.PUBLIC;
            Function function = member.function();
            nested.note(function.result(), isPublic);
            function.parameters().forEach(p -> nested.note(p.type(), isPublic));
        }
        members.forEach(m -> Uses.of(m.function().body()).bound().forEach(v -> nested.note(v.type(), false)));
        return new ArrayList<>(nested.found.values());
    }

    private void note(@Nullable Type type, boolean isPublic) {
        if (type instanceof ArrayType array) {
            note(array.base(), isPublic);
        }
        if (type instanceof RecordType record && record.name().startsWith(prefix)) {
            if (found.putIfAbsent(record.name(), new RecordDeclaration(record, doc(record), isPublic)) == null) {
                record.components().forEach(c -> note(c.type(), isPublic));
            }
        }
    }

    private static String doc(RecordType record) {
        StringBuilder text = new StringBuilder("What belongs together in a derivative.\n");
        for (RecordType.Component c : record.components()) {
            text.append("\n@param ")
                    .append(c.name())
                    .append(" the part for {@code ")
                    .append(c.name())
                    .append("}");
        }
        return text.toString();
    }
}
