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
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.meaning.Vectors;

/**
 * Meanings by one model by content hash (SHA-256 in hex), in one file that only grows: 32 bytes of
 * hash, how many bytes of tokens there are, the vector and the tokens, again and again. What a
 * killed process left half written is cut off. One process at a time has it open; the next waits.
 */
final class MeaningCache implements Closeable {
    private static final int HASH = 32;

    private final FileChannel channel;
    private final int vector;

    /**
     * @param dimension of every vector
     */
    MeaningCache(Path file, int dimension) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        vector = dimension * Float.BYTES;
        channel.lock();
    }

    /** The meanings of these hashes, as far as they are known. */
    Map<String, Meaning> find(Set<String> hashes) throws IOException {
        var found = new HashMap<String, Meaning>();
        channel.position(0);
        // Not closed: it would close the channel.
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        long end = channel.size();
        long at = 0;
        while (end - at >= head()) {
            var hash = HexFormat.of().formatHex(in.readNBytes(HASH));
            int tokens = in.readInt();
            long next = at + head() + vector + tokens;
            if (next > end) {
                break;
            }
            if (hashes.contains(hash)) {
                var whole = Vectors.fromBytes(in.readNBytes(vector));
                found.put(hash, new Meaning(whole, Tokens.fromBytes(in.readNBytes(tokens))));
            } else {
                in.skipNBytes(vector + (long) tokens);
            }
            at = next;
        }
        channel.truncate(at);
        return found;
    }

    private static int head() {
        return HASH + Integer.BYTES;
    }

    /** Adds a meaning that {@link #find} did not find. */
    void keep(String hash, Meaning meaning) throws IOException {
        var tokens = meaning.tokens().toBytes();
        var bytes = ByteBuffer.allocate(head() + vector + tokens.length);
        bytes.put(HexFormat.of().parseHex(hash)).putInt(tokens.length);
        bytes.put(Vectors.toBytes(meaning.vector())).put(tokens).flip();
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
