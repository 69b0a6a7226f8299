package org.ximen.gaps;

import static org.ximen.gaps.Gap.State.ANSWERED;
import static org.ximen.gaps.Gap.State.DISMISSED;
import static org.ximen.gaps.Gap.State.MERGED;
import static org.ximen.gaps.Gap.State.OPEN;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.ximen.gaps.Gap.State;
import org.ximen.gaps.GapTable.Change;
import org.ximen.knowledge.BadArticle;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/** What editors do with a group; each in one transaction. */
final class Editing {
    private static final int LONGEST_NOTE = 200;

    private final QuestionTable questions;
    private final GapTable gaps;
    private final Around around;

    /** What stands around it. */
    record Around(
            Library library,
            Outbox outbox,
            Residents residents,
            Audit audit,
            Supplier<String> issuer) {}

    Editing(QuestionTable questions, GapTable gaps, Around around) {
        this.questions = questions;
        this.gaps = gaps;
        this.around = around;
    }

    Gap get(long id) {
        return gaps.find(id).orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的问题。"));
    }

    /** Publishes the FAQ; returns how many people are told. */
    int answer(long id, Faq faq, boolean tell, StaffMember by, Instant now) {
        var gap = open(id, Set.of(OPEN, DISMISSED, ANSWERED));
        try {
            around.library()
                    .publish(gap.faq(), FaqText.article(faq, around.issuer().get(), now), now);
        } catch (BadArticle e) {
            throw new StaffRefused(INVALID, "这样写不能发布：" + e.getMessage());
        }
        change(gap, new Change(ANSWERED, faq.question(), gap.faq(), null, by.name()), now);
        int told = tell ? tell(gap, faq, now) : 0;
        questions.unlink(id);
        questions.settle(id);
        around.audit().record(by.name(), "gap.answer", on(id), now);
        return told;
    }

    private int tell(Gap gap, Faq faq, Instant now) {
        int told = 0;
        for (var asker : questions.askers(gap.id())) {
            var person = around.residents().find(asker.person()).filter(Person::reachable);
            if (person.isPresent()) {
                var language = person.get().speaks();
                var source = FaqText.source(faq, gap.faq(), around.issuer().get(), now);
                var message = FaqText.message(language, asker.question(), faq, source);
                around.outbox().say(person.get().sender(), message, now);
                told++;
            }
        }
        return told;
    }

    void dismiss(long id, String reason, StaffMember by, Instant now) {
        var note = Plain.visible(reason);
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw new StaffRefused(INVALID, "请写明不解答的原因，最多 " + LONGEST_NOTE + " 个字。");
        }
        var gap = open(id, Set.of(OPEN));
        change(gap, new Change(DISMISSED, gap.question(), gap.article(), note, by.name()), now);
        questions.unlink(id);
        questions.settle(id);
        around.audit().record(by.name(), "gap.dismiss", on(id), now);
    }

    void merge(long id, long into, StaffMember by, Instant now) {
        if (id == into) {
            throw new StaffRefused(INVALID, "不能和自己合并，请选另一个问题。");
        }
        var gap = open(id, Set.of(OPEN));
        open(into, Set.of(OPEN, ANSWERED, DISMISSED));
        change(gap, new Change(MERGED, gap.question(), gap.article(), null, by.name()), now);
        questions.move(id, into);
        gaps.point(id, into);
        around.audit().record(by.name(), "gap.merge", on(id), now);
    }

    private Gap open(long id, Set<State> states) {
        var gap = get(id);
        if (!states.contains(gap.state())) {
            throw new StaffRefused(CONFLICT, "这个问题" + gap.state().shown() + "，请刷新列表。");
        }
        return gap;
    }

    private void change(Gap gap, Change change, Instant now) {
        if (!gaps.change(gap, change, now)) {
            throw new StaffRefused(CONFLICT, "别人刚刚处理了这个问题，请刷新列表。");
        }
    }

    private static String on(long id) {
        return "gap " + id;
    }
}
