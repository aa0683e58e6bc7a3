package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A row with partial derivatives, boxes of arguments in which to try them, and the convention at kinks. */
public final class Differentiable implements Rule {
    private final List<Partial> partials;
    private final List<List<Interval>> domains;
    private final String convention;

    private Differentiable(Row row, String convention) {
        this.partials = List.copyOf(row.partials);
        this.domains = List.copyOf(row.domains);
        this.convention = convention;
    }

    @Override
    public boolean passes(int argument) {
        return partials.get(argument) != Row.NOTHING;
    }

    /** The boxes of arguments, one interval per argument, in which the operation is smooth. */
    public List<List<Interval>> domains() {
        return domains;
    }

    @Override
    public String convention() {
        return convention;
    }

    /**
     * Builds the partial derivative by argument {@code k}, times the seed. In forward mode the seed is the tangent of
     * the argument and the contribution belongs to the tangent of the result; in reverse mode the seed is the adjoint
     * of the result and the contribution belongs to the adjoint of the argument.
     *
     * @return the contribution; the literal zero if there is none
     */
    public Operand contribution(
            BlockBuilder out, Op op, int k, List<Operand> args, Operand y, Operand seed, ActiveMask active) {
        if (!passes(k) || isZero(seed)) {
            return Literal.zero(contributed(op, seed.type()));
        }
        Site site = new Site(out, op, args, y, seed, active);
        return partials.get(k).times(site);
    }

    /** What a contribution is of: the type at the other end of a conversion, elsewhere that of the seed. */
    static Type contributed(Op op, Type seed) {
        if (op.form() != Op.Form.CAST) {
            return seed;
        }
        Primitive from = op.parameters().get(0);
        return seed == from ? op.result() : from;
    }

    /** What the contribution of argument {@code k} reads when the arguments are these: literals can spare some. */
    public Needs needs(Op op, int k, List<Operand> args, ActiveMask active) {
        List<Operand> probes = new ArrayList<>();
        for (Operand arg : args) {
            probes.add(arg instanceof Var v ? v.fresh() : arg);
        }
        Var y = new Var("y", op.result());
        BlockBuilder out = new BlockBuilder();
        Operand contribution = contribution(out, op, k, probes, y, new Var("seed", op.result()), active);
        Set<Var> read = new LinkedHashSet<>(Uses.of(out.statements()).read());
        if (contribution instanceof Var direct) {
            read.add(direct);
        }
        return needs(probes, y, read);
    }

    private static Needs needs(List<Operand> probes, Var y, Set<Var> read) {
        Set<Integer> arguments = new LinkedHashSet<>();
        for (int i = 0; i < probes.size(); i++) {
            if (read.contains(probes.get(i))) {
                arguments.add(i);
            }
        }
        return new Needs(arguments, read.contains(y));
    }

    private static boolean isZero(Operand operand) {
        return operand instanceof Literal literal && literal.isZero();
    }

    /** Collects what a row says, in the order in which the table is written. */
    static final class Row {
        static final Partial NOTHING = site -> Literal.zero(site.seed().type());

        private final List<Partial> partials = new ArrayList<>();
        private final List<List<Interval>> domains = new ArrayList<>();

        static Row of(Partial... partials) {
            Row row = new Row();
            row.partials.addAll(List.of(partials));
            return row;
        }

        /** Partials that can be infinite: each contribution is zero where its seed is. */
        static Row guarded(Partial... partials) {
            Row row = new Row();
            for (Partial partial : partials) {
                row.partials.add(guard(partial));
            }
            return row;
        }

        static Partial guard(Partial partial) {
            return site -> site.guarded(site.seed(), partial);
        }

        /** Adds a box in which the operation is smooth: from and to for each argument in turn. */
        Row on(double... bounds) {
            List<Interval> box = new ArrayList<>();
            for (int i = 0; i < bounds.length; i += 2) {
                box.add(new Interval(bounds[i], bounds[i + 1]));
            }
            domains.add(List.copyOf(box));
            return this;
        }

        /** The finished row of a function with a convention at some points. */
        Rule at(String convention) {
            return new Differentiable(this, convention);
        }

        /** The finished row of a function that needs no convention. */
        Rule smooth() {
            return at("");
        }
    }
}
