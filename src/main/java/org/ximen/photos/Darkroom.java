package org.ximen.photos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.ximen.admission.Admission;
import org.ximen.admission.Claim;
import org.ximen.chat.Sender;

/** Where pictures are decoded: few at once, within a share of the memory that there is. */
final class Darkroom {
    // A file that was uploaded should not have to be uploaded again.
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 4;
    private static final int SHARE = 4;
    // What a file of 10 MB takes, in milliseconds.
    private static final int EFFORT = 1000;

    private final long budget;
    private final Admission admission;

    /** For a machine: half of its processors and a quarter of its memory. */
    Darkroom(Runtime machine) {
        int atOnce = Math.clamp(machine.availableProcessors() / 2, 1, MOST_AT_ONCE);
        this.budget = machine.maxMemory() / SHARE / atOnce;
        var limits = new Admission.Limits(atOnce, atOnce, PATIENCE);
        this.admission = new Admission("picture", limits);
    }

    /** Reads and decodes a file once it is its turn; before that not a byte is read. */
    Picture develop(InputStream bytes, Sender owner, String network) throws IOException {
        var claim = new Claim(network, owner.channel() + ":" + owner.address(), EFFORT);
        try {
            return admission.run(claim, () -> develop(bytes));
        } catch (UncheckedIOException e) {
            throw new IOException("the picture could not be read", e);
        }
    }

    private Picture develop(InputStream bytes) {
        try {
            var file = bytes.readNBytes(Photos.MOST_BYTES + 1);
            if (file.length > Photos.MOST_BYTES) {
                throw PhotoRefused.tooManyBytes();
            }
            return Picture.of(file, budget - 2L * file.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
