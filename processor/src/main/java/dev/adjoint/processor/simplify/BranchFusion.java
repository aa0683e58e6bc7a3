package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one branch of those that follow each other on the same condition, as a branch of the forward sweep and its mirror
 * often do. Pure values between them that do not depend on the first are computed before it.
 */
final class BranchFusion extends Rewriter {
    private BranchFusion() {}

    static Function run(Function function) {
        return new BranchFusion().function(function);
    }

    @Override
    public Block block(Block block) {
        Block rewritten = super.block(block);
        List<Stmt> all = new ArrayList<>();
        Run run = new Run();
        for (Stmt s : rewritten.statements()) {
            if (!run.takes(s)) {
                run.endInto(all);
                run = new Run();
                if (!run.takes(s)) {
                    all.add(s);
                }
            }
        }
        run.endInto(all);
        return rewritten.with(all, rewritten.yields());
    }

    /** Branches on one condition, and what stands between them. */
    private static final class Run {
        private final List<Stmt> asWritten = new ArrayList<>();
        private final List<Stmt> lifted = new ArrayList<>();
        private final List<List<Stmt>> comments = new ArrayList<>();
        private final List<Stmt.If> branches = new ArrayList<>();
        private final Set<Operand> results = new HashSet<>();
        private List<Stmt> pending = new ArrayList<>();

        /** What was lifted up to the last branch; later values stay behind it. */
        private int liftedBefore;

        private int writtenBefore;

        /** Whether the statement goes on with the run, or starts it. */
        boolean takes(Stmt s) {
            boolean taken = s instanceof Stmt.If branch ? branch(branch) : !branches.isEmpty() && between(s);
            if (taken) {
                asWritten.add(s);
                if (s instanceof Stmt.If) {
                    liftedBefore = lifted.size();
                    writtenBefore = asWritten.size();
                }
            }
            return taken;
        }

        private boolean branch(Stmt.If s) {
            boolean fits = branches.isEmpty() || branches.get(0).condition().equals(s.condition());
            if (!fits || s.then().throwsAlways() || s.otherwise().throwsAlways()) {
                return false;
            }
            branches.add(s);
            comments.add(pending);
            pending = new ArrayList<>();
            results.addAll(s.results());
            return true;
        }

        private boolean between(Stmt s) {
            if (s instanceof Stmt.Comment) {
                pending.add(s);
                return true;
            }
            boolean free = s instanceof Stmt.Let let
                    && Effects.isPure(let.value())
                    && let.value().operands().stream().noneMatch(results::contains);
            if (free) {
                lifted.add(s);
            }
            return free;
        }

        /** Appends the branches as one; what came after the last of them stays as it was. */
        void endInto(List<Stmt> out) {
            if (branches.size() < 2) {
                out.addAll(asWritten);
                return;
            }
            out.addAll(lifted.subList(0, liftedBefore));
            out.add(fused());
            out.addAll(asWritten.subList(writtenBefore, asWritten.size()));
        }

        private Stmt.If fused() {
            List<Var> all = new ArrayList<>();
            branches.forEach(b -> all.addAll(b.results()));
            return new Stmt.If(branches.get(0).condition(), arm(true), arm(false), all);
        }

        /** The arms of all branches in order; in a later one, a result of an earlier one is what its arm handed on. */
        private Block arm(boolean then) {
            Rewriter known = new Rewriter();
            List<Stmt> statements = new ArrayList<>();
            List<Operand> yields = new ArrayList<>();
            for (int i = 0; i < branches.size(); i++) {
                Stmt.If branch = branches.get(i);
                Block arm = known.block(then ? branch.then() : branch.otherwise());
                if (!arm.statements().isEmpty()) {
                    statements.addAll(comments.get(i));
                    statements.addAll(arm.statements());
                }
                for (int k = 0; k < branch.results().size(); k++) {
                    known.replace(branch.results().get(k), arm.yields().get(k));
                }
                yields.addAll(arm.yields());
            }
            return new Block(statements, yields);
        }
    }
}
