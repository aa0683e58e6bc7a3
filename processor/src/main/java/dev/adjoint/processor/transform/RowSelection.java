package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.IndexRange;
import dev.adjoint.processor.analysis.RowLoops;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which iterations the reverse sweep of one row of a Jacobian runs. In loops that fill the result element by element these
 * are the iterations that have written the element: told from the index where that is a multiple of the counter, else from
 * the earliest and the latest of them, which the forward sweep takes note of.
 */
public final class RowSelection {
    /** Where a reverse sweep runs once: it runs all iterations. */
    static final RowSelection NONE = new RowSelection(null, new Var("row", Primitive.INT));

    private final @Nullable RowLoops loops;
    private final Var row;
    private final Map<Stmt.For, Writers> writers = new IdentityHashMap<>();

    /**
     * Prepares the selection.
     *
     * @param row stands for the index of the element in the reverse sweep
     */
    public RowSelection(@Nullable RowLoops loops, Var row) {
        this.loops = loops;
        this.row = row;
    }

    Operand row() {
        return row;
    }

    /** Whether the array is the result, and its adjoint is zero but for that of the row. */
    boolean areOf(Var array) {
        return loops != null && array == loops.result();
    }

    boolean selects(Stmt loop) {
        return loops != null && loops.contains(loop);
    }

    /** Prepares for what the forward sweep takes note of, when an array has been made. */
    void made(Var array, Region region) {
        if (areOf(array)) {
            for (Stmt.For loop : loops.all()) {
                if (loops.range(loop) == null) {
                    Writers each = new Writers(loop, array);
                    writers.put(loop, each);
                    region.forward.add(each::prepare);
                }
            }
        }
    }

    /** Takes note of the iterations in which an element is written. */
    void written(Stmt write, Operand index, Region region) {
        if (loops != null) {
            loops.around(write).stream()
                    .filter(writers::containsKey)
                    .forEach(loop -> region.forward.add(out -> writers.get(loop).note(out, index)));
        }
    }

    /**
     * The mirror of a loop, of those iterations alone.
     *
     * @param whole the mirror of all iterations
     * @param again whether the loop runs several times, not always with all the iterations that any time has
     */
    Stmt narrowed(Stmt.For loop, Stmt.For whole, BlockBuilder out, boolean again) {
        Writers each = writers.get(loop);
        return each != null ? each.narrowed(whole, out, row, again) : single(loop, whole, out);
    }

    /** The one iteration that may have written the element, if there is such an iteration. */
    private Stmt single(Stmt.For loop, Stmt.For whole, BlockBuilder out) {
        RowLoops facts = Objects.requireNonNull(loops);
        IndexRange range = Objects.requireNonNull(facts.range(loop));
        Operand offset = range.low() == 0 ? row : out.infix("i", "-", row, Literal.of(range.low()));
        Expr iteration = range.stride() == 1
                ? new Expr.Copy(offset)
                : new Expr.Apply(Op.infix("/", Primitive.INT), List.of(offset, Literal.of(range.stride())));
        out.add(new Stmt.Let(whole.counter(), iteration));
        Operand runs = facts.coversAll(loop, range) ? Literal.of(true) : isWithin(out, whole);
        Carried carried = whole.carried();
        for (int i = 0; i < carried.parameters().size(); i++) {
            Expr initial = new Expr.Copy(carried.initial().get(i));
            out.add(new Stmt.Let(carried.parameters().get(i), initial));
        }
        Block none = new Block(List.of(), List.copyOf(carried.parameters()));
        return new Stmt.If(runs, whole.body(), none, carried.results());
    }

    private static Operand isWithin(BlockBuilder out, Stmt.For descending) {
        Var from = out.compare("runs", ">=", descending.counter(), descending.bound());
        return out.infix("runs", "&", from, out.compare("runs", "<=", descending.counter(), descending.from()));
    }

    /** The iterations of a loop that write each element: the first of them and the last. */
    private static final class Writers {
        private final Stmt.For loop;
        private final Var result;
        private final Var first = new Var("first", new ArrayType(Primitive.INT));
        private final Var last = new Var("last", new ArrayType(Primitive.INT));
        private boolean asked;
        private boolean again;

        Writers(Stmt.For loop, Var result) {
            this.loop = loop;
            this.result = result;
        }

        private boolean ascends() {
            return loop.step() > 0;
        }

        /** No iteration has written anything: the last is before the first. */
        void prepare(List<Stmt> statements) {
            if (asked) {
                BlockBuilder out = new BlockBuilder();
                Var length = out.let("n", new Expr.Length(result));
                fill(out, first, length, ascends() ? Integer.MAX_VALUE : Integer.MIN_VALUE);
                fill(out, last, length, ascends() ? Integer.MIN_VALUE : Integer.MAX_VALUE);
                statements.addAll(out.statements());
            }
        }

        private static void fill(BlockBuilder out, Var array, Var length, int value) {
            out.add(new Stmt.Let(array, new Expr.NewArray((ArrayType) array.type(), List.of(length))));
            out.add(new Stmt.Fill(array, Literal.of(0), length, Literal.of(value)));
        }

        void note(List<Stmt> statements, Operand index) {
            if (asked) {
                BlockBuilder out = new BlockBuilder();
                note(out, first, index, earlier(ascends()));
                if (again) {
                    note(out, last, index, earlier(!ascends()));
                } else {
                    out.add(new Stmt.Store(last, index, loop.counter()));
                }
                statements.addAll(out.statements());
            }
        }

        /** Where the loop runs several times, an earlier time may have gone on longer. */
        private void note(BlockBuilder out, Var array, Operand index, Op of) {
            Var before = out.let(array.name(), new Expr.Load(array, index));
            out.add(new Stmt.Store(array, index, out.apply(array.name(), of, before, loop.counter())));
        }

        Stmt narrowed(Stmt.For whole, BlockBuilder out, Operand row, boolean repeats) {
            asked = true;
            again = repeats;
            Operand from = out.let("last", new Expr.Load(last, row));
            Operand until = out.let("first", new Expr.Load(first, row));
            if (repeats) {
                from = out.apply("from", earlier(ascends()), from, whole.from());
                until = out.apply("until", earlier(!ascends()), until, whole.bound());
            }
            return new Stmt.For(
                    whole.counter(), from, whole.relation(), until, whole.step(), whole.carried(), whole.body());
        }

        private static Op earlier(boolean ascends) {
            return Op.math(ascends ? "min" : "max", Primitive.INT, 2);
        }
    }
}
