package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the entries of the Jacobian by each parameter go: rows one after the other, or columns. */
abstract class Entries {
    /** The entries of a row: the elements of an array from one on. */
    record Row(Operand array, Operand from) {
        Operand at(BlockBuilder out, Operand column) {
            return from.equals(Literal.of(0)) ? column : out.infix("at", "+", from, column);
        }

        /** Puts in the derivative by a parameter: a number, or the numbers of an array. */
        void fill(BlockBuilder out, Operand derivative) {
            if (!derivative.type().isArray()) {
                out.add(new Stmt.Store(array, from, entry(out, derivative)));
                return;
            }
            Units.each(out, derivative, Literal.of(0), (body, part, index, k) -> {
                Var entry = body.let("t", new Expr.Load(part, index));
                body.add(new Stmt.Store(array, at(body, k), entry(body, entry)));
            });
        }

        /** An adjoint has the type of its parameter, which may be another than that of the entries. */
        private Operand entry(BlockBuilder out, Operand adjoint) {
            Type number = array.type().element();
            return adjoint.type().equals(number) ? adjoint : out.cast("t", adjoint, (Primitive) number);
        }
    }

    /** How many columns each parameter has. */
    final Map<Var, Operand> counts;

    Entries(Map<Var, Operand> counts) {
        this.counts = counts;
    }

    Operand count(Var parameter) {
        return Objects.requireNonNull(counts.get(parameter));
    }

    /** Whether the entries of a row can be summed up in place by code that is written for an array of its own. */
    abstract boolean takeSumsOf(List<Stmt> code, Operand array);

    /** Makes room for so many rows, which follow. */
    abstract void openRows(BlockBuilder out, Operand rows);

    /** The next row, with zeros in it. */
    abstract Row row(BlockBuilder out, Var parameter, Operand number);

    /** Makes room for so many rows, of which all columns follow. */
    abstract void openColumns(BlockBuilder out, Operand rows);

    /** Puts a column, which has the shape of the result, in its place. */
    abstract void column(BlockBuilder out, Var parameter, Operand number, Var column);

    /** The same room for code that runs in the place of this. */
    abstract Entries anew();

    /** What comes out of the code that has filled the room. */
    abstract List<Operand> results();

    /** Matrices of their own; for a number, an array. */
    static final class Matrices extends Entries {
        private final Type number;
        private final Map<Var, Operand> matrices = new LinkedHashMap<>();

        Matrices(Type number, Map<Var, Operand> counts) {
            super(counts);
            this.number = number;
        }

        private Operand make(BlockBuilder out, Var parameter, List<Operand> dimensions) {
            ArrayType column = new ArrayType(number);
            ArrayType type = parameter.type().isArray() ? new ArrayType(column) : column;
            String name = counts.size() == 1 ? "jacobian" : parameter.name() + "Jacobian";
            return out.let(name, new Expr.NewArray(type, dimensions));
        }

        @Override
        boolean takeSumsOf(List<Stmt> code, Operand array) {
            return true;
        }

        @Override
        void openRows(BlockBuilder out, Operand rows) {
            counts.keySet().forEach(p -> matrices.put(p, make(out, p, List.of(rows))));
        }

        @Override
        Row row(BlockBuilder out, Var parameter, Operand row) {
            Operand matrix = Objects.requireNonNull(matrices.get(parameter));
            if (!parameter.type().isArray()) {
                return new Row(matrix, row);
            }
            Expr zeros = new Expr.NewArray(new ArrayType(number), List.of(count(parameter)));
            Var made = out.let(parameter.name() + "Bar", zeros);
            out.add(new Stmt.Store(matrix, row, made));
            return new Row(made, Literal.of(0));
        }

        @Override
        void openColumns(BlockBuilder out, Operand rows) {
            counts.keySet().stream()
                    .filter(p -> p.type().isArray())
                    .forEach(p -> matrices.put(p, make(out, p, List.of(rows, count(p)))));
        }

        @Override
        void column(BlockBuilder out, Var parameter, Operand number, Var column) {
            if (!parameter.type().isArray()) {
                matrices.put(parameter, flat(out, column));
                return;
            }
            Operand matrix = Objects.requireNonNull(matrices.get(parameter));
            Units.each(out, column, Literal.of(0), (body, part, index, i) -> {
                Var row = body.let("row", new Expr.Load(matrix, i));
                body.add(new Stmt.Store(row, number, body.let("t", new Expr.Load(part, index))));
            });
        }

        /** The numbers of an array of any rank in one row. */
        private Operand flat(BlockBuilder out, Var array) {
            if (!array.type().element().isArray()) {
                return array;
            }
            Var all = out.let("column", new Expr.NewArray(new ArrayType(number), List.of(Units.count(out, array))));
            Units.each(
                    out,
                    array,
                    Literal.of(0),
                    (body, row, index, k) ->
                            body.add(new Stmt.Store(all, k, body.let("t", new Expr.Load(row, index)))));
            return all;
        }

        @Override
        Entries anew() {
            return new Matrices(number, counts);
        }

        @Override
        List<Operand> results() {
            return counts.keySet().stream().map(matrices::get).toList();
        }
    }

    /** One array of the caller, row by row; there is one parameter. */
    static final class Flat extends Entries {
        private final Var given;
        private Operand rows = Literal.of(0);

        Flat(Var given, Map<Var, Operand> counts) {
            super(counts);
            this.given = given;
        }

        private Operand columns() {
            return counts.values().iterator().next();
        }

        @Override
        boolean takeSumsOf(List<Stmt> code, Operand array) {
            return array instanceof Var var && Relocation.fits(code, var);
        }

        @Override
        void openRows(BlockBuilder out, Operand count) {
            openColumns(out, count);
            Var length = out.let("n", new Expr.Length(given));
            out.add(new Stmt.Fill(
                    given, Literal.of(0), length, Literal.zero(given.type().element())));
        }

        @Override
        Row row(BlockBuilder out, Var parameter, Operand number) {
            return new Row(given, out.infix("at", "*", number, columns()));
        }

        @Override
        void openColumns(BlockBuilder out, Operand count) {
            rows = count;
            Checks.length(out, given, out.infix("n", "*", count, columns()));
        }

        @Override
        void column(BlockBuilder out, Var parameter, Operand number, Var column) {
            Units.each(out, column, Literal.of(0), (body, part, index, i) -> {
                Operand at = row(body, parameter, i).at(body, number);
                body.add(new Stmt.Store(given, at, body.let("t", new Expr.Load(part, index))));
            });
        }

        @Override
        Entries anew() {
            return new Flat(given, counts);
        }

        @Override
        List<Operand> results() {
            return List.of(rows);
        }
    }
}
