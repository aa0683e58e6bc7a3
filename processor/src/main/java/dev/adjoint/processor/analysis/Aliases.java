package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which references may be the same object. Distinct parameters are kept apart: what a caller does by handing over the same
 * array twice is dealt with where derivatives are assembled.
 */
public final class Aliases {
    private final Map<Var, Cell> cells = new HashMap<>();
    private final Map<List<String>, Cell> statics = new HashMap<>();
    private final Map<Var, Expr.Stop> stops = new LinkedHashMap<>();

    private Aliases() {}

    /** What is a name for an array without its derivative, with the array: kept apart, because only the other name has it. */
    Map<Var, Expr.Stop> stops() {
        return stops;
    }

    /** Analyses a function. */
    public static Aliases of(Function function) {
        Aliases aliases = new Aliases();
        new Walk(aliases).block(function.body());
        Set<Var> all = new LinkedHashSet<>(function.parameters());
        all.addAll(Uses.of(function.body()).bound());
        all.addAll(aliases.cells.keySet());
        all.forEach(v -> fold(v.type(), aliases.cell(v), new HashMap<>()));
        return aliases;
    }

    /**
     * A record that holds records of its own type, as the tape of a function that calls itself does, is one cell at all
     * depths. This is settled here, since whoever has noted something of a cell relies on it to stay what it is.
     */
    private static void fold(Type type, Cell cell, Map<String, Cell> around) {
        if (type.isArray()) {
            fold(type.element(), cell.element(), around);
        } else if (type instanceof RecordType record) {
            Cell outer = around.putIfAbsent(record.name(), cell);
            if (outer != null) {
                outer.unite(cell);
                return;
            }
            record.components().stream()
                    .filter(c -> !(c.type() instanceof Primitive))
                    .forEach(c -> fold(c.type(), cell.part(c.name()), around));
            around.remove(record.name());
        }
    }

    /** The cell of what the operand refers to. A primitive has a cell of its own, which nothing else shares. */
    public Cell cell(Operand operand) {
        return operand instanceof Var var
                ? cells.computeIfAbsent(var, v -> new Cell()).root()
                : new Cell();
    }

    /** Notes that two parameters may be the same object after all. */
    public void mayBeSame(Var a, Var b) {
        unite(a, b);
    }

    private void unite(Operand a, Operand b) {
        if (!(a.type() instanceof Primitive) && a instanceof Var && b instanceof Var) {
            cell(a).unite(cell(b));
        }
    }

    private void unite(Cell cell, Operand b) {
        if (!(b.type() instanceof Primitive) && b instanceof Var) {
            cell.unite(cell(b));
        }
    }

    /** Unites what flows together. */
    private record Walk(Aliases aliases) implements Stmt.Visitor<Void> {
        Void block(Block block) {
            block.statements().forEach(s -> s.accept(this));
            return null;
        }

        private void join(List<Var> results, Block arm) {
            for (int i = 0; i < results.size() && !arm.throwsAlways(); i++) {
                aliases.unite(results.get(i), arm.yields().get(i));
            }
        }

        private void join(Stmt.Carried carried, Block body) {
            for (int i = 0; i < carried.parameters().size(); i++) {
                Var parameter = carried.parameters().get(i);
                aliases.unite(parameter, carried.initial().get(i));
                aliases.unite(parameter, carried.results().get(i));
            }
            join(carried.parameters(), body);
        }

        @Override
        public Void let(Stmt.Let s) {
            if (!(s.target().type() instanceof Primitive)) {
                s.value().accept(new Binding(aliases, s.target()));
            } else {
                perform(new Stmt.Do(s.value()));
            }
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            if (s.value() instanceof Expr.Call call) {
                new Binding(aliases, new Var("none", Primitive.INT)).call(call);
            }
            return null;
        }

        @Override
        public Void store(Stmt.Store s) {
            aliases.unite(aliases.cell(s.array()).element(), s.value());
            return null;
        }

        @Override
        public Void accumulate(Stmt.Accumulate s) {
            return null;
        }

        @Override
        public Void fill(Stmt.Fill s) {
            aliases.unite(aliases.cell(s.array()).element(), s.value());
            return null;
        }

        @Override
        public Void copyRange(Stmt.CopyRange s) {
            if (!(s.source().type().element() instanceof Primitive)) {
                aliases.cell(s.source())
                        .element()
                        .unite(aliases.cell(s.target()).element());
            }
            return null;
        }

