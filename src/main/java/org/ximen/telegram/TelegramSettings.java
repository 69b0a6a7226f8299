package org.ximen.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.ximen.chat.Rate;

/**
 * The settings {@code ximen.telegram.*}.
 *
 * @param token of the bot; absent or empty where a street has none
 * @param api base address of the Bot API, for methods and files alike
 * @param webhookUrl where Telegram calls us, in webhook mode; its path is ours
 * @param webhookSecret 1 to 256 characters of A-Z a-z 0-9 _ -; made of the token if absent, the
 *     same on every machine
 * @param proxy such as {@code http://user:password@host:3128} or {@code socks5://host:1080}
 * @param pollSeconds how long Telegram may wait for the first update, 1 to 50; a connection that
 *     dies without a sign is noticed after half as long again, so that the bot hears again within
 *     15 s of the network's return
 */
public record TelegramSettings(
        @Nullable String token,
        @DefaultValue("https://api.telegram.org") URI api,
        @DefaultValue("polling") Mode mode,
        @Nullable URI webhookUrl,
        @Nullable String webhookSecret,
        @Nullable URI proxy,
        @DefaultValue("8") int pollSeconds,
        @DefaultValue Limits limits) {
    private static final int LONGEST_POLL = 50;

    public TelegramSettings {
        if (proxy != null && (proxy.getHost() == null || proxy.getPort() < 0)) {
            throw new IllegalArgumentException(
                    "ximen.telegram.proxy 要写全，例如 socks5://127.0.0.1:1080 或 http://用户:密码@主机:3128");
        }
        if (pollSeconds < 1 || pollSeconds > LONGEST_POLL) {
            throw new IllegalArgumentException("ximen.telegram.poll-seconds 应为 1 到 50");
        }
    }

    /** How updates come. */
    public enum Mode {
        POLLING,
        WEBHOOK
    }

    /**
     * How fast we send; 0 switches a limit off. Telegram names 30 a second over all, 1 a second in
     * a chat and 20 a minute in a group (core.telegram.org/bots/faq), does not promise them, and
     * answers 429 where it is less, which is always obeyed.
     *
     * @param perSecond to all chats together
     * @param perChat a second to one person
     * @param chatBurst at once to one person after a rest
     * @param perGroup a minute to one group
     * @param atOnce requests under way at the same time
     */
    public record Limits(
            @DefaultValue("30") int perSecond,
            @DefaultValue("1") int perChat,
            @DefaultValue("3") int chatBurst,
            @DefaultValue("20") int perGroup,
            @DefaultValue("64") int atOnce) {
        private static final int TENTHS = 10;

        Optional<Rate> overall() {
            return rate(perSecond, Duration.ofSeconds(1), Math.max(1, perSecond / TENTHS));
        }

        Optional<Rate> chat() {
            return rate(perChat, Duration.ofSeconds(1), chatBurst);
        }

        /** With the burst no more than that in any minute. */
        Optional<Rate> group() {
            int steadily = perGroup <= 0 ? 0 : Math.max(1, perGroup - chatBurst);
            return rate(steadily, Duration.ofMinutes(1), Math.min(perGroup, chatBurst));
        }

        private static Optional<Rate> rate(int times, Duration per, int burst) {
            return times <= 0
                    ? Optional.empty()
                    : Optional.of(new Rate(times, per, Math.max(1, burst)));
        }
    }

    /** Whether the street has a bot. */
    public boolean isOn() {
        return token != null && !token.isBlank();
    }

    String requiredToken() {
        if (token == null || token.isBlank()) {
            throw new IllegalStateException("no ximen.telegram.token");
        }
        return token.strip();
    }

    URI webhookAddress() {
        if (webhookUrl == null) {
            throw new IllegalStateException("webhook 模式需要设置 ximen.telegram.webhook-url");
        }
        return webhookUrl;
    }

    /** The token is never written out. */
    @Override
    public String toString() {
        return "TelegramSettings[" + (isOn() ? mode + " " + api : "off") + "]";
    }
}
