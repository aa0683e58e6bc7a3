package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A whole vector-Jacobian product for each row, where a reverse sweep uses up what the forward sweep has kept. */
final class RowCalls implements Rows {
    private final Draft draft;
    private final Subject subject;
    private final List<Operand> arguments;
    private final Function vjp;
    private @Nullable Operand model;

    RowCalls(Draft draft, Function vjp) {
        this.draft = draft;
        this.subject = draft.subject;
        this.arguments = draft.arguments();
        this.vjp = vjp;
    }

    @Override
    public Operand evaluate(BlockBuilder out) {
        out.addAll(draft.primal());
        model = draft.result();
        return model;
    }

    @Override
    public void write(BlockBuilder out, Entries entries, Operand count) {
        Var seeds = Arrays.zerosLike(out, "yBar", Objects.requireNonNull(model));
        List<Operand> all = new ArrayList<>(arguments);
        all.add(seeds);
        Units.each(out, seeds, Literal.of(0), (body, part, at, k) -> {
            body.add(new Stmt.Store(part, at, Literal.floating(1, part.type().element())));
            Var adjoints = body.let("adjoints", new Expr.Call(vjp.key(), all, vjp.result()));
            subject.independents().forEach(p -> fill(body, adjoints, p, entries.row(body, p, k)));
            body.add(new Stmt.Store(part, at, Literal.zero(part.type().element())));
        });
    }

    private void fill(BlockBuilder out, Var adjoints, Var parameter, Entries.Row row) {
        Operand own = subject.wrt().size() == 1 ? adjoints : out.let("own", new Expr.Field(adjoints, parameter.name()));
        row.fill(out, own);
    }
}
