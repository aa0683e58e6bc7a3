package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The unit directions of the parameters that are differentiated by, and products with them, one a call. */
final class Directions {
    private final List<Operand> arguments;
    private final Map<Var, Operand> zeros = new LinkedHashMap<>();

    /** What is done with the product in the direction that has that running number. */
    interface Visit {
        void at(BlockBuilder out, Operand number, Var product);
    }

    /**
     * Makes zero tangents for each parameter.
     *
     * @param arguments what the method is called with
     */
    Directions(BlockBuilder out, Subject subject, List<? extends Operand> arguments) {
        this.arguments = List.copyOf(arguments);
        for (int i : subject.wrt()) {
            Var p = subject.function().parameters().get(i);
            Operand given = arguments.get(i);
            zeros.put(p, p.type().isArray() ? Arrays.zerosLike(out, p.name() + "Dot", given) : Literal.zero(p.type()));
        }
    }

    /** The product in the direction zero. */
    Var zero(BlockBuilder out, String name, Function product) {
        return call(out, name, product, List.copyOf(zeros.values()));
    }

    /** Visits the directions of one parameter; the first has the number {@code first}. */
    void each(BlockBuilder out, Var parameter, Operand first, Function product, Visit visit) {
        if (!parameter.type().isArray()) {
            visit.at(out, first, call(out, parameter.name() + "Column", product, unit(parameter)));
            return;
        }
        Units.each(out, zeros.get(parameter), first, (body, row, index, k) -> {
            body.add(new Stmt.Store(row, index, Literal.floating(1, row.type().element())));
            visit.at(body, k, zero(body, "column", product));
            body.add(new Stmt.Store(row, index, Literal.zero(row.type().element())));
        });
    }

    private List<Operand> unit(Var number) {
        Map<Var, Operand> dots = new LinkedHashMap<>(zeros);
        dots.put(number, Literal.floating(1, number.type()));
        return List.copyOf(dots.values());
    }

    private Var call(BlockBuilder out, String name, Function product, List<Operand> dots) {
        List<Operand> all = new ArrayList<>(arguments);
        all.addAll(dots);
        return out.let(name, new Expr.Call(product.key(), all, product.result()));
    }
}
