package org.ximen.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Fields of an EXIF block, which is a TIFF structure (TIFF 6.0, section 2); hostile ones too. */
final class Tiff {
    private static final int HEAD = 8;
    private static final int ENTRY = 12;

    private final byte[] block;
    private final ByteBuffer fields;

    Tiff(byte[] block) {
        this.block = block;
        this.fields = ByteBuffer.wrap(block);
        fields.order(
                block.length > 0 && block[0] == 'I'
                        ? ByteOrder.LITTLE_ENDIAN
                        : ByteOrder.BIG_ENDIAN);
    }

    /** Where the first list of fields begins. */
    OptionalInt first() {
        return block.length < HEAD ? OptionalInt.empty() : offset(4);
    }

    /** Where the field of a tag stands in the list that begins here. */
    OptionalInt find(int list, int tag) {
        if (list < 0 || list + 2L > block.length) {
            return OptionalInt.empty();
        }
        int entries = fields.getShort(list) & 0xFFFF;
        for (int i = 0; i < entries && list + 2L + (i + 1L) * ENTRY <= block.length; i++) {
            int at = list + 2 + i * ENTRY;
            if ((fields.getShort(at) & 0xFFFF) == tag) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** The short number of a field. */
    int number(int field) {
        return fields.getShort(field + 8);
    }

    /** Where the list begins that a field points to. */
    OptionalInt below(int field) {
        return offset(field + 8);
    }

    /** The words of a field that are this long. */
    Optional<String> words(int field, int length) {
        var from = offset(field + 8);
        return from.isPresent() && from.getAsInt() + (long) length <= block.length
                ? Optional.of(new String(block, from.getAsInt(), length, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    private OptionalInt offset(int at) {
        long offset = Integer.toUnsignedLong(fields.getInt(at));
        return offset < block.length ? OptionalInt.of((int) offset) : OptionalInt.empty();
    }
}
