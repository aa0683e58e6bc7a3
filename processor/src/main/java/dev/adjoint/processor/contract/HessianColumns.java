package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Hessian over several numbers, one column a product with a vector. */
final class HessianColumns {
    private final Subject subject;
    private final List<Var> parameters;

    HessianColumns(Subject subject) {
        this.subject = subject;
        this.parameters = subject.function().parameters();
    }

    /** The Hessian over all parameters, one after the other; one column a call of {@code hvp}. */
    Made hessian(Function hvp) {
        BlockBuilder out = new BlockBuilder();
        Directions directions = new Directions(out, subject, parameters);
        Operand n = Literal.of(0);
        Map<Var, Operand> offsets = new LinkedHashMap<>();
        for (Var p : subject.independents()) {
            offsets.put(p, n);
            n = out.infix("n", "+", n, Units.count(out, p));
        }
        ArrayType type = new ArrayType(new ArrayType(subject.result()));
        Var hessian = out.let("hessian", new Expr.NewArray(type, List.of(n, n)));
        for (Var p : subject.independents()) {
            directions.each(out, p, offsets.get(p), hvp, (body, q, k, product) -> column(body, product, hessian, k));
        }
        String name = subject.base() + Kind.HESSIAN.ending();
        Function.Key key = Function.Key.of(subject.companion(), name, parameters);
        return new Made(new Function(key, parameters, out.build(List.of(hessian)), type), Set.of(), Set.of());
    }

    /** Writes a product shaped like the gradient into column {@code k}. */
    private void column(BlockBuilder out, Var product, Var hessian, Operand k) {
        List<Operand> parts = new ArrayList<>();
        if (subject.wrt().size() == 1) {
            parts.add(product);
        } else {
            ((RecordType) product.type())
                    .components()
                    .forEach(c -> parts.add(out.let(c.name(), new Expr.Field(product, c.name()))));
        }
        Operand at = Literal.of(0);
        for (Operand part : parts) {
            if (part.type().isArray()) {
                at = Units.each(out, part, at, (body, row, index, i) -> {
                    Var target = body.let("row", new Expr.Load(hessian, i));
                    body.add(new Stmt.Store(target, k, entry(body, body.let("t", new Expr.Load(row, index)))));
                });
            } else {
                out.add(new Stmt.Store(out.let("row", new Expr.Load(hessian, at)), k, entry(out, part)));
                at = out.infix("at", "+", at, Literal.of(1));
            }
        }
    }

    /** A second derivative in the type of the result: adjoints have that of their parameter. */
    private Operand entry(BlockBuilder out, Operand derivative) {
        Primitive type = (Primitive) subject.result();
        return derivative.type() == type
                ? derivative
                : out.apply("t", Op.cast((Primitive) derivative.type(), type), derivative);
    }
}
