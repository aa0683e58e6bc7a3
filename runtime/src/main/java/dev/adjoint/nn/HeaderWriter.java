package dev.adjoint.nn;

import dev.adjoint.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the header of a safetensors file: JSON without spaces, filled up to a multiple of 8 bytes. */
final class HeaderWriter {
    private static final int ALIGNMENT = 8;
    private static final String METADATA = "__metadata__";

    private HeaderWriter() {}

    static byte[] write(List<Map.Entry<String, Tensor>> tensors, Map<String, String> metadata) {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            members.add(quote(METADATA) + ":"
                    + new TreeMap<>(metadata)
                            .entrySet().stream()
                                    .map(e -> quote(e.getKey()) + ":" + quote(e.getValue()))
                                    .collect(Collectors.joining(",", "{", "}")));
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> e : tensors) {
            if (e.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("safetensors: a tensor can't have the reserved name " + METADATA);
            }
            SafeTensors.Element type = SafeTensors.Element.of(e.getValue().dtype());
            long end = offset + (long) e.getValue().numel() * type.bytes;
            members.add(member(e.getKey(), type, e.getValue().shape(), offset, end));
            offset = end;
        }
        byte[] json = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static String member(String name, SafeTensors.Element type, int[] shape, long begin, long end) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        return quote(name) + ":{\"dtype\":\"" + type + "\",\"shape\":" + sizes + ",\"data_offsets\":[" + begin + ","
                + end + "]}";
    }

    /** A JSON string; escapes only what must be, in the short forms there are. */
    private static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }
}
