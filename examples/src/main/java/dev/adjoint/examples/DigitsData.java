package dev.adjoint.examples;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pictures of digits, drawn by this program: a glyph near the middle, in some strength, with noise.
 *
 * @param images of shape (n, 1, SIZE, SIZE)
 * @param digits 0 to 9, of shape (n)
 */
record DigitsData(Tensor images, Tensor digits) {
    static final int SIZE = 12;
    static final int CLASSES = 10;

    private static final int GLYPH_WIDTH = 5;
    private static final int GLYPH_HEIGHT = 7;
    private static final int SHIFT = 1;
    private static final double NOISE = 0.15;

    /** The digits from 0 to 9, row by row. */
    private static final List<String> GLYPHS = List.of(
            ".###. #...# #..## #.#.# ##..# #...# .###.",
            "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
            ".###. #...# ....# ...#. ..#.. .#... #####",
            ".###. #...# ....# ..##. ....# #...# .###.",
            "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
            "##### #.... ####. ....# ....# #...# .###.",
            ".###. #.... #.... ####. #...# #...# .###.",
            "##### ....# ...#. ..#.. .#... .#... .#...",
            ".###. #...# #...# .###. #...# #...# .###.",
            ".###. #...# #...# .#### ....# ....# .###.");

    static DigitsData draw(int n, RandomGenerator random) {
        float[] pixels = new float[n * SIZE * SIZE];
        long[] digits = new long[n];
        for (int i = 0; i < n; i++) {
            digits[i] = random.nextInt(CLASSES);
            drawOne((int) digits[i], pixels, i * SIZE * SIZE, random);
        }
        return new DigitsData(Tensor.from(pixels, n, 1, SIZE, SIZE), Tensor.of(digits));
    }

    private static void drawOne(int digit, float[] pixels, int at, RandomGenerator random) {
        int left = (SIZE - GLYPH_WIDTH) / 2 + random.nextInt(-SHIFT, SHIFT + 1);
        int top = (SIZE - GLYPH_HEIGHT) / 2 + random.nextInt(-SHIFT, SHIFT + 1);
        double strength = 0.6 + 0.4 * random.nextDouble();
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE - left;
            int y = i / SIZE - top;
            double ink = isInk(digit, x, y) ? strength : 0;
            pixels[at + i] = (float) (ink + NOISE * random.nextGaussian());
        }
    }

    private static boolean isInk(int digit, int x, int y) {
        boolean inside = x >= 0 && x < GLYPH_WIDTH && y >= 0 && y < GLYPH_HEIGHT;
        return inside && GLYPHS.get(digit).charAt(y * (GLYPH_WIDTH + 1) + x) == '#';
    }
}
