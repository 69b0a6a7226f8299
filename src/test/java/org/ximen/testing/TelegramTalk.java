package org.ximen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Location;
import org.ximen.db.Db;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;
import org.ximen.played.Seen;

/** Talks with the bot by a played Telegram, which brings every update twice. */
class TelegramTalk implements Talk {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Db db;
    final SettableClock clock = new SettableClock(Street.MONDAY);
    final PlayedTelegram played = PlayedTelegram.start(clock);
    private final Set<PlayedUser> people = new LinkedHashSet<>();
    private final List<Said> heard = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private int pictures;
    Bot bot;

    TelegramTalk(Db db) {
        this(db, Folders.fresh("ximen-telegram"));
    }

    TelegramTalk(Db db, Path home) {
        this.db = db;
        played.shortPolls(SHORT);
        this.bot = new Bot(db, played, clock, home);
    }

    @Override
    public Street street() {
        return bot.street;
    }

    @Override
    public List<Said> say(
            String who,
            @Nullable String words,
            @Nullable String label,
            @Nullable Location location,
            boolean photo) {
        heard();
        var user = played.user(who);
        people.add(user);
        if (label != null) {
            press(user, label);
        } else if (photo) {
            user.photo(Snapshot.jpeg(100 + pictures++), words);
        } else if (location != null) {
            user.location(location.latitude(), location.longitude());
        } else {
            user.say(words == null ? "" : words);
        }
        played.repeat();
        arrive();
        var replies = fresh(user);
        hear();
        return replies;
    }

    /** What nobody asked for comes to who is told. */
    void unasked() {
        bot.settle();
    }

    /** What was said comes to the product, and its answers to those who wait for them. */
    void arrive() {
        bot.settle();
    }

    private static void press(PlayedUser user, String label) {
        if (user.keys().contains(label)) {
            user.pressKey(label);
        } else {
            user.press(label);
        }
    }

    private List<Said> fresh(PlayedUser user) {
        return user.inbox().stream()
                .filter(message -> known.add(message.turn()))
                .sorted(Comparator.comparing(Seen::turn))
                .map(message -> said(user, message))
                .toList();
    }

    private static Said said(PlayedUser user, Seen message) {
        var labels = new HashSet<>(message.labels());
        labels.addAll(user.keys());
        return new Said(message.text(), labels, message.sent(), message.photo() != null);
    }

    @Override
    public List<Said> heard() {
        unasked();
        hear();
        return heard;
    }

    private void hear() {
        people.forEach(user -> heard.addAll(fresh(user)));
    }

    @Override
    public void restart() {
        bot.close();
        bot = new Bot(db, played, clock);
        // What was heard before the restart is not heard again.
        heard.clear();
    }

    /** Telegram shows no kinds. */
    @Override
    public String expected(String pattern) {
        return pattern.replaceFirst("^\\[[A-Z]+]", "");
    }

    @Override
    public void close() {
        assertThat(played.callsDuringWait()).isEmpty();
        bot.close();
        played.close();
    }
}
