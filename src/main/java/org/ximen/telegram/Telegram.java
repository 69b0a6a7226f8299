package org.ximen.telegram;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.chat.Channel;
import org.ximen.dialogue.Dialogue;
import org.ximen.inbox.Inbox;
import org.ximen.inbox.Sorter;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.staff.StaffMenus;

/**
 * The bot: fetches or is brought updates, has them read, sends replies. One machine at a time does
 * it for all; {@link #active} says which.
 */
public final class Telegram implements AutoCloseable {
    /** The name of its channel. */
    public static final String CHANNEL = TelegramChannel.NAME;

    private static final int CHATS_AT_ONCE = 64;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final TelegramSettings settings;
    private final InstantSource clock;
    private final BotApi api;
    private final TelegramChannel channel;
    private final TypingSign typing;
    private volatile boolean active;
    private @Nullable Desk desk;

    /** What comes in is handled by these, which need the channel first. */
    private record Desk(
            Introduction introduction,
            Poller poller,
            Sorter sorter,
            Webhook webhook,
            WebhookWatch watch,
            MenuRound menus) {}

    /**
     * @param settings with a token
     */
    public Telegram(TelegramSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.api = new BotApi(settings, settings.requiredToken());
        this.channel = new TelegramChannel(api, settings.limits(), clock);
        this.typing = new TypingSign(api);
    }

    /** The way out, for the outbox. */
    public Channel channel() {
        return channel;
    }

    /** The bot's name without @, once Telegram has told it. */
    public Optional<String> bot() {
        return channel.bot();
    }

    /** From now on people see that an answer is being made: it may take seconds. */
    public void showTyping() {
        typing.on();
    }

    /** Opens the way in. */
    public void open(
            Inbox inbox,
            Dialogue dialogue,
            Outbox outbox,
            Photos photos,
            StaffMenus menus,
            MeterRegistry registry) {
        channel.pictures(new PictureSender(api, photos, clock));
        var alarms = new Alarms(registry);
        var introduction = new Introduction(api, settings, channel, alarms, clock);
        var pictures = new Pictures(api, photos);
        var clerk = new Clerk(api, typing, pictures, dialogue, outbox, channel, alarms, clock);
        var sorter = new Sorter(inbox, TelegramChannel.NAME, CHATS_AT_ONCE, clerk, clock);
        var poller = new Poller(api, inbox, alarms, clock);
        var webhook = new Webhook(introduction.secret(), inbox, this::sortNow, clock);
        var watch = new WebhookWatch(api, introduction, alarms, clock);
        desk = new Desk(introduction, poller, sorter, webhook, watch, new MenuRound(api, menus));
        Gauge.builder("ximen.telegram.waiting", inbox, i -> i.waiting(TelegramChannel.NAME))
                .description("updates that nobody has read yet")
                .register(registry);
        Gauge.builder("ximen.telegram.aside", inbox, i -> i.setAside(TelegramChannel.NAME))
                .description("updates that nobody could read")
                .register(registry);
    }

    /** Whether it is this machine that fetches, reads and sends. */
    public synchronized void active(boolean now) {
        if (active == now) {
            return;
        }
        active = now;
        channel.active(now);
        var open = desk;
        if (now && open != null) {
            open.sorter().resume();
        } else if (open != null) {
            open.sorter().pause();
        }
        if (!now) {
            api.stopWaiting();
        }
    }

    /** One round of getting updates; says how long to rest before the next. */
    public Duration fetch() {
        var now = desk;
        if (now == null || !active) {
            return IDLE;
        }
        if (!now.introduction().isDone()) {
            return now.introduction().round();
        }
        return settings.mode() == TelegramSettings.Mode.POLLING
                ? now.poller().round(this::sortNow)
                : now.watch().round();
    }

    /** One round of putting the menus of staff right; says how long to rest before the next. */
    public Duration menus() {
        var now = desk;
        return now == null || !active || !now.introduction().isDone() ? IDLE : now.menus().round();
    }

    /** One round of reading what waits; says how long to rest before the next. */
    public Duration sort() {
        sortNow();
        return OFTEN;
    }

    private void sortNow() {
        var now = desk;
        if (now != null && active) {
            now.sorter().begin();
        }
    }

    /** Waits until what came in has been read, at most so long. */
    public void rest(Duration most) {
        var now = desk;
        if (now != null) {
            now.sorter().rest(most);
        }
    }

    /** Where Telegram calls us; nothing unless updates come by webhook. */
    public Optional<RouterFunction<ServerResponse>> route() {
        var now = desk;
        return now == null || settings.mode() != TelegramSettings.Mode.WEBHOOK
                ? Optional.empty()
                : Optional.of(
                        RouterFunctions.route()
                                .POST(path(settings.webhookAddress()), now.webhook()::handle)
                                .build());
    }

    private static String path(URI address) {
        return address.getPath() == null || address.getPath().isEmpty() ? "/" : address.getPath();
    }

    @Override
    public void close() {
        active(false);
        api.close();
    }
}
