package org.ximen.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The n-grams that a model knows, each with its row and its weight, the inverse document frequency.
 */
final class GramTable {
    private final int[] hashes;
    private final float[] rarities;

    private GramTable(int[] hashes, float[] rarities) {
        this.hashes = hashes;
        this.rarities = rarities;
    }

    /** Those that occur in at least so many of the texts. */
    static GramTable of(List<int[]> texts, int atLeast) {
        var counts = new HashMap<Integer, Integer>();
        for (var text : texts) {
            for (int hash : text) {
                counts.merge(hash, 1, Integer::sum);
            }
        }
        var hashes =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= atLeast)
                        .mapToInt(entry -> entry.getKey())
                        .sorted()
                        .toArray();
        var rarities = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            double often = counts.getOrDefault(hashes[i], 1);
            rarities[i] = (float) Math.log(1 + texts.size() / often);
        }
        return new GramTable(hashes, rarities);
    }

    int size() {
        return hashes.length;
    }

    /**
     * The known ones of a text: their rows, and what they count, as a vector of the given length.
     */
    SparseRow row(int[] grams, double length) {
        var rows = new int[grams.length];
        var values = new float[grams.length];
        int known = 0;
        double squares = 0;
        for (int gram : grams) {
            int row = Arrays.binarySearch(hashes, gram);
            if (row >= 0) {
                rows[known] = row;
                values[known++] = rarities[row];
                squares += rarities[row] * rarities[row];
            }
        }
        float scale = squares == 0 ? 0 : (float) (length / Math.sqrt(squares));
        for (int i = 0; i < known; i++) {
            values[i] *= scale;
        }
        return new SparseRow(Arrays.copyOf(rows, known), Arrays.copyOf(values, known));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            out.writeInt(hashes[i]);
            out.writeShort(Float.floatToFloat16(rarities[i]));
        }
    }

    static GramTable read(DataInput in) throws IOException {
        var hashes = new int[in.readInt()];
        var rarities = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
            rarities[i] = Float.float16ToFloat(in.readShort());
        }
        return new GramTable(hashes, rarities);
    }
}
