package org.ximen.notices;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Reply;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Library;
import org.ximen.notices.FollowRecipients.Portion;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;

/** Brings approved notices to their recipients, page by page, and sees them done. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private static final Set<Notice.State> STOPPED =
            EnumSet.of(Notice.State.CANCELLED, Notice.State.CORRECTED, Notice.State.RECALLED);

    private final Db db;
    private final NoticeTable table;
    private final Recipients recipients;
    private final FollowRecipients followers;
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
        this.followers = new FollowRecipients(table, recipients, outbox);
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
                begin(table.find(id).orElseThrow().notice(), now);
            }
            return first ? 1 : 0;
        });
    }

    /** What follows a notice that was stopped meanwhile has nothing to put right. */
    private void begin(Notice notice, Instant now) {
        var follow = notice.follow();
        if (follow == null || table.supersede(follow.notice(), follow.leaves())) {
            speak(notice, now);
        } else {
            table.abandon(notice.id());
        }
    }

    /** The words that hold from now on answer; those before them no more. */
    private void speak(Notice notice, Instant now) {
        var follow = notice.follow();
        if (follow != null) {
            outbox.cancel(follow.notice(), now);
            table.find(follow.notice())
                    .ifPresent(before -> library.retire(before.notice().article(), now));
        }
        if (!notice.recalls()) {
            library.publish(notice.article(), Wording.article(notice, issuer(), now), now);
        }
    }

    /** One page in one transaction with the mark that says so; 0 when there is nothing to do. */
    int page(long id, Instant now) {
        return db.in(() -> {
            var row = table.find(id).orElseThrow();
            var started = row.notice().startedAt();
            if (started == null || row.allReached()) {
                return 0;
            }
            var page = next(row);
            if (!table.reach(row, page.reached(), page.isLast())) {
                return 0;
            }
            var message = Wording.message(row.notice(), issuer(), started);
            outbox.broadcast(id, page.to(), message, now);
            return page.to().size();
        });
    }

    private Portion next(NoticeTable.Row row) {
        var follow = row.notice().follow();
        if (follow != null) {
            return followers.next(row, follow);
        }
        var page = recipients.page(row.notice(), row.reached());
        return new Portion(
                page.stream().map(Person::sender).toList(),
                page.isEmpty() ? row.reached() : page.getLast().id(),
                recipients.isLast(page));
    }

    private void settle(NoticeTable.Row row, Instant now) {
        var notice = row.notice();
        boolean stopped = STOPPED.contains(notice.state());
        if (row.settled() != null || !(row.allReached() || stopped)) {
            return;
        }
        var counts = outbox.progress(notice.id());
        if (counts.pending() == 0) {
            table.settle(notice, stopped ? notice.state() : Notice.State.DONE, counts, now);
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
