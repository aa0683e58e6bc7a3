package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The state of a counted loop: what one iteration leaves for the next, and what has to be put back so that an iteration can
 * be run again.
 *
 * @param free what the body reads of what is bound outside, the counter and the carried values left out
 * @param inputs the arrays among these that the loop only reads, and that may be changed after it
 * @param inPlace the arrays among these that an iteration may change
 * @param rewritten the carried references to arrays that may be changed after the iteration that made them
 */
public record LoopState(List<Var> free, List<Var> inputs, List<Var> inPlace, Set<Var> rewritten) {
    /** Why an iteration can't be run again. */
    public static final class NotRepeatable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRepeatable(String reason) {
            super(reason);
        }
    }

    /**
     * Finds the state of a loop.
     *
     * @param open references to what the caller may write into before the derivative comes back to the function
     * @throws NotRepeatable if an iteration can't be run again from its state
     */
    public static LoopState of(
            Stmt.For loop, Function function, Aliases aliases, CallWrites calls, Collection<? extends Operand> open) {
        Set<Var> free = new LinkedHashSet<>(Uses.of(loop.body()).free());
        free.remove(loop.counter());
        loop.carried().parameters().forEach(free::remove);
        BodyWrites writes = BodyWrites.of(loop.body(), aliases, calls);
        Memory around = Memory.around(loop, function, aliases, calls, open);
        Search search = new Search(loop, aliases, writes, around, calls);
        List<Var> inPlace = free.stream().filter(search::isChanged).toList();
        List<Var> inputs = free.stream()
                .filter(v -> search.isChangedLater(v) && !search.isChanged(v))
                .toList();
        Set<Var> rewritten = new LinkedHashSet<>();
        loop.carried().parameters().stream()
                .filter(v -> search.isChanged(v) || search.isChangedLater(v))
                .forEach(rewritten::add);
        search.check(function, List.of(inPlace, inputs, List.copyOf(rewritten)));
        return new LoopState(List.copyOf(free), inputs, inPlace, rewritten);
    }

    private record Search(Stmt.For loop, Aliases aliases, BodyWrites writes, Memory around, CallWrites calls) {
        boolean isChanged(Var reference) {
            return !(reference.type() instanceof Primitive) && writes.written(reference);
        }

        boolean isChangedLater(Var reference) {
            return !(reference.type() instanceof Primitive) && around.writtenLater(reference);
        }

        void check(Function function, List<List<Var>> changed) {
            if (calls.hasEffects(loop.body())) {
                throw new NotRepeatable("it does something besides computing, which would be done again");
            }
            if (looksAtObjects(loop.body()) && calls.hasEffects(function.body())) {
                throw new NotRepeatable("it reads an object that the method may change");
            }
            changed.forEach(all -> all.forEach(this::changesOnlyNumbers));
            for (int i = 0; i < loop.carried().parameters().size(); i++) {
                Var parameter = loop.carried().parameters().get(i);
                if (parameter.type().isArray()) {
                    keepsRows(parameter);
                    isNoRow(parameter);
                    startsWithArray(parameter, loop.carried().initial().get(i));
                }
            }
            foundArrays(loop.body());
        }

        private static boolean looksAtObjects(Block block) {
            return block.statements().stream()
                    .anyMatch(s -> (s instanceof Stmt.Let let && looksAtObject(let.value()))
                            || Parts.of(s).blocks().stream().anyMatch(Search::looksAtObjects));
        }

        private static boolean looksAtObject(Expr value) {
            return value instanceof Expr.Foreign foreign
                    && foreign.effect() != Expr.Foreign.Effect.PURE
                    && foreign.args().stream().anyMatch(a -> a.type() instanceof OpaqueType);
        }

        private void changesOnlyNumbers(Var reference) {
            if (!reference.type().isArray()) {
                throw new NotRepeatable("an array within '" + reference + "' is changed");
            }
            keepsRows(reference);
        }

        private void keepsRows(Var array) {
            if (array.type().element().isArray() && (writes.rewired(array) || around.rewiredLater(array))) {
                throw new NotRepeatable("another row may be put into the array '" + array + "'");
            }
        }

        private void startsWithArray(Var parameter, Operand initial) {
            if (initial instanceof Literal) {
                throw new NotRepeatable("'" + parameter + "' is null at first");
            }
        }

        /** The array of derivatives of a row is found through that of the whole, which is not at hand. */
        private void isNoRow(Var parameter) {
            Set<Var> around = new LinkedHashSet<>(Uses.of(loop.body()).read());
            around.addAll(Uses.of(loop.body()).bound());
            for (Var other : around) {
                if (isWithin(aliases.cell(parameter), other)) {
                    throw new NotRepeatable("'" + parameter + "' may be a row of '" + other + "'");
                }
            }
        }

        private boolean isWithin(Cell cell, Var whole) {
            Cell at = aliases.cell(whole);
            for (Type type = whole.type();
                    type instanceof ArrayType array && array.element().isArray(); ) {
                at = at.element();
                type = array.element();
                if (at.root() == cell.root()) {
                    return true;
                }
            }
            return false;
        }

        /** An array that code of others gives may be anybody's, and is not put back. */
        private void foundArrays(Block block) {
            for (Stmt statement : block.statements()) {
                if (statement instanceof Stmt.Let let
                        && let.value() instanceof Expr.Foreign
                        && isChanged(let.target())) {
                    throw new NotRepeatable("it changes an array that is not a local variable or parameter");
                }
                Parts.of(statement).blocks().forEach(this::foundArrays);
            }
        }
    }
}
