package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tensors by name in the safetensors format (https://github.com/huggingface/safetensors): 8 bytes with the length of a
 * header, least significant first; the header, a JSON object; then the elements of all tensors, little-endian and in
 * row-major order. What is written here is, byte for byte, what the format's own library writes: tensors ordered by
 * descending type and then by name, the header filled up with spaces to a multiple of 8 bytes.
 */
public final class SafeTensors {
    /** From the format's description, against files that ask for absurd amounts of memory. */
    static final int LONGEST_HEADER = 100_000_000;

    static final int LENGTH_BYTES = 8;

    private SafeTensors() {}

    /** Writes tensors to a file. */
    public static void save(Map<String, Tensor> tensors, Path file) throws IOException {
        Files.write(file, toBytes(tensors, Map.of()));
    }

    /** Reads all tensors of a file, in the order of their elements there. */
    public static Map<String, Tensor> load(Path file) throws IOException {
        try {
            return fromBytes(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IOException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The file as bytes.
     *
     * @param metadata text by name that is stored with the tensors
     */
    public static byte[] toBytes(Map<String, Tensor> tensors, Map<String, String> metadata) {
        List<Map.Entry<String, Tensor>> ordered = tensors.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Tensor> e) ->
                                        Element.of(e.getValue().dtype()),
                                Comparator.reverseOrder())
                        .thenComparing(e -> e.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .collect(Collectors.toList());
        byte[] header = HeaderWriter.write(ordered, metadata);
        long size = ordered.stream()
                .mapToLong(e ->
                        (long) e.getValue().numel() * Element.of(e.getValue().dtype()).bytes)
                .sum();
        long total = LENGTH_BYTES + header.length + size;
        if (total > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("safetensors: " + total + " bytes are too many for one file here; save"
                    + " parts of the tensors to several files");
        }
        ByteBuffer out = ByteBuffer.allocate((int) total).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(header.length).put(header);
        ordered.forEach(e -> Element.of(e.getValue().dtype()).put(e.getValue(), out));
        return out.array();
    }

    /**
     * The tensors of a file given as bytes.
     *
     * @throws IllegalArgumentException if the bytes break a rule of the format, or hold a type that no tensor here has
     */
    public static Map<String, Tensor> fromBytes(byte[] bytes) {
        return HeaderReader.read(bytes);
    }

    /** The element types, in the format's order. */
    enum Element {
        BOOL(DType.BOOL, 1),
        F32(DType.FLOAT32, Float.BYTES),
        F64(DType.FLOAT64, Double.BYTES),
        I64(DType.INT64, Long.BYTES);

        final DType type;
        final int bytes;

        Element(DType type, int bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        static Element of(DType type) {
            return Arrays.stream(values())
                    .filter(e -> e.type == type)
                    .findFirst()
                    .orElseThrow();
        }

        static Element of(String name, String tensor) {
            return Arrays.stream(values())
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("safetensors: tensor \"" + tensor + "\" has type "
                            + name + "; supported are " + Arrays.toString(values())));
        }

        void put(Tensor t, ByteBuffer out) {
            switch (this) {
                case F32 -> {
                    out.asFloatBuffer().put(t.toArray());
                    out.position(out.position() + t.numel() * bytes);
                }
                case F64 -> {
                    out.asDoubleBuffer().put(t.toDoubleArray());
                    out.position(out.position() + t.numel() * bytes);
                }
                case I64 -> {
                    out.asLongBuffer().put(t.toLongArray());
                    out.position(out.position() + t.numel() * bytes);
                }
                case BOOL -> {
                    for (boolean b : t.toBooleanArray()) {
                        out.put((byte) (b ? 1 : 0));
                    }
                }
            }
        }

        Tensor get(ByteBuffer in, int n, int[] shape) {
            switch (this) {
                case F32: {
                    float[] v = new float[n];
                    in.asFloatBuffer().get(v);
                    return Tensor.from(v, shape);
                }
                case F64: {
                    double[] v = new double[n];
                    in.asDoubleBuffer().get(v);
                    return Tensor.from(v, shape);
                }
                case I64: {
                    long[] v = new long[n];
                    in.asLongBuffer().get(v);
                    return Tensor.from(v, shape);
                }
                default: {
                    boolean[] v = new boolean[n];
                    for (int i = 0; i < n; i++) {
                        v[i] = in.get() != 0;
                    }
                    return Tensor.from(v, shape);
                }
            }
        }
    }
}
