package org.ximen.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Sender;

class DarkroomTest {
    private static final int ATONCE =
            Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
    private final Darkroom darkroom = new Darkroom(Runtime.getRuntime());

    @Test
    void readsNotAByteBeforeItIsItsTurn() throws IOException {
        var jpeg = Pictures.redBlue("jpeg", 40, 30);
        var reading = new AtomicInteger();
        var gate = new CountDownLatch(1);
        List<CompletableFuture<Picture>> all =
                IntStream.range(0, 5 * ATONCE)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> develop(i, new Gated(jpeg, reading, gate)),
                                        Thread::startVirtualThread))
                        .toList();
        await().until(() -> reading.get() == ATONCE);
        gate.countDown();
        assertThat(all).allSatisfy(picture -> assertThat(picture.join().width()).isEqualTo(40));
        assertThat(reading).hasValue(5 * ATONCE);
    }

    private Picture develop(int nth, InputStream bytes) {
        try {
            return darkroom.develop(bytes, new Sender("web", "chat-" + nth), "10.0.0." + nth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts who reads, and lets nobody go on before the gate is open. */
    private static final class Gated extends ByteArrayInputStream {
        private final AtomicInteger reading;
        private final CountDownLatch gate;
        private boolean begun;

        Gated(byte[] bytes, AtomicInteger reading, CountDownLatch gate) {
            super(bytes);
            this.reading = reading;
            this.gate = gate;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (!begun) {
                begun = true;
                reading.incrementAndGet();
                await().until(() -> gate.getCount() == 0);
            }
            return super.read(to, from, length);
        }
    }
}
