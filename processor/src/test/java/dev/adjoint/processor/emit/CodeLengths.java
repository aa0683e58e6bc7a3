package dev.adjoint.processor.emit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lengths of the methods of a class file, in bytes of code (JVMS chapter 4). */
final class CodeLengths {
    private final DataInputStream in;
    private final Map<Integer, String> strings = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    private CodeLengths(byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static Map<String, Integer> of(byte[] bytes) throws IOException {
        CodeLengths reader = new CodeLengths(bytes);
        reader.read();
        return reader.lengths;
    }

    private void read() throws IOException {
        in.skipBytes(8);
        constants();
        in.skipBytes(6);
        in.skipBytes(2 * in.readUnsignedShort());
        members();
        members();
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> strings.put(i, in.readUTF());
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> in.skipBytes(4);
            }
        }
    }

    private void members() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipBytes(2);
            String name = strings.get(in.readUnsignedShort());
            in.skipBytes(2);
            attributes(name);
        }
    }

    private void attributes(String name) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            boolean isCode = "Code".equals(strings.get(in.readUnsignedShort()));
            int size = in.readInt();
            if (isCode) {
                in.skipBytes(4);
                lengths.put(name, in.readInt());
                in.skipBytes(size - 8);
            } else {
                in.skipBytes(size);
            }
        }
    }
}
