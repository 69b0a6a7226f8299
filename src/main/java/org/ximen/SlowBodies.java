package org.ximen;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends requests whose body comes too slowly, so that nobody holds a place by a drop a minute. What
 * was refused unread is read to its end at the same pace, or its sender would see no answer.
 */
final class SlowBodies extends ValveBase {
    // As server.tomcat.max-swallow-size.
    private static final long MOST_UNREAD = 32L * 1024 * 1024;

    private final Duration grace;
    private final int bytesPerSecond;

    /**
     * @param grace time that every body has
     * @param bytesPerSecond what it brings on the average after that
     */
    SlowBodies(Duration grace, int bytesPerSecond) {
        super(true);
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var plain = coyote.getInputBuffer();
        var timed = new Timed(coyote, plain);
        coyote.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            if (timed.isPending() && !request.isAsync()) {
                response.finishResponse();
                timed.drain();
            }
        } finally {
            coyote.setInputBuffer(plain);
        }
    }

    /** A body that is read against the clock, which starts at the first read. */
    private final class Timed implements InputBuffer {
        private final org.apache.coyote.Request request;
        private final InputBuffer plain;
        private long from;
        private long bytes;
        private boolean ended;

        Timed(org.apache.coyote.Request request, InputBuffer plain) {
            this.request = request;
            this.plain = plain;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (from == 0) {
                from = System.nanoTime();
            }
            int read = readPlain(handler);
            ended = read < 0;
            bytes += Math.max(0, read);
            if (!ended && isLate()) {
                giveUp();
                throw new SocketTimeoutException("the body comes too slowly");
            }
            return read;
        }

        private int readPlain(ApplicationBufferHandler handler) throws IOException {
            try {
                return plain.doRead(handler);
            } catch (IOException e) {
                giveUp();
                throw e;
            }
        }

        private boolean isLate() {
            double allowed = grace.toNanos() + bytes * 1e9 / bytesPerSecond;
            return System.nanoTime() - from > allowed;
        }

        /** The connection ends with this request. */
        private void giveUp() {
            ended = true;
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }

        /** Whether there is a body that nobody has read to its end. */
        boolean isPending() {
            boolean more =
                    request.getContentLengthLong() > bytes
                            || request.getHeader("Transfer-Encoding") != null;
            return more && !ended && !request.hasExpectation();
        }

        void drain() {
            var nowhere = new Nowhere();
            try {
                while (!ended && bytes < MOST_UNREAD) {
                    doRead(nowhere);
                }
            } catch (IOException e) {
                giveUp();
            }
        }

        @Override
        public int available() {
            return plain.available();
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // What is read lies in the connection's own buffer.
        }
    }
}
