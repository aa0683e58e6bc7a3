package dev.adjoint.processor.ir;

import java.util.List;

/**
 * Statements and the values they hand to what encloses them: an {@code if}'s results, a loop's next parameters, a
 * function's result. A block whose last statement throws hands on nothing that is ever looked at.
 */
public record Block(List<Stmt> statements, List<Operand> yields) {
    public static final Block EMPTY = new Block(List.of(), List.of());

    public Block {
        statements = List.copyOf(statements);
        yields = List.copyOf(yields);
    }

    /** A block of other statements and yields; this one if they are the same objects, so that no change is easily seen. */
    public Block with(List<Stmt> otherStatements, List<Operand> otherYields) {
        return isSame(statements, otherStatements) && isSame(yields, otherYields)
                ? this
                : new Block(otherStatements, otherYields);
    }

    private static boolean isSame(List<?> left, List<?> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && left != right && i < left.size(); i++) {
            same = left.get(i) == right.get(i);
        }
        return same;
    }

    /** Whether control never reaches the end of the block. */
    public boolean throwsAlways() {
        return throwsAlways(statements);
    }

    /** Whether control never reaches the end of the statements: the last one throws, in all its arms. */
    public static boolean throwsAlways(List<Stmt> statements) {
        if (statements.isEmpty()) {
            return false;
        }
        Stmt last = statements.get(statements.size() - 1);
        if (last instanceof Stmt.If branch) {
            return branch.then().throwsAlways() && branch.otherwise().throwsAlways();
        }
        if (last instanceof Stmt.Switch choice) {
            return choice.otherwise().throwsAlways()
                    && choice.cases().stream().allMatch(c -> c.body().throwsAlways());
        }
        return last instanceof Stmt.Throw;
    }
}
