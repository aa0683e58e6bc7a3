package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Generator.Refusal;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.source.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * The records whose constructors do more than assign. Where a call is written out, such a record is taken apart, and its
 * constructor is code like any other; a method that stays a call would hand the record back through the constructor, which
 * would run once more, and on derivatives.
 */
final class CodedRecords {
    private final Set<RecordType> records = new HashSet<>();

    /** Notes the record of a canonical constructor that is read as code. */
    void note(Method method) {
        if (method.key().name().equals("<init>")
                && method.result() instanceof RecordType record
                && record.components().size() == method.parameters().size()) {
            records.add(record);
        }
    }

    /** Demands that a function that stays a call makes none of them. */
    void require(Function callee, Object place) {
        require(callee.body(), place);
    }

    private void require(Block block, Object place) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let
                    && let.value() instanceof Expr.Construct construct
                    && records.contains(construct.recordType())) {
                throw new Refusal(Diagnostic.of(
                        Problem.NOT_EXPRESSIBLE,
                        place,
                        "a method that is recursive or too large to be written in the place of its calls hands back the"
                                + " record " + construct.recordType().name()
                                + ", whose constructor does more than assign; use a record that only assigns there"));
            }
            Parts.of(statement).blocks().forEach(b -> require(b, place));
        }
    }
}
