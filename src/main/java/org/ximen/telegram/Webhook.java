package org.ximen.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.db.NotKept;
import org.ximen.inbox.Inbox;

/** Takes the updates that Telegram brings; one is confirmed only when it is stored. */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final int MOST_BYTES = 1024 * 1024;

    private final byte[] secret;
    private final Inbox inbox;
    private final Runnable stored;
    private final InstantSource clock;

    /**
     * @param stored is run when an update was stored
     */
    Webhook(String secret, Inbox inbox, Runnable stored, InstantSource clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.inbox = inbox;
        this.stored = stored;
        this.clock = clock;
    }

    ServerResponse handle(ServerRequest request) throws Exception {
        if (!isTelegram(request)) {
            LOG.warn("a webhook call without the right secret was refused");
            return ServerResponse.status(HttpStatus.UNAUTHORIZED).build();
        }
        var body = request.servletRequest().getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var update = new String(body, StandardCharsets.UTF_8);
        try {
            inbox.store(List.of(Updates.raw(update)), clock.instant());
        } catch (NotKept e) {
            // Telegram brings it again.
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        stored.run();
        return ServerResponse.ok().build();
    }

    /** Compared in constant time, so that nobody guesses it letter by letter. */
    private boolean isTelegram(ServerRequest request) {
        var given = String.valueOf(request.headers().firstHeader(SECRET));
        return MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
    }
}
