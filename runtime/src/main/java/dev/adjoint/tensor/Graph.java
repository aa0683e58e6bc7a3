package dev.adjoint.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Pictures of the tape: the steps by PyTorch's names, and the leaves with their shapes. */
public final class Graph {
    private static final int WIDTH = 170;
    private static final int HEIGHT = 36;
    private static final int GAP_X = 24;
    private static final int GAP_Y = 40;
    private static final int MARGIN = 16;

    /** All nodes from which the result was computed, the result's own first. */
    private final List<Node> nodes = new ArrayList<>();

    private final Map<Node, Integer> ids = new IdentityHashMap<>();
    /** By node: how many steps it is away from the result, on the longest way. */
    private final Map<Node, Integer> layers = new IdentityHashMap<>();

    private Graph(Tensor y) {
        Node root = y.edge();
        if (root == null) {
            throw new IllegalStateException(
                    "the tensor does not require grad and does not have a grad_fn, so there is no graph to draw");
        }
        ids.put(root, 0);
        nodes.add(root);
        for (int i = 0; i < nodes.size(); i++) {
            for (Node next : nodes.get(i).next) {
                if (next != null && ids.putIfAbsent(next, ids.size()) == null) {
                    nodes.add(next);
                }
            }
        }
        place();
    }

    private void place() {
        List<Node> descending = new ArrayList<>(nodes);
        descending.sort(Comparator.comparingInt((Node n) -> -n.depth));
        for (Node n : descending) {
            int layer = layers.merge(n, 0, Math::max);
            for (Node next : n.next) {
                if (next != null) {
                    layers.merge(next, layer + 1, Math::max);
                }
            }
        }
    }

    /** The graph in the language of Graphviz; arrows show where gradients flow. */
    public static String toDot(Tensor y) {
        Graph g = new Graph(y);
        StringBuilder s = new StringBuilder("digraph tape {\n  node [shape=box, fontname=\"sans-serif\"];\n");
        for (Node n : g.nodes) {
            s.append("  n")
                    .append(g.ids.get(n))
                    .append(" [label=\"")
                    .append(label(n))
                    .append('"');
            s.append(n instanceof AccumulateGrad ? ", style=filled, fillcolor=lightblue];\n" : "];\n");
        }
        for (Node n : g.nodes) {
            for (Node next : n.next) {
                if (next != null) {
                    s.append("  n")
                            .append(g.ids.get(n))
                            .append(" -> n")
                            .append(g.ids.get(next))
                            .append(";\n");
                }
            }
        }
        return s.append("}\n").toString();
    }

    private static String label(Node n) {
        return n instanceof AccumulateGrad ? "leaf " + Arrays.toString(n.shape) : n.shortName();
    }

    /** The graph as a picture for browsers: the result on top, leaves below. */
    public static String toSvg(Tensor y) {
        return new Graph(y).svg();
    }

    private String svg() {
        List<List<Node>> rows = new ArrayList<>();
        for (Node n : nodes) {
            int layer = layers.get(n);
            while (rows.size() <= layer) {
                rows.add(new ArrayList<>());
            }
            rows.get(layer).add(n);
        }
        int width = rows.stream().mapToInt(r -> width(r)).max().orElse(0) + 2 * MARGIN;
        int height = 2 * MARGIN + rows.size() * (HEIGHT + GAP_Y) - GAP_Y;
        Map<Node, int[]> places = places(rows, width);
        StringBuilder s =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                        + height + "\" font-family=\"sans-serif\" font-size=\"13\">\n"
                        + "<defs><marker id=\"arrow\" markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"3\""
                        + " orient=\"auto\"><path d=\"M0,0 L7,3 L0,6 z\"/></marker></defs>\n");
        nodes.forEach(n -> arrows(s, n, places));
        nodes.forEach(n -> box(s, n, places.get(n)));
        return s.append("</svg>\n").toString();
    }

    private static int width(List<Node> row) {
        return row.size() * (WIDTH + GAP_X) - GAP_X;
    }

    /** The upper left corner of each box; rows are centred. */
    private static Map<Node, int[]> places(List<List<Node>> rows, int width) {
        Map<Node, int[]> places = new IdentityHashMap<>();
        for (int layer = 0; layer < rows.size(); layer++) {
            List<Node> row = rows.get(layer);
            int left = (width - width(row)) / 2;
            for (int i = 0; i < row.size(); i++) {
                places.put(row.get(i), new int[] {left + i * (WIDTH + GAP_X), MARGIN + layer * (HEIGHT + GAP_Y)});
            }
        }
        return places;
    }

    /** One arrow for each operand, side by side, so that both of {@code x * x} are seen. */
    private static void arrows(StringBuilder s, Node n, Map<Node, int[]> places) {
        int[] from = places.get(n);
        for (int i = 0; i < n.next.length; i++) {
            if (n.next[i] != null) {
                int[] to = places.get(n.next[i]);
                int aside = (2 * i - n.next.length + 1) * WIDTH / (4 * n.next.length);
                s.append("<line x1=\"")
                        .append(from[0] + WIDTH / 2 + aside)
                        .append("\" y1=\"")
                        .append(from[1] + HEIGHT)
                        .append("\" x2=\"")
                        .append(to[0] + WIDTH / 2 + aside)
                        .append("\" y2=\"")
                        .append(to[1] - 1)
                        .append("\" stroke=\"black\" marker-end=\"url(#arrow)\"/>\n");
            }
        }
    }

    private static void box(StringBuilder s, Node n, int[] at) {
        String fill = n instanceof AccumulateGrad ? "lightblue" : "white";
        s.append("<rect x=\"")
                .append(at[0])
                .append("\" y=\"")
                .append(at[1])
                .append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" rx=\"5\" fill=\"")
                .append(fill)
                .append("\" stroke=\"black\"/>\n<text x=\"")
                .append(at[0] + WIDTH / 2)
                .append("\" y=\"")
                .append(at[1] + HEIGHT / 2 + 5)
                .append("\" text-anchor=\"middle\">")
                .append(label(n))
                .append("</text>\n");
    }
}
