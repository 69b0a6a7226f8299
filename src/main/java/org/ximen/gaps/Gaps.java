package org.ximen.gaps;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.gaps.QuestionTable.Fresh;
import org.ximen.knowledge.Library;
import org.ximen.meaning.Embedder;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;

/**
 * What the files do not answer well: judged by those who asked, grouped by meaning in {@link
 * #sweep}, and closed by an editor's FAQ.
 */
public final class Gaps {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration CONTENT = Duration.ofDays(30);
    // Words that follow a bad mark within this time may be about it.
    private static final Duration REMARKING = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_ID = 400;
    private static final int MOST_A_DAY = 100;
    private static final int MOST_LISTED = 100;
    private static final int LAST_PAGE = 10_000;

    private final Db db;
    private final QuestionTable questions;
    private final GapTable gaps;
    private final Grouping grouping;
    private final Editing editing;
    private final MeterRegistry registry;

    /**
     * What it works with.
     *
     * @param issuer who signs the FAQs: the street's name
     * @param embedder without one only nearly the same words are one question
     */
    public record Parts(
            Library library,
            Outbox outbox,
            Residents residents,
            Audit audit,
            Supplier<String> issuer,
            Optional<Embedder> embedder) {}

    /** What became of a mark. */
    public enum Mark {
        TAKEN,
        /** Taken, and the reason is wanted. */
        WHY,
        /** The answer is too old, or was another person's. */
        GONE
    }

    public Gaps(Db db, Parts parts, MeterRegistry registry) {
        this.db = db;
        this.questions = new QuestionTable(db.client());
        this.gaps = new GapTable(db.client());
        this.grouping = new Grouping(db, questions, gaps, parts.embedder().orElse(null));
        this.editing =
                new Editing(
                        questions,
                        gaps,
                        new Editing.Around(
                                parts.library(),
                                parts.outbox(),
                                parts.residents(),
                                parts.audit(),
                                parts.issuer()));
        this.registry = registry;
    }

    /**
     * Notes a question and what came of it, in the caller's transaction.
     *
     * @param person null where others read along: then nobody is told later
     * @param confidence 0 to 100
     * @return the id by which its answer can be judged; empty where nothing is kept, because the
     *     question is about the person's own affair, or the person has asked so much today
     */
    public Optional<Long> note(
            @Nullable Person person,
            String channel,
            String question,
            Result result,
            int confidence,
            Instant now) {
        count("ximen.answers", result.name());
        if (Words.arePersonal(question)) {
            return Optional.empty();
        }
        var id = person == null ? null : person.id();
        if (id != null && questions.count(id, now.minus(DAY)) >= MOST_A_DAY) {
            return Optional.empty();
        }
        var text = Words.masked(question);
        return Optional.of(questions.insert(new Fresh(id, channel, text, result, confidence), now));
    }

    /** Notes what the answer to a question quoted first, in the caller's transaction. */
    public void cite(long question, String article) {
        if (article.length() <= LONGEST_ID) {
            questions.cite(question, article);
        }
    }

    /** How often each article was quoted first, over the questions that are kept (90 days). */
    public Map<String, Long> cited() {
        return questions.cited();
    }

    /** The person takes a choice of the 您是想问…？ that they got last. */
    public void pick(Person person) {
        questions.picked(person.id());
    }

    /** Judges an answer; the last mark counts, and why is asked once. */
    public Mark mark(long answer, boolean useful, Person person, Instant now) {
        var judged = questions.findOwn(answer, person.id());
        if (judged.isEmpty()) {
            return Mark.GONE;
        }
        var before = judged.get().useful();
        if (before == null || before != useful) {
            questions.judge(answer, useful, null, now);
            count("ximen.votes", useful ? "useful" : "useless");
        }
        return useful || Boolean.FALSE.equals(before) ? Mark.TAKEN : Mark.WHY;
    }

    /** Says why an answer is not useful; the last reason counts. */
    public Mark why(long answer, Reason reason, Person person, Instant now) {
        if (questions.findOwn(answer, person.id()).isEmpty()) {
            return Mark.GONE;
        }
        questions.judge(answer, false, reason, now);
        count("ximen.votes", reason.name());
        return Mark.TAKEN;
    }

    /** Keeps words about the answer that the person has just judged; false if there is none. */
    public boolean remark(Person person, String words, Instant now) {
        return questions.remark(person.id(), Words.masked(words), now.minus(REMARKING));
    }

    /** The person does not want to hear of later answers. */
    public void quiet(Person person, Instant now) {
        questions.quiet(person.id(), now);
    }

