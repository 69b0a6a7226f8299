package org.ximen.wechat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.db.NotKept;
import org.ximen.inbox.Inbox;

/**
 * Takes what WeChat brings: stored first, then answered at once with a mere success, since WeChat
 * waits 5 s and brings the same three times.
 */
final class CallbackDoor {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final MediaType WORDS = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final WechatSettings settings;
    private final @Nullable WxCryptUtil crypt;
    private final Inbox inbox;
    private final Runnable stored;
    private final WechatAlarms alarms;
    private final InstantSource clock;
    private final ReplayGuard guard;

    /**
     * @param stored is run when a callback was stored
     */
    CallbackDoor(
            WechatSettings settings,
            Inbox inbox,
            Runnable stored,
            WechatAlarms alarms,
            InstantSource clock) {
        this.settings = settings;
        this.crypt =
                settings.isEncrypted()
                        ? new WxCryptUtil(
                                settings.requiredToken(),
                                settings.requiredAesKey(),
                                settings.requiredAppId())
                        : null;
        this.inbox = inbox;
        this.stored = stored;
        this.alarms = alarms;
        this.clock = clock;
        this.guard = new ReplayGuard(settings.skew());
    }

    /** WeChat asks whether it is us, once, when the address is entered. */
    ServerResponse prove(ServerRequest request) {
        return isSigned(request, "signature", null)
                ? ServerResponse.ok().contentType(WORDS).body(param(request, "echostr"))
                : forged("the question whether it is us");
    }

    ServerResponse take(ServerRequest request) throws IOException {
        var body = request.servletRequest().getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var xml = new String(body, StandardCharsets.UTF_8);
        var message = crypt == null ? plain(request, xml) : opened(request, xml, crypt);
        return message.map(words -> keep(request, words)).orElseGet(() -> forged("a callback"));
    }

    private Optional<String> plain(ServerRequest request, String xml) {
        return isSigned(request, "signature", null) ? Optional.of(xml) : Optional.empty();
    }

    /** Where a key is set nothing but what was locked with it is taken. */
    private Optional<String> opened(ServerRequest request, String xml, WxCryptUtil key) {
        var locked = MessageXml.read(xml).flatMap(envelope -> envelope.find("Encrypt"));
        if (locked.isEmpty() || !isSigned(request, "msg_signature", locked.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(key.decrypt(locked.get()));
        } catch (WxRuntimeException e) {
            return Optional.empty();
        }
    }

    private ServerResponse keep(ServerRequest request, String xml) {
        var now = clock.instant();
        var nonce = param(request, "timestamp") + "." + param(request, "nonce");
        var hash = Callbacks.hash(xml);
        if (!guard.takes(nonce, hash, now)) {
            return forged("a callback with a signature that was used before");
        }
        try {
            inbox.store(List.of(Callbacks.raw(xml)), now);
        } catch (NotKept e) {
            // WeChat brings it again.
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        stored.run();
        return ServerResponse.ok().contentType(WORDS).body("success");
    }

    /** Compared in constant time, so that nobody guesses it letter by letter. */
    private boolean isSigned(ServerRequest request, String name, @Nullable String locked) {
        var timestamp = param(request, "timestamp");
        var nonce = param(request, "nonce");
        if (timestamp.isEmpty() || nonce.isEmpty() || !guard.isFresh(timestamp, clock.instant())) {
            return false;
        }
        var token = settings.requiredToken();
        var right =
                locked == null
                        ? SHA1.gen(token, timestamp, nonce)
                        : SHA1.gen(token, timestamp, nonce, locked);
        var given = param(request, name);
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private ServerResponse forged(String what) {
        alarms.raise(
                WechatAlarms.Kind.FORGED,
                what
                        + " was refused: wrong signature, or too old; see ximen.wechat.token, aes-key"
                        + " and the clock",
                clock.instant());
        return ServerResponse.status(HttpStatus.FORBIDDEN).build();
    }

    private static String param(ServerRequest request, String name) {
        return request.param(name).orElse("");
    }
}
