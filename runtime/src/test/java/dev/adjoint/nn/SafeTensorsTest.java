package dev.adjoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {
    private static byte[] file(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    @Test
    void writesTheBytesOfTheFormatsOwnLibrary() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensor.of(1f, -2f));
        tensors.put("a", Tensor.scalar(0.5f));
        tensors.put("mask", Tensor.of(true, false));
        tensors.put("n", Tensor.of(3));
        byte[] expected = file(
                "{\"n\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[12,20]},"
                        + "\"mask\":{\"dtype\":\"BOOL\",\"shape\":[2],\"data_offsets\":[20,22]}}   ",
                new byte[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 0, 0, (byte) 128, 63, 0, 0, 0, (byte) 192, 1, 0});
        assertEquals(0, (expected.length - 22) % 8);
        assertArrayEquals(expected, SafeTensors.toBytes(tensors, Map.of()));
    }

    @Test
    void everyTypeComesBack() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("doubles", Tensor.from(new double[] {1, Double.NaN, -0.0, 1e300}, 2, 2));
        tensors.put("floats", Tensor.of(Float.MIN_VALUE, Float.POSITIVE_INFINITY));
        tensors.put("turned", Tensor.from(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).t());
        tensors.put("empty", Tensor.zeros(0, 3));
        tensors.put("quote\" \\ \n \u0001 é \uD83D\uDE00", Tensor.of(Long.MIN_VALUE, Long.MAX_VALUE));
        tensors.put("mask", Tensor.of(true, false, true));
        byte[] bytes = SafeTensors.toBytes(tensors, Map.of("format", "pt"));
        Map<String, Tensor> back = SafeTensors.fromBytes(bytes);
        assertEquals(tensors.keySet(), back.keySet());
        tensors.forEach((name, t) -> {
            assertEquals(t.dtype(), back.get(name).dtype(), name);
            assertArrayEquals(t.shape(), back.get(name).shape(), name);
            assertArrayEquals(t.toDoubleArray(), back.get(name).toDoubleArray(), name);
        });
        assertArrayEquals(bytes, SafeTensors.toBytes(back, Map.of("format", "pt")));
    }

    @Test
    void noTensorsAreAFileToo() {
        byte[] bytes = SafeTensors.toBytes(Map.of(), Map.of());
        assertArrayEquals(file("{}      "), bytes);
        assertTrue(SafeTensors.fromBytes(bytes).isEmpty());
    }

    @Test
    void readsAnyOrderSpacesAndEscapes() {
        Map<String, Tensor> tensors = SafeTensors.fromBytes(file(
                "{ \"\\u0062\" : {\"data_offsets\": [4, 8],\n\"shape\":[1], \"dtype\":\"F32\"},"
                        + "\"__metadata__\":{\"k\":\"v\"}, \"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}",
                new byte[] {0, 0, (byte) 128, 63, 0, 0, 0, 64}));
        assertEquals(List.of("a", "b"), List.copyOf(tensors.keySet()));
        assertEquals(2, tensors.get("b").item());
        assertEquals(DType.FLOAT32, tensors.get("a").dtype());
    }

    @Test
    void reservedNameIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SafeTensors.toBytes(Map.of("__metadata__", Tensor.of(1f)), Map.of()));
    }

    /** Each header comes with four bytes of elements. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "must begin with '{'|[]",
                "unexpected end|{",
                "unexpected end|{\"a",
                "text after the end|{}{}",
                "expected ','|{\"a\":1 \"b\":2}",
                "expected '\"'|{a:1}",
                "duplicate name \"a\"|{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},\"a\":1}",
                "is not an object|{\"a\":1}",
                "must have the members|{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}",
                "must have the members|{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"more\":1}}",
                "has type F16; supported|{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "non-negative integers|{\"a\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}",
                "non-negative integer|{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                "expected ','|{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                "non-negative integer|{\"a\":{\"dtype\":\"F32\",\"shape\":[01],\"data_offsets\":[0,4]}}",
                "too large|{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}",
                "more elements|{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,4]}}",
                "more elements|{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,2],\"data_offsets\":[0,4]}}",
                "two numbers|{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0]}}",
                "needs 8 bytes|{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "needs 4 bytes|{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,0]}}",
                "must begin at 0|{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]}}",
                "the file has 4|{\"a\":{\"dtype\":\"BOOL\",\"shape\":[],\"data_offsets\":[0,1]}}",
                "the file has 4|{\"a\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]}}",
                "object of strings|{\"__metadata__\":{\"a\":1}}",
                "nested too deeply|{\"a\":[[[[[[1]]]]]]}",
                "unknown escape|{\"\\x\":1}",
                "hexadecimal|{\"\\u00g0\":1}",
            })
    void brokenHeadersAreRefused(String message, String header) {
        byte[] bytes = file(header, new byte[4]);
        String text = assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(bytes))
                .getMessage();
        assertTrue(text.contains(message), text);
    }

    @Test
    void brokenLengthsAreRefused() {
        byte[] valid = SafeTensors.toBytes(Map.of("a", Tensor.of(1f)), Map.of());
        for (int length = 0; length < valid.length; length++) {
            byte[] part = java.util.Arrays.copyOf(valid, length);
            assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(part));
        }
        byte[] huge = file("{}");
        huge[7] = -1;
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(huge));
        huge[7] = 1;
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(huge));
    }

    @Test
    void headersMustNotBeginWithASpace() {
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(file(" {}")));
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(file("")));
    }

    @Test
    void headersThatAreNotTextAreRefused() {
        byte[] bytes = file("{\"?\":1}");
        bytes[10] = (byte) 0xff;
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.fromBytes(bytes));
    }
}
