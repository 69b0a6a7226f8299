package org.ximen.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tensors stored in an ONNX file, read and overwritten where they stand (the file is a
 * protocol buffer: ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto.name = 8,
 * .float_data = 4, .raw_data = 9).
 */
final class OnnxFile {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int NAME = 8;
    private static final int FLOAT_DATA = 4;
    private static final int RAW_DATA = 9;

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private record Span(int from, int length) {}

    private interface Visitor {
        void visit(int field, Span content);
    }

    private interface Content {
        void of(Span span);
    }

    private final byte[] bytes;
    private final Map<String, Span> tensors = new LinkedHashMap<>();

    /**
     * @param bytes the file, which this object may change
     */
    OnnxFile(byte[] bytes) {
        this.bytes = bytes;
        visit(new Span(0, bytes.length), GRAPH, graph -> visit(graph, INITIALIZER, this::tensor));
    }

    private void visit(Span message, int wanted, Content content) {
        visit(
                message,
                (field, span) -> {
                    if (field == wanted) {
                        content.of(span);
                    }
                });
    }

    private void tensor(Span tensor) {
        var name = new String[1];
        var data = new Span[1];
        visit(
                tensor,
                (field, span) -> {
                    if (field == NAME) {
                        name[0] =
                                new String(
                                        bytes, span.from, span.length, StandardCharsets.UTF_8);
                    } else if ((field == RAW_DATA || field == FLOAT_DATA) && span.length > 0) {
                        data[0] = span;
                    }
                });
        if (name[0] != null && data[0] != null) {
            tensors.put(name[0], data[0]);
        }
    }

    private void visit(Span message, Visitor visitor) {
        var reader = ByteBuffer.wrap(bytes, message.from, message.length);
        while (reader.hasRemaining()) {
            int tag = (int) varint(reader);
            int length =
                    switch (tag & 7) {
                        case VARINT -> skipped(reader);
                        case FIXED64 -> Long.BYTES;
                        case FIXED32 -> Integer.BYTES;
                        case LENGTH_DELIMITED -> (int) varint(reader);
                        default -> throw new IllegalArgumentException("No ONNX file");
                    };
            visitor.visit(tag >>> 3, new Span(reader.position(), length));
            reader.position(reader.position() + length);
        }
    }

    private static int skipped(ByteBuffer reader) {
        varint(reader);
        return 0;
    }

    private static long varint(ByteBuffer reader) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = reader.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** Names of all tensors whose numbers are stored as they are in memory. */
    Set<String> names() {
        return tensors.keySet();
    }

    /** Bytes of a tensor. */
    int length(String name) {
        return span(name).length;
    }

    private Span span(String name) {
        var span = tensors.get(name);
        if (span == null) {
            throw new IllegalArgumentException("No tensor " + name);
        }
        return span;
    }

    /** Numbers of a tensor of 32-bit floats, row by row. */
    float[] floats(String name) {
        var floats = content(name).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var numbers = new float[floats.remaining()];
        floats.get(numbers);
        return numbers;
    }

    /** A tensor's bytes where they stand: what is put into them changes the file. */
    ByteBuffer content(String name) {
        var span = span(name);
        return ByteBuffer.wrap(bytes, span.from, span.length)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file, with all that was changed. */
    byte[] bytes() {
        return bytes;
    }
}
