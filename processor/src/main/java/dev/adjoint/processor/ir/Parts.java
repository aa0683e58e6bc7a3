package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * What a statement consists of, whatever its kind: for stages that treat all kinds alike.
 *
 * @param operands what it reads itself, not what its blocks read
 * @param inner the variables that it binds for its blocks: a counter, a loop's parameters, a caught exception
 * @param blocks its blocks in the order of execution
 * @param bound the variables that it binds for the statements after it
 */
public record Parts(List<Operand> operands, List<Var> inner, List<Block> blocks, List<Var> bound) {
    private static final Reader READER = new Reader();

    /** Takes a statement apart. */
    public static Parts of(Stmt statement) {
        return statement.accept(READER);
    }

    private static Parts leaf(Operand... operands) {
        return new Parts(List.of(operands), List.of(), List.of(), List.of());
    }

    private static final class Reader implements Stmt.Visitor<Parts> {
        @Override
        public Parts let(Stmt.Let s) {
            return new Parts(s.value().operands(), List.of(), List.of(), List.of(s.target()));
        }

        @Override
        public Parts perform(Stmt.Do s) {
            return new Parts(s.value().operands(), List.of(), List.of(), List.of());
        }

        @Override
        public Parts store(Stmt.Store s) {
            return leaf(s.array(), s.index(), s.value());
        }

        @Override
        public Parts accumulate(Stmt.Accumulate s) {
            return leaf(s.array(), s.index(), s.value());
        }

        @Override
        public Parts fill(Stmt.Fill s) {
            return leaf(s.array(), s.from(), s.to(), s.value());
        }

        @Override
        public Parts copyRange(Stmt.CopyRange s) {
            return leaf(s.source(), s.sourceFrom(), s.target(), s.targetFrom(), s.length());
        }

        @Override
        public Parts ifElse(Stmt.If s) {
            return new Parts(List.of(s.condition()), List.of(), List.of(s.then(), s.otherwise()), s.results());
        }

        @Override
        public Parts counted(Stmt.For s) {
            List<Operand> operands = new ArrayList<>(List.of(s.from(), s.bound()));
            operands.addAll(s.carried().initial());
            List<Var> inner = new ArrayList<>(List.of(s.counter()));
            inner.addAll(s.carried().parameters());
            return new Parts(operands, inner, List.of(s.body()), s.carried().results());
        }

        @Override
        public Parts loop(Stmt.While s) {
            Stmt.Carried carried = s.carried();
            List<Block> blocks = List.of(s.condition(), s.body());
            return new Parts(carried.initial(), carried.parameters(), blocks, carried.results());
        }

        @Override
        public Parts choose(Stmt.Switch s) {
            List<Block> blocks = new ArrayList<>();
            s.cases().forEach(c -> blocks.add(c.body()));
            blocks.add(s.otherwise());
            return new Parts(List.of(s.selector()), List.of(), blocks, s.results());
        }

        @Override
        public Parts raise(Stmt.Throw s) {
            return leaf(s.exception());
        }

        @Override
        public Parts guarded(Stmt.Try s) {
            List<Var> inner = new ArrayList<>();
            List<Block> blocks = new ArrayList<>(List.of(s.body()));
            for (Stmt.Handler handler : s.handlers()) {
                inner.add(handler.exception());
                blocks.add(handler.body());
            }
            if (s.last() != null) {
                blocks.add(s.last());
            }
            return new Parts(List.of(), inner, blocks, s.results());
        }

        @Override
        public Parts comment(Stmt.Comment s) {
            return leaf();
        }
    }
}
