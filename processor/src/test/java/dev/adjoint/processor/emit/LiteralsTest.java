package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    private static String exact(Object value, dev.adjoint.processor.ir.Type type) {
        return Literals.exact(new Literal(value, type)).text();
    }

    @Test
    void everyTypeKeepsItsType() {
        assertEquals("2.0", exact(2.0, Primitive.DOUBLE));
        assertEquals("0.5f", exact(0.5f, Primitive.FLOAT));
        assertEquals("3L", exact(3L, Primitive.LONG));
        assertEquals("(byte) 3", exact(3, Primitive.BYTE));
        assertEquals("'\\''", exact('\'', Primitive.CHAR));
        assertEquals("true", exact(true, Primitive.BOOLEAN));
        assertEquals("\"a\\\"\\\\\\n\\u00e9\"", exact("a\"\\\né", OpaqueType.STRING));
        assertEquals("null", exact(null, OpaqueType.STRING));
    }

    @Test
    void specialNumbers() {
        assertEquals("Double.NaN", exact(Double.NaN, Primitive.DOUBLE));
        assertEquals("Float.NEGATIVE_INFINITY", exact(Float.NEGATIVE_INFINITY, Primitive.FLOAT));
        assertEquals("-0.0", exact(-0.0, Primitive.DOUBLE));
        assertEquals("-2147483648", exact(Integer.MIN_VALUE, Primitive.INT));
        assertEquals("-0.0", Literals.converted(Literal.of(-0.0)).text());
        assertEquals("2", Literals.converted(Literal.of(2.0)).text());
        assertEquals("1e10", Literals.converted(Literal.of(1e10)).text());
        assertEquals("1.5e-5", exact(1.5e-5, Primitive.DOUBLE));
        assertEquals("4.9e-324", exact(Double.MIN_VALUE, Primitive.DOUBLE));
        assertEquals("1.7976931348623157e308", exact(Double.MAX_VALUE, Primitive.DOUBLE));
    }

    @Test
    void decimalsIdentifyTheNumber() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double d = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(d)) {
                assertEquals(d, Double.parseDouble(Decimals.of(d)));
            }
            float f = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(f)) {
                assertEquals(f, Float.parseFloat(Decimals.of(f)));
            }
        }
    }
}
