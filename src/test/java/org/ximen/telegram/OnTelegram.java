package org.ximen.telegram;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.ximen.db.Db;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;
import org.ximen.testing.Bot;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/**
 * One product and one played Telegram for all tests of a class; each test has people of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTelegram {
    final SettableClock clock = new SettableClock(Street.MONDAY);
    final PlayedTelegram played = PlayedTelegram.start(clock);
    final Db db = TestDatabase.HSQLDB.open();
    Bot bot;

    OnTelegram() {
        played.shortPolls(Duration.ofMillis(20));
        bot = new Bot(db, played, clock, settings());
    }

    TelegramSettings settings() {
        return Bot.settings(played);
    }

    /** Says something and lets everything arrive; returns the texts that came back. */
    List<String> tell(PlayedUser user, String words) {
        int before = user.inbox().size();
        user.say(words);
        bot.settle();
        return user.texts().subList(before, user.texts().size());
    }

    /** The product is started again. */
    void restart() {
        bot.close();
        bot = new Bot(db, played, clock, settings());
    }

    long rows(String sql, Object... params) {
        return db.client().sql(sql).params(params).query(Long.class).single();
    }

    @AfterEach
    void nothingGoesWrongAnyMore() {
        played.faults().clear();
        bot.settle();
    }

    @AfterAll
    void close() {
        bot.close();
        played.close();
    }
}
