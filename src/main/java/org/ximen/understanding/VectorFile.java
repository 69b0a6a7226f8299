package org.ximen.understanding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.meaning.Embedder;

/**
 * Vectors of examples by one encoder, kept in a file that only grows, so that none is computed
 * twice: the text, then its numbers with 16 bits each. What a killed process left half written is
 * computed again.
 */
final class VectorFile {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);

    private final Path file;
    private final Embedder embedder;
    private final Map<String, short[]> known = new HashMap<>();

    VectorFile(Path folder, Embedder embedder) {
        this.file = folder.resolve("vectors-" + embedder.model() + ".bin");
        this.embedder = embedder;
    }

    /**
     * The vectors of all these texts.
     *
     * @param pause called after each that is computed
     */
    Function<String, float[]> of(List<String> texts, Runnable pause) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            long whole = load();
            append(texts, whole, pause);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this::vector;
    }

    private float[] vector(String text) {
        var packed = known.getOrDefault(text, new short[embedder.dimension()]);
        var vector = new float[packed.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(packed[i]);
        }
        return vector;
    }

    /** Reads what is there; returns how many bytes of it are whole. */
    private long load() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        long whole = 0;
        try (var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                var text = in.readUTF();
                var vector = new short[embedder.dimension()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readShort();
                }
                known.put(text, vector);
                whole += Short.BYTES + utf(text) + (long) Short.BYTES * vector.length;
            }
        } catch (EOFException e) {
            return whole;
        } catch (IOException e) {
            LOG.warn("{} cannot be read to its end, the rest is computed again", file, e);
            return whole;
        }
    }

    /** Bytes of a text as {@link DataOutputStream#writeUTF} writes it. */
    private static long utf(String text) {
        return text.chars().mapToLong(c -> c > 0x7FF ? 3 : c > 0x7F || c == 0 ? 2 : 1).sum();
    }

    private void append(List<String> texts, long whole, Runnable pause) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(whole).position(whole);
            var out =
                    new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel)));
            for (var text : texts) {
                if (!known.containsKey(text)) {
                    write(text, out);
                    pause.run();
                }
            }
            out.flush();
        }
    }

    private void write(String text, DataOutputStream out) throws IOException {
        var vector = embedder.embed(List.of(MessageReader.start(text))).getFirst().vector();
        var packed = new short[vector.length];
        out.writeUTF(text);
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Float.floatToFloat16(vector[i]);
            out.writeShort(packed[i]);
        }
        known.put(text, packed);
    }
}
