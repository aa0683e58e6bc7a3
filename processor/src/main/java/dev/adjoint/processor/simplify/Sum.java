package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A sum of products with like terms collected. */
final class Sum {
    private final Function<Var, Expr.@Nullable Apply> definitions;
    private final Predicate<Var> open;
    private final ToIntFunction<Var> rank;
    private final Map<List<Integer>, Product> terms = new LinkedHashMap<>();
    private int operations;
    private int found;
    private boolean buried;

    private Sum(Function<Var, Expr.@Nullable Apply> definitions, Predicate<Var> open, ToIntFunction<Var> rank) {
        this.definitions = definitions;
        this.open = open;
        this.rank = rank;
    }

    /**
     * Takes an expression apart.
     *
     * @param definitions what variables are bound to
     * @param open which variables may be taken apart, because nothing else uses them
     * @param rank a number for each variable
     */
    static Sum of(
            Expr.Apply e,
            Function<Var, Expr.@Nullable Apply> definitions,
            Predicate<Var> open,
            ToIntFunction<Var> rank) {
        Sum sum = new Sum(definitions, open, rank);
        sum.addParts(e, 1, null); // what is bound to the whole is about to be built
        return sum;
    }

    /** Whether writing the sum anew is an improvement: shorter, or as short with like terms or literals together. */
    boolean isWorthwhile() {
        List<Product> ordered = inReadingOrder();
        int cost = cost(ordered, groups());
        if (cost > operations || !terms.values().stream().allMatch(t -> Double.isFinite(t.coefficient()))) {
            return false;
        }
        boolean tidier = found > terms.size() || buried || !new ArrayList<>(terms.values()).equals(ordered);
        return cost < operations || tidier;
    }

    private static int cost(List<Product> all, List<List<Product>> groups) {
        int cost = Math.max(0, all.size() - 1);
        for (List<Product> group : groups) {
            for (Product term : group) {
                cost += term.cost();
            }
            cost -= group.size() - 1;
        }
        boolean sign =
                !all.isEmpty() && all.get(0).coefficient() == -1 && all.get(0).factors() != null;
        return sign ? cost + 1 : cost;
    }

