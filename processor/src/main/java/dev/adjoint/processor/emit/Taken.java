package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names that mean something in text that is passed through or in what we write ourselves. */
final class Taken {
    private static final Set<String> CLASSES =
            Set.of("Math", "StrictMath", "Arrays", "System", "Double", "Float", "Recording");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{javaJavaIdentifierPart}]+");

    private final Set<String> names = new TreeSet<>(CLASSES);

    private Taken() {}

    static Set<String> in(Function function) {
        Taken taken = new Taken();
        taken.block(function.body());
        return taken.names;
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let) {
                expression(let.value());
            } else if (statement instanceof Stmt.Do perform) {
                expression(perform.value());
            } else if (statement instanceof Stmt.Switch choice) {
                choice.cases().forEach(c -> c.labels().forEach(this::text));
            } else if (statement instanceof Stmt.Try guarded) {
                guarded.handlers().forEach(h -> text(h.types()));
            }
            Parts.of(statement).bound().forEach(v -> text(v.type().text()));
            Parts.of(statement).blocks().forEach(this::block);
        }
    }

    private void expression(Expr expression) {
        if (expression instanceof Expr.Foreign foreign) {
            foreign.pieces().forEach(this::text);
        } else if (expression instanceof Expr.Call call) {
            scope(call.function().name());
        } else if (expression instanceof Expr.GivenCall given) {
            scope(given.method().method());
        } else if (expression instanceof Expr.Apply apply) {
            scope(apply.op().name());
        }
    }

    /** Every word of the text; words within strings do no harm. */
    private void text(String text) {
        names.addAll(Arrays.asList(NO_NAME.split(text)));
    }

    /** The words before a method's name, which is no rival of variables. */
    private void scope(String method) {
        text(method.substring(0, Math.max(method.lastIndexOf('.'), 0)));
    }
}
