package org.ximen.telegram;

import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** Tells Telegram once after the start who we are and how updates shall come. */
final class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration WITHOUT_TOKEN = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 40;
    private static final String HMAC = "HmacSHA256";

    private final BotApi api;
    private final TelegramSettings settings;
    private final TelegramChannel channel;
    private final Alarms alarms;
    private final InstantSource clock;
    private final String secret;
    private volatile boolean done;

    Introduction(
            BotApi api,
            TelegramSettings settings,
            TelegramChannel channel,
            Alarms alarms,
            InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.channel = channel;
        this.alarms = alarms;
        this.clock = clock;
        this.secret = secret(settings);
    }

    // Whoever does not know the token cannot make it, and every machine makes the same.
    static String secret(TelegramSettings settings) {
        var given = settings.webhookSecret();
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            var mac = Mac.getInstance(HMAC);
            var token = settings.requiredToken().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(token, HMAC));
            return HexFormat.of()
                    .formatHex(mac.doFinal("webhook".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Telegram shows us with every update, in webhook mode. */
    String secret() {
        return secret;
    }

    boolean isDone() {
        return done;
    }

    /** Tries once; says how long to rest before the next try, nothing if it is done. */
    Duration round() {
        try {
            var me = api.call(new GetMe());
            channel.bot(me.getUserName());
            updates();
            done = true;
            LOG.info("Telegram: @{} by {}", me.getUserName(), settings.mode());
            adorn();
            return Duration.ZERO;
        } catch (Refused e) {
            return refused(e);
        } catch (Unreachable e) {
            alarms.outage(e, clock.instant());
            return AGAIN;
        }
    }

    private Duration refused(Refused e) {
        if (e.meaning() == Refused.Meaning.TOKEN) {
            alarms.raise(Alarms.Kind.TOKEN, "令牌无效，请检查 ximen.telegram.token", clock.instant());
            return WITHOUT_TOKEN;
        }
        alarms.outage(e, clock.instant());
        return e.retryAfter().compareTo(AGAIN) > 0 ? e.retryAfter() : AGAIN;
    }

    private void updates() throws Refused, Unreachable {
        if (settings.mode() == TelegramSettings.Mode.WEBHOOK) {
            hook();
        }
    }

    /** Tells Telegram where to bring updates. */
    void hook() throws Refused, Unreachable {
        api.webhook(webhook(settings.webhookAddress()));
    }

    /** Whether that is where it brings them. */
    boolean isHooked(String url) {
        return settings.webhookAddress().toString().equals(url);
    }

    private SetWebhook webhook(URI address) {
        return SetWebhook.builder()
                .url(address.toString())
                .secretToken(secret)
                .maxConnections(MOST_AT_ONCE)
                .allowedUpdates(Updates.WANTED)
                .build();
    }

    /** Nice to have: the bot works without. */
    private void adorn() {
        Menus.all().forEach(this::tryIt);
        tryIt(
                SetMyDescription.builder()
                        .description("街道的小助手：问政策、报问题、查进度、收通知。遇到人身危险，请先打 110、119 或 120。")
                        .build());
        tryIt(SetMyShortDescription.builder().shortDescription("问政策、报问题、收通知").build());
    }

    private void tryIt(BotApiMethod<? extends Serializable> method) {
        try {
            api.call(method);
        } catch (Refused | Unreachable e) {
            LOG.warn("{} was not taken: {}", method.getMethod(), e.getMessage());
        }
    }
}