    /** A positive term first, the constant last unless it is the only positive one. */
    List<Product> inReadingOrder() {
        List<Product> all = new ArrayList<>();
        Product constant = null;
        for (Product term : terms.values()) {
            if (term.coefficient() != 0 && term.factors() != null) {
                all.add(term);
            } else if (term.coefficient() != 0) {
                constant = term;
            }
        }
        if (constant != null) {
            all.add(constant);
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).coefficient() > 0) {
                all.add(0, all.remove(i));
                break;
            }
        }
        return all;
    }

    /** The terms in reading order, those together that have one coefficient to be multiplied by once. */
    List<List<Product>> groups() {
        List<Product> rest = inReadingOrder();
        List<List<Product>> groups = new ArrayList<>();
        while (!rest.isEmpty()) {
            Product first = rest.remove(0);
            List<Product> group = group(first, Math.abs(first.coefficient()), rest);
            for (int i = 0; i < rest.size() && group.size() == 1; i++) {
                group = group(first, Math.abs(rest.get(i).coefficient()), rest);
            }
            groups.add(group);
        }
        return groups;
    }

    /** The first term with those of the rest that can have that coefficient, too, which are taken out; else alone. */
    private static List<Product> group(Product first, double size, List<Product> rest) {
        List<Product> group = new ArrayList<>();
        Product begin = size > 1 ? first.withCoefficient(size) : null;
        if (begin != null) {
            group.add(begin);
            for (Product term : List.copyOf(rest)) {
                Product fitting = term.withCoefficient(size);
                if (fitting != null) {
                    group.add(fitting);
                    rest.remove(term);
                }
            }
        }
        return group.size() > 1 ? group : new ArrayList<>(List.of(first));
    }

    private void addParts(Expr.Apply e, double coefficient, @Nullable Var whole) {
        List<Operand> args = e.args();
        String symbol = e.op().name();
        if (symbol.equals("*") || symbol.equals("/")) {
            add(product(e, whole), coefficient);
            return;
        }
        operations++;
        if (args.size() == 1) {
            addOperand(args.get(0), -coefficient);
        } else {
            addOperand(args.get(0), coefficient);
            addOperand(args.get(1), symbol.equals("-") ? -coefficient : coefficient);
        }
    }

    private void addOperand(Operand operand, double coefficient) {
        Expr.Apply inside = inside(operand);
        if (inside != null
                && !inside.op().name().equals("*")
                && !inside.op().name().equals("/")) {
            addParts(inside, coefficient, (Var) operand);
        } else {
            add(product(operand), coefficient);
        }
    }

    /** What an operand that may be taken apart consists of. */
    private Expr.@Nullable Apply inside(Operand operand) {
        return operand instanceof Var v && open.test(v) ? definitions.apply(v) : null;
    }

    private void add(Product product, double coefficient) {
        found++;
        operations += product.operations();
        buried |= product.buried() || (found > 1 && product.coefficient() < 0);
        Product scaled = product.scaled(coefficient, 0);
        terms.merge(key(product), scaled, Sum::together);
    }

    private static Product together(Product left, Product right) {
        return new Product(left.coefficient() + right.coefficient(), left.factors(), false, 0);
    }

    private List<Integer> key(Product product) {
        List<Operand> factors = new ArrayList<>();
        if (product.factors() != null) {
            product.factors().collect(factors);
        }
        return factors.stream().map(f -> rank.applyAsInt((Var) f)).sorted().toList();
    }

    private Product product(Expr.Apply e, @Nullable Var whole) {
        if (e.op().name().equals("/")) {
            return product(e.args().get(0)).scaled(1 / number(e.args().get(1)), 1);
        }
        return product(e.args().get(0)).times(product(e.args().get(1)), whole);
    }

    private Product product(Operand operand) {
        if (operand instanceof Literal) {
            return Product.number(number(operand));
        }
        Expr.Apply inside = inside(operand);
        if (inside != null
                && (inside.op().name().equals("*") || inside.op().name().equals("/"))) {
            return product(inside, (Var) operand);
        }
        if (inside != null && isNegative(inside)) {
            return product(inside.args().get(0)).scaled(-1, 1);
        }
        return withoutLiterals(operand);
    }

    /** Looks through multiplications by literals even where others use the product: that costs nothing. */
    private Product withoutLiterals(Operand operand) {
        Expr.Apply e = definitions.apply((Var) operand);
        if (e != null && e.op().name().equals("*") && e.args().get(0) instanceof Literal literal) {
            Product rest = shared(e.args().get(1));
            double by = number(literal) * rest.coefficient();
            return new Product(
                    by,
                    rest.factors() == null ? null : new Product.Scaled(rest.factors(), operand, by),
                    rest.buried() || Math.abs(rest.coefficient()) != 1,
                    0);
        }
        if (e != null && isNegative(e) && e.args().get(0) instanceof Var) {
            return shared(e.args().get(0)).scaled(-1, 0);
        }
        return Product.single(operand);
    }

    private Product shared(Operand operand) {
        return operand instanceof Var ? withoutLiterals(operand) : Product.single(operand);
    }

    /** A division by a power of two is a multiplication without rounding. */
    static boolean isHalving(Expr.Apply e) {
        return e.op().name().equals("/")
                && e.args().get(1) instanceof Literal divisor
                && Math.abs(number(divisor)) >= 1
                && Math.getExponent(number(divisor)) <= 62
                && Long.bitCount((long) Math.abs(number(divisor))) == 1
                && (long) number(divisor) == number(divisor);
    }

    private static double number(Operand literal) {
        return ((Number) java.util.Objects.requireNonNull(((Literal) literal).value())).doubleValue();
    }

    private static boolean isNegative(Expr.Apply e) {
        return e.args().size() == 1 && e.op().name().equals("-");
    }
}
