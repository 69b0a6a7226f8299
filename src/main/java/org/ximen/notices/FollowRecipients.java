package org.ximen.notices;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.outbox.Outbox;
import org.ximen.outbox.Recipient;
import org.ximen.residents.Person;

/**
 * Whom a correction or a recall goes to: who had any of the notices before it, first; then, of a
 * correction, whom those had not come to yet.
 */
final class FollowRecipients {
    private static final int HAD = 200;

    private final NoticeTable table;
    private final Recipients recipients;
    private final Outbox outbox;

    FollowRecipients(NoticeTable table, Recipients recipients, Outbox outbox) {
        this.table = table;
        this.recipients = recipients;
        this.outbox = outbox;
    }

    /**
     * Some recipients, and the mark behind them.
     *
     * @param reached id of the last row of the outbox; below zero, of the last person, as {@link
     *     #mark} writes it
     */
    record Portion(List<Sender> to, long reached, boolean isLast) {}

    Portion next(NoticeTable.Row row, NoticeFollow follow) {
        if (row.reached() < 0) {
            return rest(row, -row.reached() - 1);
        }
        var had = outbox.had(before(row.notice(), follow), !follow.recalls(), row.reached(), HAD);
        long last = had.isEmpty() ? row.reached() : had.getLast().id();
        var to = had.stream().map(Recipient::to).toList();
        if (had.size() == HAD) {
            return new Portion(to, last, false);
        }
        var before = table.find(follow.notice()).orElseThrow();
        if (follow.recalls() || before.allReached()) {
            return new Portion(to, last, true);
        }
        long after = reached(before);
        return to.isEmpty() ? rest(row, after) : new Portion(to, mark(after), false);
    }

    private Portion rest(NoticeTable.Row row, long after) {
        var page = recipients.page(row.notice(), after);
        long last = page.isEmpty() ? after : page.getLast().id();
        return new Portion(
                page.stream().map(Person::sender).toList(), mark(last), recipients.isLast(page));
    }

    private static long mark(long person) {
        return -person - 1;
    }

    /** The person up to whom the audience of a chain that was broken off had been gone through. */
    private long reached(NoticeTable.Row row) {
        var follow = row.notice().follow();
        if (follow == null) {
            return row.reached();
        }
        return row.reached() < 0
                ? -row.reached() - 1
                : reached(table.find(follow.notice()).orElseThrow());
    }

    /** How many there are. */
    long count(Notice notice, NoticeFollow follow) {
        return outbox.countHad(before(notice, follow), !follow.recalls());
    }

    /** Its notice, what that one followed, and what else followed those: the whole chain. */
    private List<Long> before(Notice notice, NoticeFollow follow) {
        var chain = new ArrayList<Long>();
        for (NoticeFollow next = follow; next != null; next = followOf(next.notice())) {
            chain.add(next.notice());
            chain.addAll(table.corrections(next.notice()));
        }
        return chain.stream().distinct().filter(id -> id != notice.id()).toList();
    }

    private @Nullable NoticeFollow followOf(long id) {
        return table.find(id).orElseThrow().notice().follow();
    }
}
