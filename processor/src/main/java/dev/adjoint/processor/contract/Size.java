package dev.adjoint.processor.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An integer as a sum of products of sizes, such as {@code 2 * n * d + n}. A factor is the text of a parameter, of a length,
 * or of what is no sum of products.
 */
record Size(Map<List<String>, Long> terms) {
    private static final Comparator<List<String>> LONGEST_FIRST =
            Comparator.<List<String>>comparingInt(List::size).reversed().thenComparing(f -> String.join("*", f));

    static final Size ZERO = of(0);

    Size {
        Map<List<String>, Long> sorted = new TreeMap<>(LONGEST_FIRST);
        terms.forEach((factors, times) -> {
            if (times != 0) {
                sorted.put(factors, times);
            }
        });
        terms = sorted;
    }

    static Size of(long number) {
        return new Size(Map.of(List.of(), number));
    }

    static Size of(String factor) {
        return new Size(Map.of(List.of(factor), 1L));
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    Size plus(Size other) {
        Map<List<String>, Long> sum = new TreeMap<>(LONGEST_FIRST);
        sum.putAll(terms);
        other.terms.forEach((factors, times) -> sum.merge(factors, times, Math::addExact));
        return new Size(sum);
    }

    Size minus(Size other) {
        return plus(other.times(of(-1)));
    }

    Size times(Size other) {
        Size product = new Size(Map.of());
        for (Map.Entry<List<String>, Long> left : terms.entrySet()) {
            Map<List<String>, Long> row = new TreeMap<>(LONGEST_FIRST);
            other.terms.forEach((factors, times) -> row.merge(
                    joined(left.getKey(), factors), Math.multiplyExact(left.getValue(), times), Math::addExact));
            product = product.plus(new Size(row));
        }
        return product;
    }

    private static List<String> joined(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right);
        all.sort(null);
        return all;
    }

    /** Whether nothing is subtracted in it, and no factor can be negative unless it is none of these. */
    boolean isNonnegative(Set<String> factors) {
        return terms.entrySet().stream().allMatch(t -> t.getValue() > 0 && factors.containsAll(t.getKey()));
    }

    /** The sum, with what all numbers in it have in common before it. */
    String text() {
        long common = terms.values().stream().reduce(0L, Size::divisor);
        if (terms.size() < 2 || common < 2) {
            return sum(1);
        }
        return common + " * (" + sum(common) + ")";
    }

    private static long divisor(long a, long b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }

    private String sum(long divisor) {
        String all = terms.entrySet().stream()
                .map(t -> term(t.getKey(), t.getValue() / divisor))
                .collect(Collectors.joining());
        return all.isEmpty() ? "0" : all.startsWith(" + ") ? all.substring(3) : "-" + all.substring(3);
    }

    private static String term(List<String> factors, long times) {
        String sign = times < 0 ? " - " : " + ";
        long size = Math.abs(times);
        String product = String.join(" * ", factors);
        return sign + (factors.isEmpty() ? "" + size : size == 1 ? product : size + " * " + product);
    }
}
