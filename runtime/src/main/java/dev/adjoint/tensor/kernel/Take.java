package dev.adjoint.tensor.kernel;

/** Copies by a table of places. */
public final class Take {
    private Take() {}

    /** {@code y[i] = x[xo + map[i]]}, or zero where the map is negative. */
    public static void take(Object x, int xo, int[] map, Object y) {
        if (y instanceof float[]) {
            for (int i = 0; i < map.length; i++) {
                ((float[]) y)[i] = map[i] < 0 ? 0 : ((float[]) x)[xo + map[i]];
            }
        } else if (y instanceof double[]) {
            for (int i = 0; i < map.length; i++) {
                ((double[]) y)[i] = map[i] < 0 ? 0 : ((double[]) x)[xo + map[i]];
            }
        } else if (y instanceof long[]) {
            for (int i = 0; i < map.length; i++) {
                ((long[]) y)[i] = map[i] < 0 ? 0 : ((long[]) x)[xo + map[i]];
            }
        } else {
            for (int i = 0; i < map.length; i++) {
                ((boolean[]) y)[i] = map[i] >= 0 && ((boolean[]) x)[xo + map[i]];
            }
        }
    }

    /** {@code y[map[i]] += x[xo + i]} where the map is not negative. */
    public static void add(Object x, int xo, int[] map, Object y) {
        for (int i = 0; i < map.length; i++) {
            if (map[i] >= 0) {
                Embed.addOne(x, xo + i, y, map[i]);
            }
        }
    }
}
