package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.source.Local;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of lowering at a point of the program: the block being built and the value of every local. An exit
 * ({@code break}, {@code continue}, {@code return}) is a boolean local of our own, which is the literal false until a path
 * takes the exit: so what is known about it at compile time is seen from its value.
 */
final class Frame {
    final BlockBuilder out;
    final Map<Local, Operand> values;
    final Map<Local, Closure> functions;
    private final Map<Local, Operand> cells;
    private final List<Local> exits;

    Frame() {
        this(new BlockBuilder());
    }

    /** A state of its own, in which nothing is known, over a block that is being built already. */
    Frame(BlockBuilder out) {
        this(out, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    private Frame(
            BlockBuilder out,
            Map<Local, Operand> values,
            Map<Local, Closure> functions,
            Map<Local, Operand> cells,
            List<Local> exits) {
        this.out = out;
        this.values = values;
        this.functions = functions;
        this.cells = cells;
        this.exits = exits;
    }

    /** The same state with a block of its own. */
    Frame branch() {
        return new Frame(
                new BlockBuilder(),
                new LinkedHashMap<>(values),
                new LinkedHashMap<>(functions),
                new LinkedHashMap<>(cells),
                new ArrayList<>(exits));
    }

    Operand value(Local local) {
        Operand value = values.get(local);
        return value == null ? Literal.zero(local.type()) : value;
    }

    void set(Local local, Operand value) {
        values.put(local, value);
    }

    /** An assignment of the program. */
    void assign(Local local, Operand value) {
        set(local, value);
        Operand cell = cells.get(local);
        if (cell != null) {
            out.add(new Stmt.Store(cell, Literal.of(0), value));
        }
    }

    /** An array of one element for each of the locals, which holds its value; one that has such an array keeps it. */
    Map<Local, Operand> cells(Collection<Local> locals) {
        Map<Local, Operand> found = new LinkedHashMap<>();
        for (Local local : locals) {
            Expr value = new Expr.ArrayOf(new ArrayType(local.type()), List.of(value(local)));
            Operand known = cells.get(local);
            found.put(local, known != null ? known : out.let(local.name() + "Now", value));
        }
        return found;
    }

    /** From here on, what is assigned to those locals goes into the arrays too. */
    void keep(Map<Local, Operand> more) {
        cells.putAll(more);
    }

    /** Gives the locals the values that are in those arrays. */
    void recall(Map<Local, Operand> kept) {
        kept.forEach((local, cell) -> set(local, out.let(local.name(), new Expr.Load(cell, Literal.of(0)))));
    }

    /** A new exit, not taken. */
    Local openExit(String name) {
        Local exit = new Local(name, Primitive.BOOLEAN);
        exits.add(exit);
        set(exit, Literal.of(false));
        return exit;
    }

    /** The exit's target has been reached. */
    void closeExit(Local exit) {
        exits.remove(exit);
        values.remove(exit);
    }

    /** The exits that are open here. */
    List<Local> exits() {
        return exits;
    }

    /** Whether the end of the block is certainly not reached by falling through. */
    boolean stopped() {
        return throwing() || exits.stream().anyMatch(exit -> value(exit).equals(Literal.of(true)));
    }

    boolean throwing() {
        return Block.throwsAlways(out.statements());
    }

    /** Whether some exit has been taken, as a value of the program; null if certainly none. */
    @Nullable
    Operand left() {
        Operand any = null;
        for (Local exit : exits) {
            Operand taken = value(exit);
            if (!(taken instanceof Literal)) {
                any = any == null ? taken : out.infix("t", "|", any, taken);
            }
        }
        return any;
    }
}
