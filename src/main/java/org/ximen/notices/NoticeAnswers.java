package org.ximen.notices;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.db.Db;
import org.ximen.notices.Notice.State;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.text.Language;
import org.ximen.text.Masking;

/** What people answer to notices: seen, a question, signed up. */
public final class NoticeAnswers {
    private static final Set<State> HELD =
            EnumSet.of(State.SENDING, State.PAUSED, State.DONE, State.CORRECTED);

    private final NoticeTable table;
    private final Recipients recipients;
    private final NoticeMarkTable marks;

    NoticeAnswers(Db db, NoticeTable table, Recipients recipients) {
        this.table = table;
        this.recipients = recipients;
        this.marks = new NoticeMarkTable(db);
    }

    /** Notes once what somebody pressed; empty where the notice was stopped or recalled. */
    public Optional<Notice> mark(long notice, Person person, NoticeMark.Kind kind, Instant now) {
        var known =
                table.find(notice)
                        .map(NoticeTable.Row::notice)
                        .filter(each -> each.startedAt() != null && HELD.contains(each.state()));
        known.ifPresent(each -> marks.mark(notice, person.id(), kind, now));
        return known;
    }

    /** Takes a mark back. */
    public void unmark(long notice, Person person, NoticeMark.Kind kind) {
        marks.unmark(notice, person.id(), kind);
    }

    /** Keeps what somebody asked about it, for staff to see beside it; the last words count. */
    public void asked(long notice, Person person, String words, boolean answered) {
        marks.asked(notice, person.id(), Masking.anonymous(words), answered);
    }

    /** What was asked about it, the newest first. */
    public List<NoticeMark> questions(long notice) {
        return marks.questions(notice);
    }

    /** How it came to the people of each area. */
    public List<NoticeReach> reach(long notice) {
        return marks.reach(
                notice,
                table.find(notice)
                        .map(row -> recipients.codesWithin(row.notice()))
                        .orElseGet(Set::of));
    }

    /** How long marks are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("notice_mark"),
                "您在通知下面点过什么、问过什么，直到您删除",
                null,
                before -> 0,
                person ->
                        marks.of(person.id()).stream()
                                .map(own -> exported(own, person.speaks()))
                                .toList(),
                (person, now) -> marks.forget(person.id()));
    }

    private static String exported(NoticeMarkTable.Own own, Language language) {
        var asked = own.mark().asked();
        var what =
                switch (own.mark().kind()) {
                    case SEEN -> language.of("知道了", "seen");
                    case ASKED -> language.of("有问题", "question");
                    case SIGNED_UP -> language.of("报名", "signed up");
                };
        return language.of("通知", "notice")
                + "《"
                + own.title()
                + "》"
                + language.of("：", ": ")
                + what
                + (asked == null ? "" : language.of("，", ", ") + asked);
    }
}
