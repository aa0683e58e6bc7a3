package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.frontend.Generator.Refusal;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that the generated class cannot name. They may be used where they are taken apart, and not where they stay. */
final class HiddenRecords {
    private final Map<RecordType, Diagnostic> records;

    /**
     * Prepares it.
     *
     * @param records each with what is reported where it stays
     */
    HiddenRecords(Map<RecordType, Diagnostic> records) {
        this.records = records;
    }

    /** Demands that no method names one of them. */
    void require(List<Member> members) {
        if (!records.isEmpty()) {
            members.forEach(m -> require(m.function()));
        }
    }

    private void require(Function function) {
        require(function.result());
        function.parameters().forEach(p -> require(p.type()));
        Uses.of(function.body()).bound().forEach(v -> require(v.type()));
    }

    private void require(@Nullable Type type) {
        if (type instanceof ArrayType array) {
            require(array.base());
        } else if (type instanceof RecordType record && records.containsKey(record)) {
            throw new Refusal(records.get(record));
        }
    }
}
