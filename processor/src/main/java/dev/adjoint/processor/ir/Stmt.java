package dev.adjoint.processor.ir;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement. Each is linear in memory effects: at most one write, or a region. */
public sealed interface Stmt {
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of statement, so that the compiler finds the place where a new kind is missing. */
    interface Visitor<R> {
        R let(Let s);

        R perform(Do s);

        R store(Store s);

        R accumulate(Accumulate s);

        R fill(Fill s);

        R copyRange(CopyRange s);

        R ifElse(If s);

        R counted(For s);

        R loop(While s);

        R choose(Switch s);

        R raise(Throw s);

        R guarded(Try s);

        R comment(Comment s);
    }

    /** Binds a variable. */
    record Let(Var target, Expr value) implements Stmt {
        /** The same variable bound to another value; this binding if it is the same. */
        public Let with(Expr other) {
            return other == value ? this : new Let(target, other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** Evaluates for the effect alone. */
    record Do(Expr value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.perform(this);
        }
    }

    /** {@code array[index] = value}. */
    record Store(Operand array, Operand index, Operand value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.store(this);
        }
    }

    /** {@code array[index] += value}: linear, so its reverse needs no old value. */
    record Accumulate(Operand array, Operand index, Operand value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accumulate(this);
        }
    }

    /** {@code Arrays.fill(array, from, to, value)}. */
    record Fill(Operand array, Operand from, Operand to, Operand value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fill(this);
        }
    }

    /** {@code System.arraycopy(source, sourceFrom, target, targetFrom, length)}. */
    record CopyRange(Operand source, Operand sourceFrom, Operand target, Operand targetFrom, Operand length)
            implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyRange(this);
        }
    }

    /** A branch; the yields of the arm taken become the results. */
    record If(Operand condition, Block then, Block otherwise, List<Var> results) implements Stmt {
        public If {
            results = List.copyOf(results);
        }

        /** A branch like this of other parts; this one if they are the same. */
        public If with(Operand otherCondition, Block otherThen, Block otherOtherwise, List<Var> otherResults) {
            boolean same = otherCondition == condition
                    && otherThen == then
                    && otherOtherwise == otherwise
                    && otherResults == results;
            return same ? this : new If(otherCondition, otherThen, otherOtherwise, otherResults);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ifElse(this);
        }
    }

    /** The values that a loop hands from one iteration to the next: each has a first value and the value at the end. */
    record Carried(List<Var> parameters, List<Operand> initial, List<Var> results) {
        public static final Carried NONE = new Carried(List.of(), List.of(), List.of());

        public Carried {
            parameters = List.copyOf(parameters);
            initial = List.copyOf(initial);
            results = List.copyOf(results);
            if (parameters.size() != initial.size() || parameters.size() != results.size()) {
                throw new IllegalArgumentException("carried values do not pair up");
            }
        }

        /** Numbers that start at zero. */
        public static Carried fromZero(List<Var> parameters, List<Var> results) {
            List<Literal> zeros =
                    parameters.stream().map(p -> Literal.zero(p.type())).toList();
            return new Carried(parameters, List.copyOf(zeros), results);
        }

        /** These values, and more after them. */
        public Carried and(Carried more) {
            return new Carried(
                    joined(parameters, more.parameters), joined(initial, more.initial), joined(results, more.results));
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }

        /** Values like these with other variables; these if they are the same. */
        public Carried with(List<Var> otherParameters, List<Operand> otherInitial, List<Var> otherResults) {
            boolean same = otherParameters == parameters && otherInitial == initial && otherResults == results;
            return same ? this : new Carried(otherParameters, otherInitial, otherResults);
        }
    }

    /**
     * {@code for (int counter = from; counter relation bound; counter += step)}: a counted loop. The bound is evaluated
     * once, and the body does not write the counter. {@code step} is not zero, and has the sign that the relation needs:
     * positive for {@code <} and {@code <=}, negative for {@code >} and {@code >=}.
     *
     * @param checkpoints how reverse mode saves memory; null if all that it needs is kept
     */
    record For(
            Var counter,
            Operand from,
            Relation relation,
            Operand bound,
            int step,
            Carried carried,
            Block body,
            @Nullable Checkpoints checkpoints)
            implements Stmt {
        /** A loop of which reverse mode keeps all that it needs. */
        public For(Var counter, Operand from, Relation relation, Operand bound, int step, Carried carried, Block body) {
            this(counter, from, relation, bound, step, carried, body, null);
        }

        /** A loop like this with other carried values and another body; this one if they are the same. */
        public For with(Carried otherCarried, Block otherBody) {
            return otherCarried == carried && otherBody == body
                    ? this
                    : new For(counter, from, relation, bound, step, otherCarried, otherBody, checkpoints);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.counted(this);
        }
    }

    /**
     * Binomial checkpointing of a loop.
     *
     * @param slots how many states may be stored at a time
     * @param place where the loop is in the source, for what is reported about it; never looked into
     */
    record Checkpoints(int slots, Object place) {}

    /** How the counter of a counted loop is compared with its bound. */
    enum Relation {
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /**
     * A loop of unknown length. The condition block sees the carried parameters, has no effects and yields one boolean;
     * while it is true, the body runs and yields the next values of the parameters.
     */
    record While(Carried carried, Block condition, Block body) implements Stmt {
        /** A loop like this of other parts; this one if they are the same. */
        public While with(Carried otherCarried, Block otherCondition, Block otherBody) {
            boolean same = otherCarried == carried && otherCondition == condition && otherBody == body;
            return same ? this : new While(otherCarried, otherCondition, otherBody);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** A choice by an int, a string or an enum. No arm falls through. */
    record Switch(Operand selector, List<Case> cases, Block otherwise, List<Var> results) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
            results = List.copyOf(results);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choose(this);
        }
    }

    /** An arm of a switch; a label is a constant as Java source text ({@code 3}, {@code "a"}, {@code RED}). */
    record Case(List<String> labels, Block body) {
        public Case {
            labels = List.copyOf(labels);
        }
    }

    /** Throws. It is the last statement of its block. */
    record Throw(Operand exception) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raise(this);
        }
    }

    /**
     * Guarded code. The yields of the body, or of the handler that ran, become the results. Nothing in it is active:
     * no derivative passes through.
     */
    record Try(Block body, List<Handler> handlers, @Nullable Block last, List<Var> results) implements Stmt {
        public Try {
            handlers = List.copyOf(handlers);
            results = List.copyOf(results);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.guarded(this);
        }
    }

    /** A handler of a try statement. {@code types} is Java source text, for example {@code A | B}. */
    record Handler(String types, Var exception, Block body) {}

    /** What the following statements come from, up to the next comment or the end of the block. */
    record Comment(String text) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }
}
