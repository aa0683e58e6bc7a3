package dev.adjoint.tensor;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Sums of products by Einstein's convention. Operands are brought to one order of labels; then they are multiplied from
 * left to right by batched matrix products, and a label is summed as soon as no later operand and not the result has it.
 */
final class Einsum {
    private final String[] inputs;
    private final String output;
    private final TreeMap<Character, Integer> sizes = new TreeMap<>();
    private final String equation;

    private Einsum(String equation, Tensor[] operands) {
        this.equation = equation;
        String[] sides = equation.replace(" ", "").split("->", -1);
        requireLetters(sides[0]);
        String left = spell(sides[0], operands);
        this.inputs = left.split(",", -1);
        if (inputs.length != operands.length || sides.length > 2) {
            throw error("fewer or more operands were provided than specified in the equation: " + operands.length);
        }
        this.output = sides.length == 2 ? sides[1].replace("...", dots(operands, sides[0])) : implicit(left);
        measure(operands);
        requireOutput();
    }

    static Tensor of(String equation, Tensor... operands) {
        return new Einsum(equation, operands).run(operands);
    }

    private IllegalArgumentException error(String text) {
        return new IllegalArgumentException("einsum(): " + text + " (equation '" + equation + "')");
    }

    /** Digits are the labels of what ellipses stand for. */
    private void requireLetters(String left) {
        int at = left.replaceAll("[0-9].*", "").length();
        if (at < left.length()) {
            throw error("invalid subscript given at index " + at
                    + " in the equation string, subscripts must be in [a-zA-Z]");
        }
    }

    /** Replaces ellipses by labels of their own: 0 for the last dimension that one stands for, 1 for the one before. */
    private String spell(String left, Tensor[] operands) {
        String[] parts = left.split(",", -1);
        for (int i = 0; i < parts.length && i < operands.length; i++) {
            int named = parts[i].replace("...", "").length();
            int rest = operands[i].shape.length - named;
            boolean dots = parts[i].contains("...");
            if (rest < 0 || (rest > 0 && !dots)) {
                throw error("the number of subscripts in '" + parts[i] + "' does not match the number of dimensions ("
                        + operands[i].shape.length + ") for operand " + i);
            }
            parts[i] = parts[i].replace("...", digits(rest));
        }
        return String.join(",", parts);
    }

    private static String digits(int n) {
        StringBuilder s = new StringBuilder();
        for (int i = n - 1; i >= 0; i--) {
            s.append((char) ('0' + i));
        }
        return s.toString();
    }

    private static String dots(Tensor[] operands, String left) {
        String[] parts = left.split(",", -1);
        int most = 0;
        for (int i = 0; i < Math.min(parts.length, operands.length); i++) {
            if (parts[i].contains("...")) {
                most = Math.max(
                        most,
                        operands[i].shape.length - parts[i].replace("...", "").length());
            }
        }
        return digits(most);
    }

    /** Ellipsis dimensions, then the labels that occur once, in alphabetical order. */
    private static String implicit(String left) {
        StringBuilder dots = new StringBuilder();
        StringBuilder once = new StringBuilder();
        left.replace(",", "").chars().sorted().distinct().forEach(c -> {
            if (Character.isDigit(c)) {
                dots.insert(0, (char) c);
            } else if (left.indexOf(c) == left.lastIndexOf(c)) {
                once.append((char) c);
            }
        });
        return dots.toString() + once;
    }

    private void measure(Tensor[] operands) {
        for (int i = 0; i < inputs.length; i++) {
            for (int d = 0; d < inputs[i].length(); d++) {
                char label = inputs[i].charAt(d);
                if (!Character.isLetterOrDigit(label)) {
                    throw error("invalid subscript given at index " + d + " of operand " + i + ": " + label);
                }
                int size = operands[i].shape[d];
                int seen = sizes.getOrDefault(label, 1);
                if (size != seen && size != 1 && seen != 1) {
                    throw error("subscript " + label + " has size " + size + " for operand " + i
                            + " which does not broadcast with previously seen size " + seen);
                }
                sizes.put(label, seen == 1 ? size : seen);
            }
        }
    }

    private void requireOutput() {
        for (int d = 0; d < output.length(); d++) {
            char label = output.charAt(d);
            if (!sizes.containsKey(label)) {
                throw error("output subscript " + label + " does not appear in the equation for any input operand");
            }
            if (output.indexOf(label) != d) {
                throw error("output subscript " + label + " appears more than once in the output");
            }
        }
    }

