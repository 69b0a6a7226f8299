package org.ximen.notices;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final NoticeQuestionTable questions;

    NoticeAnswers(Db db, NoticeTable table, Recipients recipients) {
        this.table = table;
        this.recipients = recipients;
        this.marks = new NoticeMarkTable(db);
        this.questions = new NoticeQuestionTable(db.client());
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

    /**
     * Takes a mark back, from a notice and from those that corrected it.
     *
     * @param first id of the first of them
     * @param person id
     */
    public void unmark(long first, long person, NoticeMark.Kind kind) {
        marks.unmark(first, person, kind);
        table.corrections(first).forEach(next -> unmark(next, person, kind));
    }

    /** Whether somebody pressed anything under a notice. */
    boolean isMarked(long notice, Person person) {
        return marks.isMarked(notice, person.id());
    }

    /** Keeps what somebody asked about it, masked, for staff to see beside it. */
    public void asked(long notice, Person person, String words, boolean answered, Instant now) {
        var question = new AskedQuestion(Masking.anonymous(words), answered, now);
        questions.add(notice, person.id(), question);
    }

    /** What was asked about it, the newest first. */
    public List<AskedQuestion> questions(long notice) {
        return questions.list(notice);
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
                Set.of("notice_mark", "notice_question"),
                "您在通知下面点过什么、问过什么，直到您删除",
                null,
                before -> 0,
                this::exported,
                (person, now) -> {
                    marks.forget(person.id());
                    questions.forget(person.id());
                });
    }

    private List<String> exported(Person person) {
        var language = person.speaks();
        return Stream.concat(
                        marks.of(person.id()).stream()
                                .map(own ->
                                        exported(own.title(), pressed(own, language), language)),
                        questions.of(person.id()).stream()
                                .map(own -> exported(own.title(), own.words(), language)))
                .toList();
    }

    private static String pressed(NoticeMarkTable.Own own, Language language) {
        return switch (own.mark().kind()) {
            case SEEN -> language.of("知道了", "seen");
            case ASKED -> language.of("有问题", "question");
            case SIGNED_UP -> language.of("报名", "signed up");
        };
    }

    private static String exported(String title, String what, Language language) {
        return language.of("通知", "notice") + "《" + title + "》" + language.of("：", ": ") + what;
    }
}
