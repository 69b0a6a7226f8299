package org.ximen.gaps;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.meaning.Embedder;
import org.ximen.residents.Person;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;

/** People who ask, and an editor who reads what they asked. */
final class Lack {
    final Office office;
    final Gaps gaps;
    final StaffMember editor;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Instant now = Instant.parse("2026-11-23T02:00:00Z");

    Lack(Db db, Path home, Optional<Embedder> embedder) {
        this.office = new Office(db, home);
        this.editor = office.hire(Role.EDITOR, home, now);
        this.gaps =
                new Gaps(
                        db,
                        new Gaps.Parts(
                                office.library,
                                office.outbox,
                                office.residents,
                                office.audit,
                                () -> "老西门街道",
                                embedder),
                        registry);
    }

    Person person(String name) {
        return office.residents.meet(new Sender("pigeon", name), now);
    }

    /** Somebody asks in vain. */
    long refused(String name, String question) {
        return asked(name, question, Result.REFUSED);
    }

    long asked(String name, String question, Result result) {
        return gaps.note(person(name), "pigeon", question, result, 30, now).orElseThrow();
    }

    Optional<Long> note(String name, String question) {
        return gaps.note(person(name), "pigeon", question, Result.REFUSED, 30, now);
    }

    /** Groups what was asked, and lists what is open. */
    List<Gap> open() {
        gaps.sweep(now);
        return gaps.list(Gap.State.OPEN, 0, 100, editor);
    }

    Gap only() {
        return open().getFirst();
    }

    /** The questions of every open group, each as they were asked. */
    List<List<String>> groups() {
        return open().stream().map(gap -> texts(gap.id())).toList();
    }

    List<String> texts(long gap) {
        return gaps.questions(gap, editor).stream().map(Question::text).toList().reversed();
    }

    int answer(long gap, String question, String answer) {
        return gaps.answer(gap, new Faq(question, answer, null, null, null), true, editor, now);
    }

    /** What has arrived since the last time. */
    List<String> arrived() {
        office.outbox.drain(now);
        var all = new ArrayList<>(office.pigeons.carried);
        office.pigeons.carried.clear();
        return all;
    }

    void forget(String name) {
        gaps.holding().erase().person(person(name), now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
