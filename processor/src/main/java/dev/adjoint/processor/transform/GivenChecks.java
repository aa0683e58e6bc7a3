package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is demanded at run time of a method whose derivative is given, and of what the given functions return. */
final class GivenChecks {
    private final BlockBuilder out;
    private final String method;

    GivenChecks(BlockBuilder out, Expr.GivenCall call) {
        this.out = out;
        String name = call.method().method();
        String owner = name.substring(0, name.lastIndexOf('.'));
        this.method = owner.substring(owner.lastIndexOf('.') + 1) + name.substring(owner.length());
    }

    /** Demands that what was returned has the shape of another array. */
    void sameShape(Operand returned, String what, Operand model, String name) {
        String text = "dev.adjoint.Shapes.requireSame(\"" + what + "\", ";
        perform(List.of(text, ", \"" + name + "\", ", ")"), List.of(returned, model));
    }

    /** What the adjoint or tangent is called in the message. */
    String of(String what, String name) {
        return what + " of " + name + " by the rule for " + method;
    }

    /** Demands that no array among the arguments is there twice; copies and shadows could not be told apart. */
    void apart(List<Operand> args) {
        List<Operand> arrays = args.stream().filter(GivenChecks::mayMeet).toList();
        boolean several = arrays.size() > 1
                || arrays.stream().anyMatch(a -> a.type().element().isArray());
        if (several) {
            all("require", arrays);
        }
    }

    /** Demands that the result shares no array with the arguments. */
    void isNew(Operand result, List<Operand> args) {
        List<Operand> all = new ArrayList<>(List.of(result));
        args.stream()
                .filter(arg -> mayMeet(arg) && !Collections.disjoint(levels(arg.type()), levels(result.type())))
                .forEach(all::add);
        if (all.size() > 1) {
            all("requireNew", all);
        }
    }

    private static boolean mayMeet(Operand arg) {
        return arg instanceof Var
                && arg.type().isArray()
                && ((ArrayType) arg.type()).base().isFloating();
    }

    private static Set<Type> levels(Type type) {
        Set<Type> levels = new HashSet<>();
        for (Type level = type; !(level instanceof Primitive); level = level.element()) {
            levels.add(level);
        }
        return levels;
    }

    private void all(String check, List<Operand> arrays) {
        List<String> pieces = new ArrayList<>(List.of("dev.adjoint.Apart." + check + "(\"" + method + "\", "));
        pieces.addAll(Collections.nCopies(arrays.size() - 1, ", "));
        pieces.add(")");
        perform(pieces, arrays);
    }

    private void perform(List<String> pieces, List<Operand> args) {
        out.add(new Stmt.Do(new Foreign(pieces, args, new OpaqueType("void"), Foreign.Effect.READS)));
    }
}