    private Tensor run(Tensor[] operands) {
        String labels = withoutRepeats(inputs[0]);
        Tensor y = diagonal(operands[0], inputs[0]);
        for (int i = 1; i <= operands.length; i++) {
            String needed =
                    output + String.join("", Arrays.copyOfRange(inputs, Math.min(i + 1, inputs.length), inputs.length));
            if (i == operands.length) {
                y = sumOut(y, labels, output);
                labels = kept(labels, output);
            } else {
                Pair pair = new Pair(labels, withoutRepeats(inputs[i]), needed);
                y = pair.multiply(y, diagonal(operands[i], inputs[i]));
                labels = pair.result();
            }
        }
        return ordered(y, labels, output);
    }

    private static String withoutRepeats(String labels) {
        StringBuilder s = new StringBuilder();
        labels.chars().distinct().forEach(c -> s.append((char) c));
        return s.toString();
    }

    /** Labels that occur twice in one operand stand for its diagonal. */
    private Tensor diagonal(Tensor x, String labels) {
        String distinct = withoutRepeats(labels);
        if (distinct.length() == labels.length()) {
            return x;
        }
        Tensor dense = x.contiguous();
        int[] strides = new int[distinct.length()];
        int[] shape = new int[distinct.length()];
        int[] old = Shape.contiguousStrides(x.shape);
        for (int d = 0; d < labels.length(); d++) {
            int at = distinct.indexOf(labels.charAt(d));
            if (shape[at] != 0 && shape[at] != x.shape[d]) {
                throw error("subscript " + labels.charAt(d) + " is repeated for an operand but the sizes don't match, "
                        + x.shape[d] + " != " + shape[at]);
            }
            shape[at] = x.shape[d];
            strides[at] += old[d];
        }
        return ViewRows.AS_STRIDED.apply(new Geometry(shape, strides, 0, x.shape), dense);
    }

    private static String kept(String labels, String needed) {
        StringBuilder s = new StringBuilder();
        labels.chars().filter(c -> needed.indexOf(c) >= 0).forEach(c -> s.append((char) c));
        return s.toString();
    }

    private static Tensor sumOut(Tensor x, String labels, String needed) {
        int[] dims = new int[labels.length()];
        int n = 0;
        for (int d = 0; d < labels.length(); d++) {
            if (needed.indexOf(labels.charAt(d)) < 0) {
                dims[n++] = d;
            }
        }
        return n == 0 ? x : x.sum(Arrays.copyOf(dims, n), false);
    }

    /** Permutes x from one order of labels to another one of the same labels. */
    private static Tensor ordered(Tensor x, String from, String to) {
        if (from.equals(to)) {
            return x;
        }
        int[] order = new int[to.length()];
        for (int d = 0; d < order.length; d++) {
            order[d] = from.indexOf(to.charAt(d));
        }
        return x.permute(order);
    }

    /** The product of two operands, as a batched matrix product: labels of both stay or are summed. */
    private final class Pair {
        private final StringBuilder batch = new StringBuilder();
        private final StringBuilder onlyLeft = new StringBuilder();
        private final StringBuilder onlyRight = new StringBuilder();
        private final StringBuilder summed = new StringBuilder();
        private final String left;
        private final String right;

        Pair(String left, String right, String needed) {
            this.left = left;
            this.right = right;
            for (char c : withoutRepeats(left + right).toCharArray()) {
                boolean inLeft = left.indexOf(c) >= 0;
                boolean inRight = right.indexOf(c) >= 0;
                boolean stays = needed.indexOf(c) >= 0;
                if (inLeft && inRight) {
                    (stays ? batch : summed).append(c);
                } else if (stays) {
                    (inLeft ? onlyLeft : onlyRight).append(c);
                }
            }
        }

        String result() {
            return "" + batch + onlyLeft + onlyRight;
        }

        Tensor multiply(Tensor x, Tensor y) {
            String all = "" + batch + onlyLeft + onlyRight + summed;
            Tensor a = prepared(x, left, all, "" + batch + onlyLeft + summed);
            Tensor b = prepared(y, right, all, "" + batch + summed + onlyRight);
            int count = size(batch);
            Tensor product =
                    a.reshape(count, size(onlyLeft), size(summed)).bmm(b.reshape(count, size(summed), size(onlyRight)));
            return product.view(shape(result()));
        }

        /** The operand without labels that only it has and that are summed, in this order and at full size. */
        private Tensor prepared(Tensor x, String labels, String all, String order) {
            Tensor y = ordered(sumOut(x, labels, all), kept(labels, all), order);
            int[] full = shape(order);
            return Arrays.equals(full, y.shape) ? y : y.expand(full);
        }

        private int[] shape(String labels) {
            return labels.chars().map(c -> sizes.get((char) c)).toArray();
        }

        private int size(CharSequence labels) {
            return Shape.numel("einsum", shape(labels.toString()));
        }
    }
}
