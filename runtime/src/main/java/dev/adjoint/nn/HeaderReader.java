package dev.adjoint.nn;

import dev.adjoint.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a safetensors file, and refuses one that breaks a rule of the format before it allocates anything for it. */
final class HeaderReader {
    private HeaderReader() {}

    /** What the header says about a tensor. */
    private record Entry(String name, SafeTensors.Element type, int[] shape, int numel, long begin, long end) {}

    static Map<String, Tensor> read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Object> header = new HeaderParser(header(file)).object();
        List<Entry> entries = new ArrayList<>();
        header.forEach((name, value) -> {
            if (name.equals("__metadata__")) {
                requireTexts(value);
            } else {
                entries.add(entry(name, value));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireWhole(entries, file.remaining());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int data = file.position();
        for (Entry e : entries) {
            ByteBuffer elements = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            elements.position(data + (int) e.begin);
            tensors.put(e.name, e.type.get(elements, e.numel, e.shape));
        }
        return tensors;
    }

    /** Leaves the buffer at the first element. */
    private static String header(ByteBuffer file) {
        require(
                file.remaining() >= SafeTensors.LENGTH_BYTES,
                "the file has " + file.remaining() + " bytes, too few for the length of its header");
        long length = file.getLong();
        require(
                length >= 0 && length <= SafeTensors.LONGEST_HEADER,
                "the header's length, " + Long.toUnsignedString(length) + ", exceeds the limit of "
                        + SafeTensors.LONGEST_HEADER);
        require(
                length <= file.remaining(),
                "the header's length is " + length + ", but only " + file.remaining() + " bytes follow");
        ByteBuffer part = file.slice(file.position(), (int) length);
        file.position(file.position() + (int) length);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(part);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("safetensors: the header is not UTF-8 text", e);
        }
    }

    private static void requireTexts(Object metadata) {
        boolean texts =
                metadata instanceof Map<?, ?> map && map.values().stream().allMatch(v -> v instanceof String);
        require(texts, "__metadata__ must be an object of strings");
    }

    private static Entry entry(String name, Object value) {
        String of = " of tensor \"" + name + "\"";
        require(value instanceof Map, "the description" + of + " is not an object");
        Map<?, ?> fields = (Map<?, ?>) value;
        require(
                fields.get("dtype") instanceof String
                        && fields.get("shape") instanceof List
                        && fields.get("data_offsets") instanceof List
                        && fields.size() == 3,
                "the description" + of + " must have the members dtype, shape and data_offsets, but is " + fields);
        SafeTensors.Element type = SafeTensors.Element.of((String) fields.get("dtype"), name);
        List<Long> sizes = numbers((List<?>) fields.get("shape"), "shape" + of);
        List<Long> offsets = numbers((List<?>) fields.get("data_offsets"), "data_offsets" + of);
        require(offsets.size() == 2, "the data_offsets" + of + " must be two numbers, but are " + offsets);
        long numel = numel(sizes, of);
        long begin = offsets.get(0);
        long end = offsets.get(1);
        require(
                begin <= end && end - begin == numel * type.bytes,
                "the data_offsets" + of + " are " + offsets + ", but its shape " + sizes + " of type " + type
                        + " needs " + numel * type.bytes + " bytes");
        return new Entry(name, type, sizes.stream().mapToInt(Long::intValue).toArray(), (int) numel, begin, end);
    }

    private static List<Long> numbers(List<?> list, String what) {
        List<Long> numbers = new ArrayList<>();
        for (Object o : list) {
            require(o instanceof Long, "the " + what + " must be non-negative integers, but are " + list);
            numbers.add((Long) o);
        }
        return numbers;
    }

    private static long numel(List<Long> sizes, String of) {
        long numel = 1;
        for (long size : sizes) {
            require(
                    size <= Integer.MAX_VALUE && (numel *= size) <= Integer.MAX_VALUE,
                    "the shape" + of + ", " + sizes + ", has more elements than an array can");
        }
        return numel;
    }

    /** The elements must follow each other without holes, and end with the file. */
    private static void requireWhole(List<Entry> entries, int available) {
        long at = 0;
        for (Entry e : entries) {
            require(
                    e.begin == at,
                    "the elements of tensor \"" + e.name + "\" begin at " + e.begin + ", but must begin at " + at
                            + ", where the ones before end");
            at = e.end;
        }
        require(at == available, "the header describes " + at + " bytes of elements, but the file has " + available);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("safetensors: " + message);
        }
    }
}
