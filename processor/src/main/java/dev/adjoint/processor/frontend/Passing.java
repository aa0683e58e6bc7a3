package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together the text of a call that is passed through. */
final class Passing {
    private final List<String> pieces;
    private final List<Tree.Expression> args;
    private String open;
    private boolean first = true;

    /**
     * A call.
     *
     * @param pieces the pieces so far
     * @param args the operands so far, one fewer than there will be pieces
     * @param text what comes next, up to the opening parenthesis
     */
    Passing(List<String> pieces, List<Tree.Expression> args, String text) {
        this.pieces = pieces;
        this.args = args;
        this.open = text;
    }

    void add(Tree.Expression arg) {
        boolean isNull = arg instanceof Tree.Constant c && c.value() == null && arg.type() != null;
        String cast =
                isNull ? "(" + java.util.Objects.requireNonNull(arg.type()).text() + ") " : "";
        pieces.add(open + (first ? "" : ", ") + cast);
        args.add(arg);
        open = "";
        first = false;
    }

    Tree.Passed end(@Nullable Type type, Effect effect) {
        pieces.add(open + ")");
        return new Tree.Passed(List.copyOf(pieces), List.copyOf(args), type, effect);
    }
}
