package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.source.Local;
import java.util.ArrayList;
import java.util.List;

/** Joins the frames of several arms: a local whose values differ becomes a result of the branching statement. */
final class Merge {
    private final Frame frame;
    private final List<Frame> arms;
    private final List<Local> differing = new ArrayList<>();
    private final List<Var> results = new ArrayList<>();

    private Merge(Frame frame, List<Frame> arms) {
        this.frame = frame;
        this.arms = arms;
    }

    /** Appends {@code if (condition)} with those arms to the frame. */
    static void branches(Frame frame, Operand condition, Frame then, Frame otherwise) {
        Merge merge = new Merge(frame, List.of(then, otherwise));
        merge.settleFlags(condition, then, otherwise);
        merge.collect();
        frame.out.add(new Stmt.If(condition, merge.block(then), merge.block(otherwise), merge.results));
        merge.publish();
    }

    /** Appends a switch with those arms to the frame; the last arm is the default. */
    static void cases(Frame frame, Operand selector, List<List<String>> labels, List<Frame> arms) {
        Merge merge = new Merge(frame, arms);
        merge.collect();
        List<Stmt.Case> cases = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            cases.add(new Stmt.Case(labels.get(i), merge.block(arms.get(i))));
        }
        Block otherwise = merge.block(arms.get(arms.size() - 1));
        frame.out.add(new Stmt.Switch(selector, cases, otherwise, merge.results));
        merge.publish();
    }

    /** Appends the one arm to the frame, which goes on where that ends. */
    static void straight(Frame frame, Frame arm) {
        frame.out.addAll(arm.out.statements());
        frame.values.replaceAll((local, old) -> arm.value(local));
    }

    /** Appends a guarded statement to the frame. {@code arms} are the body and then the handlers. */
    static void guarded(Frame frame, List<Frame> arms, List<String> types, List<Var> exceptions) {
        Merge merge = new Merge(frame, arms);
        merge.collect();
        List<Stmt.Handler> handlers = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            handlers.add(new Stmt.Handler(types.get(i), exceptions.get(i), merge.block(arms.get(i + 1))));
        }
        frame.out.add(new Stmt.Try(merge.block(arms.get(0)), handlers, null, merge.results));
        merge.publish();
    }

    /** An exit taken in just one arm is the condition itself: no result is needed. */
    private void settleFlags(Operand condition, Frame then, Frame otherwise) {
        for (Local exit : frame.exits()) {
            if (then.throwing() || otherwise.throwing()) {
                return;
            }
            boolean first = then.value(exit).equals(Literal.of(true));
            boolean second = otherwise.value(exit).equals(Literal.of(true));
            boolean known = then.value(exit) instanceof Literal && otherwise.value(exit) instanceof Literal;
            if (known && first != second) {
                Operand taken = first ? condition : frame.out.apply("t", Op.prefix("!", Primitive.BOOLEAN), condition);
                then.set(exit, taken);
                otherwise.set(exit, taken);
            }
        }
    }

    private void collect() {
        for (Local local : frame.values.keySet()) {
            if (!agreed(local)) {
                differing.add(local);
                results.add(new Var(local.name(), local.type()));
            }
        }
    }

    /**
     * Whether all arms that complete leave the same value, which exists outside them: two arms can only share a value
     * that does, and one arm alone must have left the old one.
     */
    private boolean agreed(Local local) {
        List<Operand> seen = arms.stream()
                .filter(arm -> !arm.throwing())
                .map(arm -> arm.value(local))
                .toList();
        boolean same = seen.stream().distinct().count() <= 1;
        return same
                && (seen.size() != 1
                        || seen.get(0) instanceof Literal
                        || seen.get(0).equals(frame.value(local)));
    }

    private Block block(Frame arm) {
        List<Operand> yields = new ArrayList<>();
        for (Local local : differing) {
            yields.add(arm.throwing() ? Literal.zero(local.type()) : arm.value(local));
        }
        return arm.out.build(yields);
    }

    private void publish() {
        Frame alive = arms.stream().filter(arm -> !arm.throwing()).findFirst().orElse(frame);
        frame.values.replaceAll((local, old) -> alive.value(local));
        for (int i = 0; i < differing.size(); i++) {
            frame.set(differing.get(i), results.get(i));
        }
    }
}