        @Override
        public Void ifElse(Stmt.If s) {
            block(s.then());
            block(s.otherwise());
            join(s.results(), s.then());
            join(s.results(), s.otherwise());
            return null;
        }

        @Override
        public Void counted(Stmt.For s) {
            block(s.body());
            join(s.carried(), s.body());
            return null;
        }

        @Override
        public Void loop(Stmt.While s) {
            block(s.condition());
            block(s.body());
            join(s.carried(), s.body());
            return null;
        }

        @Override
        public Void choose(Stmt.Switch s) {
            s.cases().forEach(c -> block(c.body()));
            block(s.otherwise());
            s.cases().forEach(c -> join(s.results(), c.body()));
            join(s.results(), s.otherwise());
            return null;
        }

        @Override
        public Void raise(Stmt.Throw s) {
            return null;
        }

        @Override
        public Void guarded(Stmt.Try s) {
            block(s.body());
            join(s.results(), s.body());
            s.handlers().forEach(h -> block(h.body()));
            s.handlers().forEach(h -> join(s.results(), h.body()));
            if (s.last() != null) {
                block(s.last());
            }
            return null;
        }

        @Override
        public Void comment(Stmt.Comment s) {
            return null;
        }
    }

    /** Unites a variable with what its expression may give. */
    private record Binding(Aliases aliases, Var target) implements Expr.Visitor<Void> {
        private Void same(Operand value) {
            aliases.unite(target, value);
            return null;
        }

        private Void same(Cell cell) {
            aliases.cell(target).unite(cell);
            return null;
        }

        @Override
        public Void apply(Expr.Apply e) {
            return null;
        }

        @Override
        public Void copyOf(Expr.Copy e) {
            return same(e.value());
        }

        @Override
        public Void stop(Expr.Stop e) {
            aliases.stops.put(target, e);
            return null;
        }

        @Override
        public Void load(Expr.Load e) {
            return same(aliases.cell(e.array()).element());
        }

        @Override
        public Void length(Expr.Length e) {
            return null;
        }

        @Override
        public Void newArray(Expr.NewArray e) {
            return null;
        }

        @Override
        public Void arrayOf(Expr.ArrayOf e) {
            e.elements().forEach(element -> aliases.unite(aliases.cell(target).element(), element));
            return null;
        }

        @Override
        public Void cloneOf(Expr.Clone e) {
            Cell from = aliases.cell(e.array());
            if (!(e.type().element() instanceof Primitive)) {
                aliases.cell(target).element().unite(from.element());
            }
            return null;
        }

        /** The same array, but nothing of what it holds under one name is read under the other. */
        @Override
        public Void reuse(Expr.Reuse e) {
            return null;
        }

        @Override
        public Void grow(Expr.Grow e) {
            return same(e.array());
        }

        @Override
        public Void construct(Expr.Construct e) {
            for (int i = 0; i < e.components().size(); i++) {
                String name = e.recordType().components().get(i).name();
                aliases.unite(aliases.cell(target).part(name), e.components().get(i));
            }
            return null;
        }

        @Override
        public Void field(Expr.Field e) {
            return same(aliases.cell(e.record()).part(e.component()));
        }

        /** Nothing is known of what a function does with its arguments: they and the result may be anything alike. */
        @Override
        public Void call(Expr.Call e) {
            Map<Type, Cell> first = new HashMap<>();
            for (Operand arg : e.args()) {
                gather(arg.type(), aliases.cell(arg), first);
            }
            if (e.result() != null) {
                gather(e.result(), aliases.cell(target), first);
            }
            return null;
        }

        private static void gather(Type type, Cell cell, Map<Type, Cell> first) {
            if (type.isArray()) {
                gather(type.element(), cell.element(), first);
            }
            if (!(type instanceof Primitive)) {
                Cell before = first.putIfAbsent(type, cell);
                if (before != null) {
                    before.unite(cell);
                } else if (type instanceof RecordType record) {
                    record.components().forEach(c -> gather(c.type(), cell.part(c.name()), first));
                }
            }
        }

        /** The result is new, and no reference is stored. */
        @Override
        public Void given(Expr.GivenCall e) {
            return null;
        }

        /** A static field is the same object wherever it is read; anything else passed through may be new. */
        @Override
        public Void foreign(Expr.Foreign e) {
            if (e.args().isEmpty()) {
                same(aliases.statics.computeIfAbsent(e.pieces(), p -> new Cell()));
            }
            return null;
        }
    }
}
