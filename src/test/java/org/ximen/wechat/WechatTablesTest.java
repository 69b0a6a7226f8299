package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.played.PlayedWechat;
import org.ximen.testing.Account;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.wechat.ReplyWindows.Cause;

/** What the edge keeps, on each database. */
class WechatTablesTest {
    private static final String PERSON = "oPerson0001";
    private static final int MACHINES = 20;

    private final SettableClock clock = new SettableClock(Street.MONDAY);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aWindowCountsWhatMayStillGo(TestDatabase database) {
        try (var played = PlayedWechat.start(clock)) {
            var db = database.open();
            var windows = new ReplyWindows(db, Account.settings(played, true).limits());
            assertThat(windows.take(PERSON, clock.instant())).isFalse();
            windows.open(PERSON, Cause.TAP, clock.instant());
            assertThat(taken(windows)).isEqualTo(3);
            windows.giveBack(PERSON);
            assertThat(windows.isOpen(PERSON, clock.instant())).isTrue();
            windows.open(PERSON, Cause.WORD, clock.instant());
            assertThat(windows.open(clock.instant())).isOne();
            assertThat(taken(windows)).isEqualTo(5);
            windows.open(PERSON, Cause.WORD, clock.instant());
            windows.shut(PERSON);
            assertThat(windows.isOpen(PERSON, clock.instant())).isFalse();
            windows.open(PERSON, Cause.WORD, clock.instant());
            clock.pass(Duration.ofHours(49));
            assertThat(windows.open(clock.instant())).isZero();
            assertThat(taken(windows)).isZero();
        }
    }

    private int taken(ReplyWindows windows) {
        int taken = 0;
        while (windows.take(PERSON, clock.instant())) {
            taken++;
        }
        return taken;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReminderGoesOnceAfterEachWindow(TestDatabase database) {
        try (var played = PlayedWechat.start(clock)) {
            var db = database.open();
            var windows = new ReplyWindows(db, Account.settings(played, true).limits());
            assertThat(windows.remind(PERSON, clock.instant())).isTrue();
            assertThat(windows.remind(PERSON, clock.instant())).isFalse();
            windows.open(PERSON, Cause.WORD, clock.instant());
            assertThat(windows.remind(PERSON, clock.instant())).isTrue();
            assertThat(windows.remind(PERSON, clock.instant())).isFalse();
            var records = new WechatRecords(db);
            records.forget(new Sender(WechatChannel.NAME, PERSON));
            assertThat(records.trim(clock.instant().minus(Duration.ofDays(1)))).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void manyMachinesFetchOneToken(TestDatabase database) throws Exception {
        try (var played = PlayedWechat.start(clock)) {
            var db = database.open();
            assertThat(tokens(db, played)).hasSize(1);
            assertThat(played.count("stable_token")).isOne();
            clock.pass(Duration.ofHours(2));
            assertThat(tokens(db, played)).hasSize(1);
            assertThat(played.count("stable_token")).isEqualTo(2);
        }
    }

    /** What so many machines that ask at once are told, each token once. */
    private HashSet<String> tokens(Db db, PlayedWechat played) throws Exception {
        var settings = Account.settings(played, true);
        var known = new HashSet<String>();
        try (var http = new WechatHttp();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<String>>();
            for (int machine = 0; machine < MACHINES; machine++) {
                asked.add(threads.submit(new AccessTokens(http, settings, db, clock)::get));
            }
            for (var token : asked) {
                known.add(token.get());
            }
        }
        return known;
    }
}