    /** The person wants to hear of things again. */
    public void loud(Person person) {
        questions.loud(person.id());
    }

    private void count(String name, String kind) {
        registry.counter(name, "kind", kind.toLowerCase(Locale.ROOT)).increment();
    }

    /** Groups what was asked meanwhile; meant to be called every few seconds. */
    public int sweep(Instant now) {
        return grouping.sweep(now);
    }

    /**
     * Groups in a state, the most wanted first.
     *
     * @param page from 0 to 10000
     * @param size 1 to 100
     */
    public List<Gap> list(Gap.State state, int page, int size, StaffMember by) {
        onlyEditors(by);
        return gaps.page(state, Math.clamp(page, 0, LAST_PAGE), Math.clamp(size, 1, MOST_LISTED));
    }

    /**
     * One group.
     *
     * @throws StaffRefused if there is none
     */
    public Gap get(long id, StaffMember by) {
        onlyEditors(by);
        return editing.get(id);
    }

    /** The newest questions of a group, at most 100. */
    public List<Question> questions(long id, StaffMember by) {
        onlyEditors(by);
        return questions.list(editing.get(id).id(), MOST_LISTED);
    }

    /**
     * Publishes an FAQ that answers the group, or its next version.
     *
     * @param tell whether those who asked are told, once
     * @return how many are told
     * @throws StaffRefused if the group is gone or the FAQ cannot be published
     */
    public int answer(long id, Faq faq, boolean tell, StaffMember by, Instant now) {
        onlyEditors(by);
        return db.in(() -> editing.answer(id, faq, tell, by, now));
    }

    /**
     * Takes a question that staff answered in a talk, with their answer, for an editor to check:
     * nothing is published by it.
     *
     * @param person who asked, and will hear if an answer is published
     * @param more what is kept with it, in the same transaction; not where it was proposed before
     * @return the group that it belongs to
     * @throws StaffRefused if {@code more} does
     */
    public long propose(Person person, Faq faq, StaffMember by, Runnable more, Instant now) {
        var proposal = new Gap.Proposal(Masking.mask(faq.answer()), by.name());
        return grouping.reading(
                Words.masked(faq.question()),
                heard -> db.in(() -> proposed(person, heard, proposal, more, now)));
    }

    /** Who presses twice proposes once. */
    private long proposed(
            Person person,
            Grouping.Heard heard,
            Gap.Proposal proposal,
            Runnable more,
            Instant now) {
        var before = questions.proposed(person.id(), heard.text(), proposal);
        return before.isPresent() ? before.get() : placed(person, heard, proposal, more, now);
    }

    private long placed(
            Person person,
            Grouping.Heard heard,
            Gap.Proposal proposal,
            Runnable more,
            Instant now) {
        var channel = person.sender().channel();
        var fresh = new Fresh(person.id(), channel, heard.text(), Result.REFUSED, 0);
        long question = questions.insert(fresh, now);
        grouping.place(question, heard, now);
        long gap = questions.gapOf(question).orElseThrow();
        questions.propose(question, person.id(), proposal);
        gaps.open(gap, now);
        more.run();
        return gap;
    }

    /** Puts an open group aside for good; the same question does not come back. */
    public void dismiss(long id, String reason, StaffMember by, Instant now) {
        onlyEditors(by);
        db.run(() -> editing.dismiss(id, reason, by, now));
    }

    /** Puts the questions of an open group, and those like it to come, into another. */
    public void merge(long id, long into, StaffMember by, Instant now) {
        onlyEditors(by);
        db.run(() -> editing.merge(id, into, by, now));
    }

    private static void onlyEditors(StaffMember by) {
        if (!by.is(EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有编辑、审核员和管理员能处理居民没问到的问题。");
        }
    }

    /** How long questions are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("gap", "gap_question", "gap_quiet"),
                "您问过的话（去掉号码和门牌），30 天；没答好的 90 天，用来补充资料、告诉您答案",
                KEPT,
                this::trim,
                person ->
                        questions.listOf(person.id()).stream()
                                .map(question -> asked(person, question.text()))
                                .toList(),
                (person, now) -> forget(person.id()));
    }

    private static String asked(Person person, String question) {
        return person.speaks().of("问过：", "asked: ") + question;
    }

    private int trim(Instant before) {
        return db.in(() -> {
            int gone = questions.trim(before, before.plus(KEPT).minus(CONTENT));
            gaps.prune();
            return gone;
        });
    }

    private void forget(long person) {
        questions.delete(person);
        gaps.prune();
    }
}
