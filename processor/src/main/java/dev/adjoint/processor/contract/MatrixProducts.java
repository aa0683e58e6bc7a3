package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole matrices of derivatives, from directional ones: Jacobians column by column or row by row, Hessians by columns. */
final class MatrixProducts {
    private final Subject subject;
    private final List<Var> parameters;

    MatrixProducts(Subject subject) {
        this.subject = subject;
        this.parameters = subject.function().parameters();
    }

    private Type number() {
        return Units.base(subject.result());
    }

    /** Zero tangents (or the literal zero for a number) for each parameter that is differentiated by. */
    private Map<Var, Operand> zeros(BlockBuilder out) {
        Map<Var, Operand> zeros = new LinkedHashMap<>();
        for (Var p : subject.independents()) {
            zeros.put(p, p.type().isArray() ? Arrays.zerosLike(out, p.name() + "Dot", p) : Literal.zero(p.type()));
        }
        return zeros;
    }

    private Var call(BlockBuilder out, String name, Function function, List<Operand> further) {
        List<Operand> args = new ArrayList<>(parameters);
        args.addAll(further);
        return out.let(name, new Expr.Call(function.key(), args, function.result()));
    }

    // ----------------------------------------------------------------------------------------- Jacobians

    /** The Jacobian as {@code double[m][n]}, or {@code double[m]} for a number; a record of them for several. */
    Made jacobian(Function jvp, @Nullable Function vjp) {
        BlockBuilder out = new BlockBuilder();
        List<Operand> matrices = new ArrayList<>();
        Map<Var, Operand> zeros = zeros(out);
        boolean rows = subject.wrt().size() == 1 && parameter(0).type().equals(new ArrayType(number()));
        for (Var p : subject.independents()) {
            if (p.type().isArray()) {
                matrices.add(matrix(out, p, zeros, jvp, rows ? vjp : null));
            } else {
                matrices.add(flat(out, call(out, p.name() + "Column", jvp, unit(zeros, p))));
            }
        }
        Operand result = matrices.size() == 1 ? matrices.get(0) : together(out, matrices);
        String name = subject.base() + Kind.JACOBIAN.ending();
        return function(name, parameters, out.build(List.of(result)), result.type());
    }

    /** The numbers of an array of any rank in one row. */
    private Operand flat(BlockBuilder out, Var array) {
        if (!array.type().element().isArray()) {
            return array;
        }
        Var all = out.let("column", new Expr.NewArray(new ArrayType(number()), List.of(Units.count(out, array))));
        Units.each(
                out,
                array,
                Literal.of(0),
                (body, row, index, k) -> body.add(new Stmt.Store(all, k, body.let("t", new Expr.Load(row, index)))));
        return all;
    }

    private Var parameter(int i) {
        return subject.independents().get(i);
    }

    private Operand together(BlockBuilder out, List<Operand> matrices) {
        return new Records(subject).pack(out, "Jacobian", subject.independents(), matrices);
    }

    private static List<Operand> unit(Map<Var, Operand> zeros, Var p) {
        Map<Var, Operand> dots = new LinkedHashMap<>(zeros);
        dots.put(p, Literal.floating(1, p.type()));
        return List.copyOf(dots.values());
    }

    private Operand matrix(BlockBuilder out, Var p, Map<Var, Operand> zeros, Function jvp, @Nullable Function vjp) {
        Var probe = call(out, "probe", jvp, List.copyOf(zeros.values()));
        Operand m = Units.count(out, probe);
        Operand n = Units.count(out, p);
        ArrayType type = new ArrayType(new ArrayType(number()));
        Var jacobian = out.let("jacobian", new Expr.NewArray(type, List.of(m, n)));
        BlockBuilder columns = new BlockBuilder();
        columns(columns, p, zeros, jvp, jacobian);
        if (vjp == null) {
            out.addAll(columns.statements());
            return jacobian;
        }
        BlockBuilder rows = new BlockBuilder();
        rows(rows, probe, vjp, jacobian);
        Var wide = out.compare("wide", "<", m, n);
        out.add(new Stmt.If(wide, rows.build(), columns.build(), List.of()));
        return jacobian;
    }

