package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reads of memory would give the same value later: those that no write can follow. Statements are numbered in program
 * order; a write follows a read if its number is larger, or if both are in one loop.
 */
public final class Memory {
    private final Aliases aliases;
    private final CallWrites calls;
    private final Map<Cell, Integer> lastWrite = new HashMap<>();
    private final Set<Cell> writtenByName = new HashSet<>();
    private final Map<Expr, Integer> reads = new IdentityHashMap<>();
    private int leftOut;
    private final Map<Stmt, Integer> loops = new IdentityHashMap<>();
    private final Block body;
    private final List<Operand> known = new ArrayList<>();
    private @Nullable Iterations iterations;
    private @Nullable Overwrites overwrites;

    private Memory(Block body, Aliases aliases, CallWrites calls) {
        this.body = body;
        this.aliases = aliases;
        this.calls = calls;
    }

    /** Analyses a function. */
    public static Memory of(Function function, Aliases aliases, CallWrites calls) {
        Memory memory = ofBlock(function.body(), aliases, calls);
        memory.iterations =
                Iterations.of(function.body(), Locals.of(function, aliases), body -> ofBlock(body, aliases, calls));
        memory.joinStops();
        memory.joinParameters(function);
        memory.known.addAll(function.parameters());
        return memory;
    }

    private static Memory ofBlock(Block block, Aliases aliases, CallWrites calls) {
        Memory memory = new Memory(block, aliases, calls);
        new Numbering(memory, null).block(block);
        return memory;
    }

