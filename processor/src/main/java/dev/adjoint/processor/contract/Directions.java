package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The unit directions of the parameters that are differentiated by, and products with them, one a call. */
final class Directions {
    private final List<Operand> arguments;
    private final Map<Var, Operand> zeros = new LinkedHashMap<>();

    /** What is done with the product in the direction that has that running number. */
    interface Visit {
        void at(BlockBuilder out, Var parameter, Operand number, Var product);
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
            visit.at(out, parameter, first, call(out, parameter.name() + "Column", product, unit(parameter)));
            return;
        }
        Units.each(out, zeros.get(parameter), first, (body, row, index, k) -> {
            along(body, row, index, () -> visit.at(body, parameter, k, zero(body, "column", product)));
        });
    }

    /** Runs code with a one among the zeros. */
    private static void along(BlockBuilder out, Operand dot, Operand index, Runnable code) {
        out.add(new Stmt.Store(dot, index, Literal.floating(1, dot.type().element())));
        code.run();
        out.add(new Stmt.Store(dot, index, Literal.zero(dot.type().element())));
    }

    /** Visits the directions of an array of numbers, several at once as long as there are so many. */
    void eachOfSeveral(BlockBuilder out, Var parameter, Columns products, Visit visit) {
        int count = SeveralDirections.count(products.jvp());
        Operand dot = Objects.requireNonNull(zeros.get(parameter));
        List<Var> dots = new ArrayList<>();
        List<Operand> all = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            Var own = Arrays.zerosLike(out, parameter.name() + "Dot", dot);
            dots.add(own);
            zeros.forEach((p, zero) -> all.add(p == parameter ? own : zero));
        }
        Var n = out.let("n", new Expr.Length(dot));
        Var rest = out.infix("rest", "%", n, Literal.of(count));
        Var whole = out.infix("whole", "-", n, rest);
        loop(out, Literal.of(0), whole, count, (body, i) -> {
            List<Operand> at = new ArrayList<>(List.of(i));
            for (int d = 1; d < count; d++) {
                at.add(body.infix("at", "+", i, Literal.of(d)));
            }
            set(body, dots, at, Literal.floating(1, dot.type().element()));
            Var columns = call(body, "columns", Objects.requireNonNull(products.jvps()), all);
            for (int d = 0; d < count; d++) {
                visit.at(body, parameter, at.get(d), body.let("column", new Expr.Load(columns, Literal.of(d))));
            }
            set(body, dots, at, Literal.zero(dot.type().element()));
        });
        loop(out, whole, n, 1, (body, i) -> {
            along(body, dot, i, () -> visit.at(body, parameter, i, zero(body, "column", products.jvp())));
        });
    }

    private static void set(BlockBuilder out, List<Var> dots, List<Operand> at, Operand value) {
        for (int d = 0; d < dots.size(); d++) {
            out.add(new Stmt.Store(dots.get(d), at.get(d), value));
        }
    }

    private static void loop(BlockBuilder out, Operand from, Operand to, int step, BiConsumer<BlockBuilder, Var> body) {
        Var i = new Var("i", Primitive.INT);
        BlockBuilder inside = new BlockBuilder();
        body.accept(inside, i);
        out.add(new Stmt.For(i, from, Stmt.Relation.LT, to, step, Stmt.Carried.NONE, inside.build()));
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
