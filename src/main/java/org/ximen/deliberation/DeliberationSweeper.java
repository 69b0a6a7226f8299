package org.ximen.deliberation;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.deliberation.DeliberationNews.PendingNews;
import org.ximen.isolation.IsolatedRun;

/** Tells those who follow what is new, a page at a time, each by themselves. */
final class DeliberationSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(DeliberationSweeper.class);
    private static final int PAGE = 200;

    private final Db db;
    private final DeliberationDesk.Work work;

    DeliberationSweeper(Db db, DeliberationDesk.Work work) {
        this.db = db;
        this.work = work;
    }

    void sweep(Instant now) {
        var last = new PendingNews(0, 0, false, false, 0);
        for (var page = work.voices().untold(last, PAGE);
                !page.isEmpty();
                page = work.voices().untold(last, PAGE)) {
            IsolatedRun.each(page, one -> tell(one, now), DeliberationSweeper::aside);
            last = page.getLast();
        }
    }

    private void tell(PendingNews one, Instant now) {
        var item = work.table().find(one.deliberation()).orElseThrow();
        db.run(() -> work.news().tell(one, item, now));
    }

    private static void aside(PendingNews one, Throwable why) {
        LOG.error("协商 {} 的进展有一位没有告诉到，稍后再试", one.deliberation(), why);
    }
}
