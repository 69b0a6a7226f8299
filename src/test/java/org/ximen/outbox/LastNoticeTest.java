package org.ximen.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class LastNoticeTest {
    private static final Sender WANG = new Sender("pigeon", "wang");
    private static final Sender LI = new Sender("pigeon", "li");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void isTheOneThatArrivedLastUntilItsChatIsAnswered(TestDatabase database) {
        var outbox = new Office(database.open(), home).outbox;
        var began = clock.instant();
        outbox.broadcast(7, List.of(WANG, LI), notice("停水"), began);
        assertThat(outbox.lastNotice(WANG, began)).isEmpty();
        outbox.drain(clock.pass(MINUTE));
        assertThat(outbox.lastNotice(WANG, began))
                .contains(new LastNotice(7, notice("停水"), clock.instant()));
        outbox.say(WANG, Reply.of(Reply.Kind.STATUS, "案件已立案"), clock.instant());
        outbox.broadcast(8, List.of(WANG), notice("停电"), clock.instant());
        outbox.drain(clock.pass(MINUTE));
        assertThat(outbox.lastNotice(WANG, began)).map(LastNotice::notice).contains(8L);
        assertThat(outbox.lastNotice(WANG, clock.instant().plusSeconds(1))).isEmpty();
        answer(outbox, WANG, "1");
        assertThat(outbox.lastNotice(WANG, began)).isEmpty();
        assertThat(outbox.lastNotice(LI, began)).map(LastNotice::notice).contains(7L);
    }

    @ParameterizedTest
    @EnumSource
    void countsByWhenItArrivedNotByWhenItWasWritten(TestDatabase database) {
        var outbox = new Office(database.open(), home).outbox;
        var began = clock.instant();
        outbox.broadcast(7, List.of(WANG), notice("停水"), began);
        clock.pass(MINUTE);
        answer(outbox, WANG, "1");
        outbox.drain(clock.pass(MINUTE));
        assertThat(outbox.lastNotice(WANG, began)).map(LastNotice::notice).contains(7L);
    }

    @ParameterizedTest
    @EnumSource
    void looksAtTheNewestRowsOfItsChatAlone(TestDatabase database) {
        var office = new Office(database.open(), home);
        IntStream.range(0, 300)
                .forEach(i -> answer(office.outbox, new Sender("pigeon", "p" + i), "1"));
        var plan = office.db.in(() -> plan(office.db.client(), database));
        assertThat(String.join("\n", plan)).containsIgnoringCase("outbox_chat");
    }

    private static List<String> plan(JdbcClient client, TestDatabase database) {
        var query =
                """
                select * from outbox where channel = 'pigeon' and address = 'p7'
                order by id desc fetch first 100 rows only
                """;
        if (database == TestDatabase.HSQLDB) {
            return client.sql("explain plan for " + query).query(String.class).list();
        }
        // So few rows are read whole otherwise.
        client.sql("set local enable_seqscan = off").update();
        return client.sql("explain " + query).query(String.class).list();
    }

    private void answer(Outbox outbox, Sender to, String message) {
        var asked = Incoming.words(to, message, "几点");
        outbox.answer(asked, List.of(Reply.of(Reply.Kind.ANSWER, "九点")), clock.instant());
    }

    private static Reply notice(String title) {
        return Reply.of(Reply.Kind.NOTICE, "【" + title + "】");
    }
}
