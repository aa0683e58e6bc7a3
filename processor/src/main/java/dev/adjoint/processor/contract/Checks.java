package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Checks at run time of what a caller hands to a derivative. */
final class Checks {
    private Checks() {}

    /** Demands that an array has the shape of a parameter. */
    static void sameShape(BlockBuilder out, Operand given, Operand parameter) {
        String text = "dev.adjoint.Shapes.requireSame(\"" + name(given) + "\", ";
        String name = name(parameter);
        out.add(new Stmt.Do(new Foreign(
                List.of(text, ", \"" + name + "\", ", ")"),
                List.of(given, parameter),
                new OpaqueType("void"),
                Foreign.Effect.READS)));
    }

    /** Demands that what belongs to two parameters is one array if these are one. */
    static void shared(BlockBuilder out, Var array, Var given, Var other, Var otherGiven) {
        List<String> pieces = List.of(
                "dev.adjoint.Shapes.requireShared(\"" + array.name() + "\", ",
                ", \"" + given.name() + "\", ",
                ", \"" + other.name() + "\", ",
                ", \"" + otherGiven.name() + "\", ",
                ")");
        List<Operand> args = List.of(array, given, other, otherGiven);
        out.add(new Stmt.Do(new Foreign(pieces, args, new OpaqueType("void"), Foreign.Effect.READS)));
    }

    /** Demands that an array has a certain length. */
    static void length(BlockBuilder out, Var given, Operand length) {
        out.add(new Stmt.Do(new Foreign(
                List.of("dev.adjoint.Shapes.requireLength(\"" + given.name() + "\", ", ", ", ")"),
                List.of(given, length),
                new OpaqueType("void"),
                Foreign.Effect.READS)));
    }

    /** Demands that no row of an array is met twice, in it or in the other arrays. */
    static void separateRows(BlockBuilder out, Var array, Operand given, List<Operand> others) {
        List<String> pieces = new ArrayList<>();
        pieces.add("dev.adjoint.Shapes.requireSeparateRows(\"" + array.name() + "\", ");
        others.forEach(o -> pieces.add(", "));
        pieces.add(")");
        List<Operand> args = new ArrayList<>(List.of(given));
        args.addAll(others);
        out.add(new Stmt.Do(new Foreign(pieces, args, new OpaqueType("void"), Foreign.Effect.ANY)));
    }

    private static String name(Operand array) {
        return array instanceof Var var ? var.name() : "null";
    }
}
