package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.contract.Subject;
import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;

/** A method without a result writes into an array of records, or into one within a record: no adjoint of it is handed in. */
final class WritesRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Request request;
    private final transient Var parameter;

    private WritesRecord(Request request, Var parameter) {
        super("'" + parameter + "' is written");
        this.request = request;
        this.parameter = parameter;
    }

    /** Refuses such a method. */
    static void forbid(Request request, Subject subject) {
        if (subject.function().result() == null) {
            for (int i : subject.written()) {
                Var parameter = subject.function().parameters().get(i);
                if (parameter.type().differentiable() && isOfRecords(parameter.type())) {
                    throw new WritesRecord(request, parameter);
                }
            }
        }
    }

    private static boolean isOfRecords(Type type) {
        return (type instanceof ArrayType array ? array.base() : type) instanceof RecordType;
    }

    Request request() {
        return request;
    }

    /** What is written. */
    Var parameter() {
        return parameter;
    }
}
