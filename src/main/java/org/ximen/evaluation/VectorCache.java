package org.ximen.evaluation;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.ximen.meaning.Vectors;

/**
 * Vectors of one model by content hash (SHA-256 in hex), in one file that only grows: 32 bytes of
 * hash and the vector, again and again. What a killed process left half written is cut off. One
 * process at a time has it open; the next waits.
 */
final class VectorCache implements Closeable {
    private static final int HASH = 32;

    private final FileChannel channel;
    private final int record;

    /**
     * @param dimension of every vector
     */
    VectorCache(Path file, int dimension) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        record = HASH + dimension * Float.BYTES;
        channel.lock();
        channel.truncate(channel.size() / record * record);
    }

    /** The vectors of these hashes, as far as they are known. */
    Map<String, float[]> find(Set<String> hashes) throws IOException {
        var found = new HashMap<String, float[]>();
        channel.position(0);
        // Not closed: it would close the channel.
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        for (long left = channel.size() / record; left > 0; left--) {
            var hash = HexFormat.of().formatHex(in.readNBytes(HASH));
            var vector = in.readNBytes(record - HASH);
            if (hashes.contains(hash)) {
                found.put(hash, Vectors.fromBytes(vector));
            }
        }
        return found;
    }

    /** Adds a vector that was not there. */
    void keep(String hash, float[] vector) throws IOException {
        var bytes = ByteBuffer.allocate(record);
        bytes.put(HexFormat.of().parseHex(hash)).put(Vectors.toBytes(vector)).flip();
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
