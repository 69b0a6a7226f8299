package org.ximen.wechat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.ximen.db.Db;
import org.ximen.played.Follower;
import org.ximen.played.Heard;
import org.ximen.played.PlayedWechat;
import org.ximen.testing.Account;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/** One product and one played WeChat for all tests of a class; each test has people of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnWechat {
    final SettableClock clock = new SettableClock(Street.MONDAY);
    final PlayedWechat played = PlayedWechat.start(clock);
    final Db db = TestDatabase.HSQLDB.open();
    final Account account;

    OnWechat() {
        account = new Account(db, played, clock, settings());
    }

    WechatSettings settings() {
        played.encrypted();
        return Account.settings(played, true);
    }

    /** Says something and lets everything arrive; returns the texts that came back. */
    List<String> tell(Follower person, String words) {
        int before = person.inbox().size();
        person.say(words);
        account.settle();
        return texts(person).subList(before, person.inbox().size());
    }

    static List<String> texts(Follower person) {
        return person.inbox().stream().map(Heard::text).toList();
    }

    /** Says something unasked, as staff's moves do. */
    void say(Follower to, String words) {
        account.street.outbox.say(
                new org.ximen.chat.Sender("wechat", to.openid()),
                org.ximen.chat.Reply.of(org.ximen.chat.Reply.Kind.STATUS, words),
                clock.instant());
        account.settle();
    }

    long rows(String sql, Object... params) {
        return db.client().sql(sql).params(params).query(Long.class).single();
    }

    @AfterEach
    void nothingGoesWrongAnyMore() {
        played.faults().clear();
        account.settle();
    }

    @AfterAll
    void close() {
        account.close();
        played.close();
    }
}
