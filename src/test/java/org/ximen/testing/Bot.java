package org.ximen.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ximen.db.Db;
import org.ximen.played.PlayedTelegram;
import org.ximen.staff.StaffMenus;
import org.ximen.telegram.Telegram;
import org.ximen.telegram.TelegramSettings;

/** The whole product behind a played Telegram, run by hand so that nothing happens unseen. */
public final class Bot implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 400;
    private static final int LONGEST_POLL = 50;

    public final Street street;
    public final Telegram telegram;
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PlayedTelegram played;

    /** With the clock of the played Telegram. */
    public Bot(Db db, PlayedTelegram played, SettableClock clock) {
        this(db, played, clock, settings(played));
    }

    /** With settings of its own. */
    public Bot(Db db, PlayedTelegram played, SettableClock clock, TelegramSettings settings) {
        this(db, played, clock, settings, Folders.fresh("ximen-bot"));
    }

    /** The product that comes back to the files that it had. */
    Bot(Db db, PlayedTelegram played, SettableClock clock, Path home) {
        this(db, played, clock, settings(played), home);
    }

    private Bot(
            Db db,
            PlayedTelegram played,
            SettableClock clock,
            TelegramSettings settings,
            Path home) {
        this.played = played;
        this.telegram = new Telegram(settings, clock);
        this.street = new Street(db, List.of(telegram.channel()), clock, home);
        telegram.open(
                street.features.inbox(),
                street.dialogue,
                street.outbox,
                street.features.photos(),
                new StaffMenus(db, Telegram.CHANNEL),
                registry);
        telegram.active(true);
    }

    /** Polling, with the official limits. */
    public static TelegramSettings settings(PlayedTelegram played) {
        return settings(played, new TelegramSettings.Limits(30, 1, 3, 20, 64));
    }

    /** Polling, with limits. */
    public static TelegramSettings settings(PlayedTelegram played, TelegramSettings.Limits limits) {
        return settings(played, limits, LONGEST_POLL);
    }

    /** Polling, with limits and for so many seconds at a time. */
    public static TelegramSettings settings(
            PlayedTelegram played, TelegramSettings.Limits limits, int pollSeconds) {
        return new TelegramSettings(
                PlayedTelegram.TOKEN,
                URI.create(played.base()),
                TelegramSettings.Mode.POLLING,
                null,
                null,
                null,
                pollSeconds,
                limits);
    }

    /** Fetches all that waits and reads it, but sends nothing that has to wait. */
    public void take() {
        telegram.fetch();
        for (int i = 0; i < MANY && played.pendingUpdates() > 0; i++) {
            telegram.fetch();
        }
        read();
    }

    /** Reads what was fetched. */
    public void read() {
        telegram.sort();
        telegram.rest(LONG);
        street.outbox.drain(street.clock.instant());
    }

    /** Lets seconds pass until everything has been read and has arrived. */
    public void settle() {
        take();
        street.settle();
        for (int i = 0; i < MANY && waits(); i++) {
            street.clock.pass(Duration.ofSeconds(1));
            read();
            street.settle();
        }
    }

    /** Whether something is still to be read or to be sent by Telegram. */
    boolean waits() {
        return street.db
                        .client()
                        .sql(
                                """
                                select (select count(*) from raw_message where state = 'WAITING')
                                  + (select count(*) from outbox
                                     where state in ('PENDING', 'SENDING') and channel = 'telegram')
                                from (values (1)) as v(x)
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How often an alarm of a kind was raised. */
    public double alarms(String kind) {
        var counter = registry.find("ximen.telegram.alarms").tag("kind", kind).counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        telegram.close();
        try {
            street.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