    private void columns(BlockBuilder out, Var p, Map<Var, Operand> zeros, Function jvp, Var jacobian) {
        Units.each(out, zeros.get(p), Literal.of(0), (body, row, index, k) -> {
            body.add(new Stmt.Store(row, index, Literal.floating(1, row.type().element())));
            Var column = call(body, "column", jvp, List.copyOf(zeros.values()));
            Units.each(body, column, Literal.of(0), (inside, part, at, i) -> {
                Var target = inside.let("row", new Expr.Load(jacobian, i));
                inside.add(new Stmt.Store(target, k, inside.let("t", new Expr.Load(part, at))));
            });
            body.add(new Stmt.Store(row, index, Literal.zero(row.type().element())));
        });
    }

    private void rows(BlockBuilder out, Var probe, Function vjp, Var jacobian) {
        Var seed = Arrays.zerosLike(out, "yBar", probe);
        Units.each(out, seed, Literal.of(0), (body, part, at, i) -> {
            body.add(new Stmt.Store(part, at, Literal.floating(1, number())));
            body.add(new Stmt.Store(jacobian, i, call(body, "row", vjp, List.of(seed))));
            body.add(new Stmt.Store(part, at, Literal.zero(number())));
        });
    }

    /** The Jacobian row by row in one array of the caller; gives the number of rows. */
    Made jacobianInto(Function jacobian) {
        BlockBuilder out = new BlockBuilder();
        Type matrix = java.util.Objects.requireNonNull(jacobian.result());
        String name = subject.names().contains("out") ? "out_" : "out";
        Var given = new Var(name, new ArrayType(number()));
        Var made = out.let("jacobian", new Expr.Call(jacobian.key(), List.copyOf(parameters), matrix));
        Operand count = Units.count(out, made);
        Checks.length(out, given, count);
        Units.each(
                out,
                made,
                Literal.of(0),
                (body, row, index, k) -> body.add(new Stmt.Store(given, k, body.let("t", new Expr.Load(row, index)))));
        Var m = out.let("m", new Expr.Length(made));
        List<Var> all = new ArrayList<>(parameters);
        all.add(given);
        return function(jacobian.key().name(), all, out.build(List.of(m)), Primitive.INT);
    }

    // ------------------------------------------------------------------------------------------ Hessians

    /** The Hessian over all parameters, one after the other; one column a call of {@code hvp}. */
    Made hessian(Function hvp) {
        BlockBuilder out = new BlockBuilder();
        Map<Var, Operand> zeros = zeros(out);
        Operand n = Literal.of(0);
        Map<Var, Operand> offsets = new LinkedHashMap<>();
        for (Var p : subject.independents()) {
            offsets.put(p, n);
            n = out.infix("n", "+", n, Units.count(out, p));
        }
        ArrayType type = new ArrayType(new ArrayType(subject.result()));
        Var hessian = out.let("hessian", new Expr.NewArray(type, List.of(n, n)));
        for (Var p : subject.independents()) {
            if (p.type().isArray()) {
                Units.each(out, zeros.get(p), offsets.get(p), (body, row, index, k) -> {
                    body.add(new Stmt.Store(
                            row, index, Literal.floating(1, row.type().element())));
                    column(body, call(body, "column", hvp, List.copyOf(zeros.values())), hessian, k);
                    body.add(new Stmt.Store(row, index, Literal.zero(row.type().element())));
                });
            } else {
                column(out, call(out, "column", hvp, unit(zeros, p)), hessian, offsets.get(p));
            }
        }
        String name = subject.base() + Kind.HESSIAN.ending();
        return function(name, parameters, out.build(List.of(hessian)), type);
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
        return derivative.type().equals(number())
                ? derivative
                : out.apply("t", Op.cast((Primitive) derivative.type(), (Primitive) number()), derivative);
    }

    private Made function(String name, List<Var> all, Block body, Type result) {
        List<String> types = all.stream().map(p -> p.type().text()).toList();
        String id = subject.companion() + "#" + name + "(" + String.join(",", types) + ")";
        return new Made(new Function(new Function.Key(id, name), all, body, result), Set.of(), Set.of());
    }
}
