package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product: a number times factors, which stay associated as they were, so that nothing overflows that did not.
 *
 * @param coefficient the product of all literals and signs
 * @param factors the other factors; null if there are none
 * @param buried whether there were several literals, or one anywhere but at the very left
 * @param operations how many operations the product took
 */
record Product(double coefficient, @Nullable Factors factors, boolean buried, int operations) {
    /** Factors in the shape in which they are multiplied. */
    sealed interface Factors {
        /** Adds the single factors from left to right. */
        void collect(List<Operand> all);

        /** How many multiplications it takes. */
        int size();
    }

    /** A factor that is not looked into. */
    record Single(Operand operand) implements Factors {
        @Override
        public void collect(List<Operand> all) {
            all.add(operand);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** A product of factors; {@code whole} is bound to just that, if anything is. */
    record Times(Factors left, Factors right, @Nullable Operand whole) implements Factors {
        @Override
        public void collect(List<Operand> all) {
            left.collect(all);
            right.collect(all);
        }

        @Override
        public int size() {
            return left.size() + right.size() + 1;
        }
    }

    /** Factors of which there is a multiple, too: {@code multiple} is bound to {@code by} times them. */
    record Scaled(Factors factors, Operand multiple, double by) implements Factors {
        @Override
        public void collect(List<Operand> all) {
            factors.collect(all);
        }

        @Override
        public int size() {
            return factors.size();
        }
    }

    static Product number(double value) {
        return new Product(value, null, false, 0);
    }

    static Product single(Operand operand) {
        return new Product(1, new Single(operand), false, 0);
    }

    Product scaled(double number, int moreOperations) {
        return new Product(coefficient * number, factors, buried, operations + moreOperations);
    }

    /** This product times another; {@code whole} is what is bound to the result, if anything is. */
    Product times(Product right, @Nullable Operand whole) {
        boolean plain = isPlain() && right.isPlain();
        Factors both;
        if (factors == null || right.factors == null) {
            both = factors == null ? right.factors : factors;
        } else {
            both = new Times(factors, right.factors, plain ? whole : null);
        }
        boolean inside = factors != null && Math.abs(right.coefficient) != 1;
        boolean before = factors == null && right.factors instanceof Times;
        boolean twice = Math.abs(coefficient) != 1 && Math.abs(right.coefficient) != 1;
        return new Product(
                coefficient * right.coefficient,
                both,
                buried || right.buried || inside || before || twice,
                operations + right.operations + 1);
    }

    /** Whether it was made of its factors alone: literals that cancel leave code behind. */
    private boolean isPlain() {
        return coefficient == 1 && operations == (factors == null ? 0 : factors.size());
    }

    /** The same product with a multiple in the place of factors, where that leaves a coefficient of this size; else null. */
    @Nullable
    Product withCoefficient(double size) {
        if (factors == null || Math.abs(coefficient) == size) {
            return factors == null ? null : this;
        }
        Scaled part = scaled(factors);
        boolean fits = part != null
                && Math.abs(coefficient / part.by()) == size
                && size * Math.abs(part.by()) == Math.abs(coefficient);
        return fits ? new Product(coefficient / part.by(), multiplied(factors, part), buried, operations) : null;
    }

    private static @Nullable Scaled scaled(Factors factors) {
        if (factors instanceof Times times) {
            Scaled left = scaled(times.left());
            return left == null ? scaled(times.right()) : left;
        }
        return factors instanceof Scaled scaled ? scaled : null;
    }

    private static Factors multiplied(Factors factors, Scaled part) {
        if (factors instanceof Times times) {
            return new Times(multiplied(times.left(), part), multiplied(times.right(), part), null);
        }
        return factors == part ? new Single(part.multiple()) : factors;
    }

    /** How many operations it takes when the coefficient comes first. */
    int cost() {
        int multiplications = factors == null ? 0 : factors.size();
        return Math.abs(coefficient) == 1 || factors == null ? multiplications : multiplications + 1;
    }
}
