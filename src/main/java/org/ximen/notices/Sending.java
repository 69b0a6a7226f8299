package org.ximen.notices;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Reply;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;

/** Brings approved notices to their recipients, page by page, and sees them done. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Db db;
    private final NoticeTable table;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Library library;
    private final District district;

    Sending(
            Db db,
            NoticeTable table,
            Recipients recipients,
            Outbox outbox,
            Library library,
            District district) {
        this.db = db;
        this.table = table;
        this.recipients = recipients;
        this.outbox = outbox;
        this.library = library;
        this.district = district;
    }

    int sweep(Instant now) {
        IsolatedRun.each(table.due(now), id -> begin(id, now), Sending::aside);
        int sent = 0;
        for (long id : table.unsettled()) {
            sent += IsolatedRun.of(() -> send(id, now), why -> aside(id, why));
        }
        return sent;
    }

    /** A notice that fails is tried again by the next sweep, and holds up no other. */
    private static int aside(long id, Throwable why) {
        LOG.error("通知 {} 这一次没有发成，稍后再试", id, why);
        return 0;
    }

    private int send(long id, Instant now) {
        int sent = 0;
        for (int page = page(id, now); page > 0; page = page(id, now)) {
            sent += page;
        }
        db.run(() -> table.find(id).ifPresent(row -> settle(row, now)));
        return sent;
    }

    /** Who gets it may ask about it at once, so it is looked up before it is sent. */
    private void begin(long id, Instant now) {
        start(id, now);
        library.refresh(now);
    }

    /** From now on it answers questions, too. */
    int start(long id, Instant now) {
        return db.in(() -> {
            boolean first = table.start(id, now);
            if (first) {
                var notice = table.find(id).orElseThrow().notice();
                library.publish(notice.article(), Wording.article(notice, issuer(), now), now);
            }
            return first ? 1 : 0;
        });
    }

    /** One page in one transaction with the mark that says so; 0 when there is nothing to do. */
    int page(long id, Instant now) {
        return db.in(() -> {
            var row = table.find(id).orElseThrow();
            var started = row.notice().startedAt();
            if (started == null || row.allReached()) {
                return 0;
            }
            var page = recipients.page(row.notice(), row.reached());
            long last = page.isEmpty() ? row.reached() : page.getLast().id();
            if (!table.reach(row, last, recipients.isLast(page))) {
                return 0;
            }
            var message = Wording.message(row.notice(), issuer(), started);
            var to = page.stream().map(Person::sender).toList();
            outbox.broadcast(id, to, message, now);
            return page.size();
        });
    }

    private void settle(NoticeTable.Row row, Instant now) {
        var notice = row.notice();
        boolean cancelled = notice.state() == Notice.State.CANCELLED;
        if (row.settled() != null || !(row.allReached() || cancelled)) {
            return;
        }
        var counts = outbox.progress(notice.id());
        if (counts.pending() == 0) {
            table.settle(notice, cancelled ? notice.state() : Notice.State.DONE, counts, now);
        } else if (isOver(notice, now)) {
            // Whoever comes back after its last day need not read it any more.
            outbox.cancel(notice.id(), now);
        }
    }

    private static boolean isOver(Notice notice, Instant now) {
        var started = notice.startedAt();
        return started != null && Wording.day(now).isAfter(Wording.lastDay(notice, started));
    }

    Reply preview(Notice notice, Instant now) {
        var started = notice.startedAt();
        return Wording.message(notice, issuer(), started == null ? now : started);
    }

    private String issuer() {
        return district.whole().name();
    }
}
