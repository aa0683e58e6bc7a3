package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The types of what derivatives return: one value as it is, several as a generated record. */
final class Records {
    private final Subject subject;

    Records(Subject subject) {
        this.subject = subject;
    }

    private RecordType record(String ending, List<RecordType.Component> components) {
        return new RecordType(subject.companion() + "." + subject.capital() + ending).define(components);
    }

    /** One component for each parameter, of its type as {@code type} gives it; just that type for one parameter. */
    Type of(String ending, List<Var> parameters, Function<Var, Type> type) {
        if (parameters.size() == 1) {
            return type.apply(parameters.get(0));
        }
        return record(
                ending,
                parameters.stream()
                        .map(p -> new RecordType.Component(p.name(), type.apply(p)))
                        .toList());
    }

    Type gradient() {
        return of("Gradient", subject.independents(), Var::type);
    }

    RecordType valueAndGradient() {
        return record(
                "ValueAndGrad",
                List.of(
                        new RecordType.Component("value", subject.result()),
                        new RecordType.Component("gradient", gradient())));
    }

    /** Puts values together as {@link #of} says. */
    Operand pack(BlockBuilder out, String ending, List<Var> parameters, List<Operand> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        List<RecordType.Component> components = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            components.add(new RecordType.Component(
                    parameters.get(i).name(), values.get(i).type()));
        }
        String name = ending.equals("Vjp") ? "adjoints" : ending.toLowerCase(Locale.ROOT);
        return out.let(name, new Expr.Construct(record(ending, components), values));
    }

    static boolean isNumber(Var parameter) {
        return parameter.type() instanceof Primitive;
    }
}