    /**
     * A place where an array gets a name without its derivative that it is also written through, or handed back by: the other
     * names would not tell.
     */
    public Optional<Expr.Stop> brokenStop(Collection<? extends Operand> handedBack) {
        Set<Cell> out = new HashSet<>();
        handedBack.forEach(operand -> aliases.cell(operand).anyReached(c -> !out.add(c.root())));
        return aliases.stops().entrySet().stream()
                .filter(stop -> aliases.cell(stop.getKey())
                        .anyReached(c -> writtenByName.contains(c.root()) || out.contains(c.root())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A write to an array is also one to what it is called without its derivative. */
    private void joinStops() {
        writtenByName.addAll(lastWrite.keySet());
        for (int round = 0; round < aliases.stops().size(); round++) {
            aliases.stops().forEach(this::joinStop);
        }
    }

    private void joinStop(Var name, Expr.Stop stop) {
        Cell one = aliases.cell(name);
        Cell other = aliases.cell(stop.value());
        for (Type type = name.type(); type.isArray(); type = type.element()) {
            int last = Math.max(lastWrite.getOrDefault(one.root(), -1), lastWrite.getOrDefault(other.root(), -1));
            if (last >= 0) {
                lastWrite.put(one.root(), last);
                lastWrite.put(other.root(), last);
            }
            one = one.element();
            other = other.element();
        }
    }

    /**
     * Analyses a function whose caller goes on before the derivative comes back to it.
     *
     * @param open references to what the caller may write into then
     */
    public static Memory of(Function function, Aliases aliases, CallWrites calls, Collection<? extends Operand> open) {
        Memory memory = of(function, aliases, calls);
        memory.known.addAll(open);
        open.forEach(reference -> memory.writeAll(reference, Integer.MAX_VALUE));
        memory.joinStops();
        memory.joinParameters(function);
        return memory;
    }

    /**
     * Analyses a function without the body of a loop in it.
     *
     * @param open references to what the caller may write into before the derivative comes back to the function
     */
    static Memory around(
            Stmt.For loop, Function function, Aliases aliases, CallWrites calls, Collection<? extends Operand> open) {
        Memory memory = new Memory(function.body(), aliases, calls);
        new Numbering(memory, loop).block(function.body());
        open.forEach(reference -> memory.writeAll(reference, Integer.MAX_VALUE));
        memory.joinStops();
        memory.joinParameters(function);
        return memory;
    }

    /** Whether the array, or anything reached through it, may be written when the loop left out has run. */
    boolean writtenLater(Operand reference) {
        return aliases.cell(reference).anyReached(this::isWrittenLater);
    }

    /** Whether another row may be put into the array, at any depth, when the loop left out has run. */
    boolean rewiredLater(Operand array) {
        Cell cell = aliases.cell(array).root();
        for (Type type = array.type(); type.isArray() && type.element().isArray(); type = type.element()) {
            if (isWrittenLater(cell)) {
                return true;
            }
            cell = cell.element();
        }
        return false;
    }

    private boolean isWrittenLater(Cell cell) {
        return lastWrite.getOrDefault(cell.root(), -1) >= leftOut;
    }

    /**
     * Whether reading the element again would give the same value when the function has ended, or when the iteration has
     * whose own array it is: no later one can then change it.
     */
    public boolean stable(Expr.Load load) {
        Integer read = reads.get(load);
        boolean last = read != null
                && lastWrite.getOrDefault(aliases.cell(load.array()).root(), -1) < read;
        return last
                || (load.type() instanceof Primitive && overwrites().isLast(load))
                || (iterations != null && iterations.stable(load));
    }

    /** Whether the element gives the number stored in it when it is read at the end of the function, or of the iteration. */
    public boolean stable(Stmt.Store store) {
        return store.value().type() instanceof Primitive
                && (overwrites().isLast(store) || (iterations != null && iterations.stable(store)));
    }

    private Overwrites overwrites() {
        if (overwrites == null) {
            overwrites = Overwrites.of(body, aliases, known);
        }
        return overwrites;
    }

    /** Whether each iteration of the loop has an array of its own there. */
    public boolean isOfIteration(Operand array, Stmt loop) {
        return iterations != null && iterations.isOfIteration(array, loop);
    }

    /** Whether neither the loop, which is in no other, nor what comes after it writes into the array or what it holds. */
    public boolean isSettledBefore(Stmt loop, Operand array) {
        Integer number = loops.get(loop);
        return number != null && !aliases.cell(array).anyReached(c -> lastWrite.getOrDefault(c.root(), -1) >= number);
    }

    /** Whether what a call is given, or gives, is not written from then on, also not by the call itself. */
    public boolean settled(Expr call, Operand operand) {
        Integer made = reads.get(call);
        return operand.type() instanceof Primitive
                || (made != null
                        && !aliases.cell(operand).anyReached(c -> lastWrite.getOrDefault(c.root(), -1) >= made));
    }

    /** Whether the function writes into the array, or into anything reached through it. */
    public boolean written(Operand reference) {
        return aliases.cell(reference).anyReached(c -> lastWrite.containsKey(c.root()));
    }

    /** Whether the function may put another row into the array, at any depth. */
    public boolean replacesRows(Operand array) {
        Cell cell = aliases.cell(array).root();
        for (Type type = array.type(); type.isArray() && type.element().isArray(); type = type.element()) {
            if (lastWrite.containsKey(cell)) {
                return true;
            }
            cell = cell.element();
        }
        return false;
    }

    private void writeAll(Operand operand, int when) {
        aliases.cell(operand).anyReached(c -> {
            lastWrite.put(c.root(), when);
            return false;
        });
    }

    /** A caller may hand the same array to two parameters of one type: a write to one is a write to the other. */
    private void joinParameters(Function function) {
        Map<Type, Set<Cell>> arrays = new LinkedHashMap<>();
        function.parameters().forEach(p -> gather(p.type(), aliases.cell(p), arrays, new HashSet<>()));
        arrays.values().forEach(this::join);
    }

    /** The arrays reached from a parameter, by their types; a record that holds its like is looked into once. */
    private static void gather(Type type, Cell cell, Map<Type, Set<Cell>> arrays, Set<RecordType> around) {
        if (type.isArray()) {
            arrays.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(cell.root());
            gather(type.element(), cell.element(), arrays, around);
        } else if (type instanceof RecordType record && around.add(record)) {
            record.components().forEach(c -> gather(c.type(), cell.part(c.name()), arrays, around));
            around.remove(record);
        }
    }

    private void join(Set<Cell> same) {
        int last =
                same.stream().mapToInt(c -> lastWrite.getOrDefault(c, -1)).max().orElse(-1);
        if (last >= 0) {
            same.forEach(c -> lastWrite.put(c, last));
        }
    }

    /** Numbers reads and writes. Everything in an outermost loop has that loop's number, the next follows after it. */
    private static final class Numbering implements Stmt.Visitor<Void> {
        private final Memory memory;
        private final Stmt.@Nullable For leftOut;
        private int now;
        private int depth;

        Numbering(Memory memory, Stmt.@Nullable For leftOut) {
            this.memory = memory;
            this.leftOut = leftOut;
        }

        Void block(Block block) {
            for (Stmt statement : block.statements()) {
                if (depth == 0) {
                    now++;
                }
                statement.accept(this);
            }
            return null;
        }

        private void write(Operand array) {
            memory.lastWrite.put(memory.aliases.cell(array).root(), now);
        }

        private Void inLoop(Stmt loop, List<Block> blocks) {
            if (depth == 0) {
                memory.loops.put(loop, now);
            }
            depth++;
            blocks.forEach(this::block);
            depth--;
            return null;
        }

        private void expression(Expr e) {
            if (e instanceof Expr.Load || e instanceof Expr.GivenCall || e instanceof Expr.Call) {
                memory.reads.put(e, now);
            }
            if (e instanceof Expr.Foreign foreign && foreign.effect() == Expr.Foreign.Effect.ANY) {
                foreign.args().stream().filter(arg -> arg.type().isArray()).forEach(arg -> memory.writeAll(arg, now));
            }
            if (e instanceof Expr.GivenCall given && !given.isFunction()) {
                given.args().forEach(arg -> memory.writeAll(arg, now));
            }
            if (e instanceof Expr.Call call) {
                for (int i = 0; i < call.args().size(); i++) {
                    if (memory.calls.writes(call.function(), i)) {
                        memory.writeAll(call.args().get(i), now);
                    }
                }
            }
        }

        @Override
        public Void let(Stmt.Let s) {
            expression(s.value());
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            expression(s.value());
            return null;
        }

        @Override
        public Void store(Stmt.Store s) {
            write(s.array());
            return null;
        }

        @Override
        public Void accumulate(Stmt.Accumulate s) {
            write(s.array());
            return null;
        }

        @Override
        public Void fill(Stmt.Fill s) {
            write(s.array());
            return null;
        }

        @Override
        public Void copyRange(Stmt.CopyRange s) {
            write(s.target());
            return null;
        }

        @Override
        public Void ifElse(Stmt.If s) {
            block(s.then());
            return block(s.otherwise());
        }

        @Override
        public Void counted(Stmt.For s) {
            if (s == leftOut) {
                memory.leftOut = now;
                return null;
            }
            return inLoop(s, List.of(s.body()));
        }

        @Override
        public Void loop(Stmt.While s) {
            return inLoop(s, List.of(s.condition(), s.body()));
        }

        @Override
        public Void choose(Stmt.Switch s) {
            s.cases().forEach(c -> block(c.body()));
            return block(s.otherwise());
        }

        @Override
        public Void raise(Stmt.Throw s) {
            return null;
        }

        @Override
        public Void guarded(Stmt.Try s) {
            block(s.body());
            s.handlers().forEach(h -> block(h.body()));
            return s.last() == null ? null : block(s.last());
        }

        @Override
        public Void comment(Stmt.Comment s) {
            return null;
        }
    }
}
