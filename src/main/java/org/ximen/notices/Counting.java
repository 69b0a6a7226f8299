package org.ximen.notices;

import org.ximen.outbox.Outbox;
import org.ximen.outbox.Progress;

/** Counts how far notices have come. */
final class Counting {
    private final Recipients recipients;
    private final FollowRecipients followers;
    private final Outbox outbox;

    Counting(Recipients recipients, FollowRecipients followers, Outbox outbox) {
        this.recipients = recipients;
        this.followers = followers;
        this.outbox = outbox;
    }

    NoticeProgress of(NoticeTable.Row row) {
        var notice = row.notice();
        var settled = row.settled();
        var counts = settled == null ? outbox.progress(notice.id()) : settled;
        long left = row.allReached() ? 0 : left(notice, counts);
        return new NoticeProgress(
                notice.state(),
                counts.recipients() + left,
                counts.pending() + left,
                counts.sent(),
                counts.blocked(),
                counts.failed(),
                counts.unknown(),
                counts.cancelled());
    }

    /** How many people would get it now. */
    long all(Notice notice) {
        var follow = notice.follow();
        return follow == null ? recipients.count(notice) : followers.count(notice, follow);
    }

    /** Those whose message is not in the outbox yet. */
    private long left(Notice notice, Progress counts) {
        return switch (notice.state()) {
            case DRAFT, RETURNED, APPROVED, SENDING, PAUSED ->
                    Math.max(0, all(notice) - counts.recipients());
            case DONE, CORRECTED, RECALLED, CANCELLED -> 0;
        };
    }
}
