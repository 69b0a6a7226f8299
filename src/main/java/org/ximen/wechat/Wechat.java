package org.ximen.wechat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.chat.Channel;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.dialogue.Dialogue;
import org.ximen.inbox.Inbox;
import org.ximen.inbox.Sorter;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;

/**
 * The account (公众号): is brought callbacks on every machine; one at a time has them read and sends
 * replies, {@link #active} says which.
 */
public final class Wechat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wechat.class);
    private static final int CHATS_AT_ONCE = 64;
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final WechatSettings settings;
    private final InstantSource clock;
    private final WechatApi api;
    private final WechatAlarms alarms;
    private final ReplyWindows windows;
    private final WechatChannel channel;
    private final PageTable pages;
    private final ScanCodeTable codes;
    private volatile boolean active;
    private @Nullable Desk desk;

    /** What comes in is handled by these, which need the channel first. */
    private record Desk(Sorter sorter, CallbackDoor callbacks, PageDoor page) {}

    /**
     * @param settings with an account
     */
    public Wechat(WechatSettings settings, Db db, MeterRegistry registry, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.api = new WechatApi(settings, db, clock);
        this.alarms = new WechatAlarms(registry);
        this.windows = new ReplyWindows(db, settings.limits());
        this.channel = new WechatChannel(api, settings, windows, alarms, clock);
        this.pages = new PageTable(db);
        this.codes = new ScanCodeTable(db);
    }

    /** The way out, for the outbox. */
    public Channel channel() {
        return channel;
    }

    /** Opens the way in. */
    public void open(
            Inbox inbox, Dialogue dialogue, Outbox outbox, Photos photos, MeterRegistry registry) {
        channel.images(new ImageSender(api, photos, clock));
        var parts = new WechatReader.Parts(api, new WechatPictures(api, photos), windows, alarms);
        var reader = new WechatReader(parts, dialogue, outbox, settings.typing(), clock);
        var sorter = new Sorter(inbox, WechatChannel.NAME, CHATS_AT_ONCE, reader, clock);
        var callbacks = new CallbackDoor(settings, inbox, this::sortNow, alarms, clock);
        desk = new Desk(sorter, callbacks, new PageDoor(api, settings, pages, clock));
        Gauge.builder("ximen.wechat.waiting", inbox, i -> i.waiting(WechatChannel.NAME))
                .description("callbacks that nobody has read yet")
                .register(registry);
        Gauge.builder("ximen.wechat.aside", inbox, i -> i.setAside(WechatChannel.NAME))
                .description("callbacks that nobody could read")
                .register(registry);
    }

    /** Whether it is this machine that reads and sends. */
    public synchronized void active(boolean now) {
        active = now;
        channel.active(now);
        var open = desk;
        if (open == null) {
            return;
        }
        if (now) {
            open.sorter().resume();
        } else {
            open.sorter().pause();
        }
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

    /** Where WeChat calls us, and where its people open our page. */
    public RouterFunction<ServerResponse> route() {
        var now = desk;
        if (now == null) {
            throw new IllegalStateException("open comes first");
        }
        return RouterFunctions.route()
                .GET(settings.callbackPath(), now.callbacks()::prove)
                .POST(settings.callbackPath(), now.callbacks()::take)
                .GET(PageDoor.PATH, now.page()::open)
                .build();
    }

    /** Who talks on a page that was opened inside WeChat. */
    public Optional<Sender> onPage(String conversation) {
        return pages.find(conversation).map(openid -> new Sender(WechatChannel.NAME, openid));
    }

    /**
     * Sets the menu of the account.
     *
     * @return why not; empty if it is set
     */
    public Optional<String> publishMenu() {
        try {
            api.menu(WechatMenu.of(settings.pageUrl()));
            return Optional.empty();
        } catch (WechatRefused | WechatUnreachable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The entries of the menu, one a line. */
    public List<String> menu() {
        return WechatMenu.lines(settings.pageUrl());
    }

    /**
     * Where the code of a poster leads.
     *
     * @return empty where WeChat gives none; why stands in the log
     */
    public Optional<String> posterLink(String key) {
        var known = codes.find(key);
        if (known.isPresent()) {
            return known;
        }
        try {
            var made = api.code(key);
            codes.insert(key, made);
            return Optional.of(made);
        } catch (WechatRefused | WechatUnreachable e) {
            LOG.warn("WeChat gave no code for a poster: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** How many people can be written to now. */
    public long open() {
        return windows.open(clock.instant());
    }

    @Override
    public void close() {
        active(false);
        api.close();
    }
}
