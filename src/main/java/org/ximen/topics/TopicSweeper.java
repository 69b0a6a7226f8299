package org.ximen.topics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.topics.TopicTable.Kept;
import org.ximen.workdays.WorkCalendar;

/**
 * What topics need again and again, each by itself: new cases from wherever they came, an owner, a
 * review; and once a night the search for signs.
 */
final class TopicSweeper {
    static final Duration DAY = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(TopicSweeper.class);
    // reference/capabilities §9
    private static final Duration OWNERLESS = Duration.ofDays(10);
    // Cases come into a topic when they are filed; this finds those that staff filed or moved.
    private static final Duration LATELY = Duration.ofDays(3);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final Db db;
    private final TopicTables tables;
    private final TopicLinks links;
    private final SignSearch search;
    private final TopicNews news;

    TopicSweeper(Db db, TopicTables tables, TopicLinks links, SignSearch search, TopicNews news) {
        this.db = db;
        this.tables = tables;
        this.links = links;
        this.search = search;
        this.news = news;
    }

    void sweep(Instant now) {
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        var time = LocalTime.ofInstant(now, WorkCalendar.ZONE);
        boolean night = tables.topics().lastRound().isBefore(today) && !time.isBefore(NIGHT);
        each(tables.topics().in(TopicState.OPEN), topic -> relink(topic, night, now));
        each(tables.topics().ownerless(now.minus(OWNERLESS)), topic -> ownerless(topic, now));
        each(tables.topics().toReview(today), topic -> review(topic, now));
        if (night) {
            search.run(now);
            tables.topics().round(today);
        }
    }

    private void each(List<Kept> topics, Consumer<Kept> work) {
        IsolatedRun.each(
                topics,
                topic -> db.run(() -> work.accept(topic)),
                (topic, why) -> LOG.error("一类事 {} 这一次没有处理成，稍后再试", topic.id(), why));
    }

    private void relink(Kept topic, boolean all, Instant now) {
        var raised = topic.topic().decided();
        var since = raised == null || !all ? now.minus(LATELY) : raised.at().minus(TopicLinks.LOOK);
        links.relink(topic, since, now);
        if (all) {
            links.check(topic);
            tables.topics().recount(topic.id(), links.counted(topic, now), now);
        }
    }

    /** What nobody can hear of waits until a dispatcher binds a chat. */
    private void ownerless(Kept topic, Instant now) {
        if (news.ownerless(topic.topic(), now)) {
            tables.topics().ownerlessTold(topic.id());
        }
    }

    private void review(Kept topic, Instant now) {
        if (news.review(topic.topic(), now)) {
            tables.topics().reviewTold(topic.id());
        }
    }
}
