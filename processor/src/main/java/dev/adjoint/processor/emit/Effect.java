package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;

/** How an expression depends on its place among the others. */
enum Effect {
    /** The same value anywhere, and never an exception. */
    NONE,
    /** Must stay between the same two writes: it reads memory, makes an object, or can throw. */
    READS,
    /** Must stay between the same two reads. */
    WRITES;

    private static final Expr.Visitor<Effect> READER = new Reader();

    static Effect of(Expr expression) {
        return expression.accept(READER);
    }

    /** Whether a value that nobody uses need not be computed: nothing but memory or a null reference can fail in it. */
    static boolean droppable(Expr expression) {
        return of(expression) == NONE
                || expression instanceof Expr.Length
                || expression instanceof Expr.Field
                || expression instanceof Expr.NewArray
                || expression instanceof Expr.ArrayOf
                || expression instanceof Expr.Grow
                || expression instanceof Expr.Clone;
    }

    private static final class Reader implements Expr.Visitor<Effect> {
        @Override
        public Effect apply(Expr.Apply e) {
            return e.op().canThrow() ? READS : NONE;
        }

        @Override
        public Effect copyOf(Expr.Copy e) {
            return NONE;
        }

        @Override
        public Effect stop(Expr.Stop e) {
            return NONE;
        }

        @Override
        public Effect load(Expr.Load e) {
            return READS;
        }

        @Override
        public Effect length(Expr.Length e) {
            return READS;
        }

        @Override
        public Effect newArray(Expr.NewArray e) {
            return READS;
        }

        @Override
        public Effect arrayOf(Expr.ArrayOf e) {
            return READS;
        }

        @Override
        public Effect cloneOf(Expr.Clone e) {
            return READS;
        }

        @Override
        public Effect reuse(Expr.Reuse e) {
            return READS;
        }

        @Override
        public Effect grow(Expr.Grow e) {
            return READS;
        }

        @Override
        public Effect construct(Expr.Construct e) {
            return READS;
        }

        @Override
        public Effect field(Expr.Field e) {
            return READS;
        }

        @Override
        public Effect call(Expr.Call e) {
            return WRITES;
        }

        @Override
        public Effect given(Expr.GivenCall e) {
            return e.isFunction() ? READS : WRITES;
        }

        /** Of two calls that fail, the first is the one to be seen. */
        @Override
        public Effect foreign(Expr.Foreign e) {
            return e.effect() == Expr.Foreign.Effect.PURE ? NONE : WRITES;
        }
    }
}
