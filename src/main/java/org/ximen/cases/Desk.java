package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRecords;
import org.ximen.text.Masking;

/** Takes the steps: guard, effect, row, history, message; always inside a transaction. */
final class Desk {
    private final CaseTable cases;
    private final EventTable events;
    private final FollowerTable followers;
    private final Guard guard;
    private final Steps steps;
    private final Telling telling;
    private final CorrectionDesk corrections;
    private final Forgetting forgetting;
    private final EvidenceDesk evidence;
    private final ClockDesk clocks;

    Desk(
            Tables tables,
            Guard guard,
            Steps steps,
            Telling telling,
            CorrectionDesk corrections,
            ClockDesk clocks,
            PhotoRecords photos) {
        this.cases = tables.cases();
        this.events = tables.events();
        this.followers = tables.followers();
        this.guard = guard;
        this.steps = steps;
        this.telling = telling;
        this.corrections = corrections;
        this.clocks = clocks;
        this.forgetting = new Forgetting(tables, photos);
        this.evidence = new EvidenceDesk(tables.evidence(), photos);
    }

    /** One step; the case as it is afterwards. */
    GridCase move(String number, Move asked, Actor by, Instant now) {
        var before = get(number);
        var rule = guard.pass(before, asked.verb(), by);
        // What staff write for themselves stays as they wrote it.
        var move = rule.verb() == Verb.NOTE ? asked : masked(asked);
        var after = after(before, rule, move, by, now);
        // A note hinders nobody.
        boolean written = rule.verb() == Verb.NOTE || cases.update(before, after);
        if (!written) {
            throw guard.refusal(get(number), by, "这件案件刚刚有人办理过，请看过最新情况再办");
        }
        evidence.take(before, rule, move);
        var moved = before.with(before.item().with(after));
        var step = corrections.begun(new CorrectionDesk.Step(before, moved, rule, move, by, now));
        events.add(before.id(), corrections.event(step));
        if (rule.verb() != Verb.NOTE) {
            // a note was written beside the case as it may be now, not after it
            clocks.follow(before.item().state(), moved, rule.verb(), now);
        }
        finish(step);
        return get(number).item();
    }

    /** Joins a person to a case that another reported. */
    void follow(String number, FollowerTable.Follower follower, Instant now) {
        var stored = get(number);
        if (!Long.valueOf(follower.person()).equals(stored.reporter())) {
            followers.add(stored.id(), follower, now);
        }
    }

    /** More from somebody of the case, while it is open; true if it was taken. */
    boolean supplement(String number, long person, String words, List<String> photos, Instant now) {
        var stored = get(number);
        var state = stored.item().state();
        boolean own =
                Long.valueOf(person).equals(stored.reporter())
                        || followers.of(stored.id()).stream().anyMatch(f -> f.person() == person);
        if (!own || state.over()) {
            return false;
        }
        cases.hold(stored.id());
        cases.addPhotos(stored.id(), photos);
        var by = Actor.reporter(person).name();
        var note = photos.isEmpty() ? words : (words + " 照片 " + photos.size() + " 张").strip();
        var told = Masking.mask(note);
        events.add(stored.id(), new Event(now, by, null, state, state, told));
        return true;
    }

    /** Adds a picture to the step that it is for, which has to be open to the actor. */
    String attach(String number, CasePhoto photo, Sender owner, Actor by) {
        var stored = get(number);
        mustBeOpen(stored, photo.phase(), by);
        cases.hold(stored.id());
        return evidence.attach(stored, photo, owner);
    }

    /** Refuses unless the step that pictures of this phase prove is open to the actor. */
    void mustBeOpen(Stored stored, PhotoPhase phase, Actor by) {
        if (guard.rules(stored, by).stream().map(OpenMove::of).noneMatch(m -> m.photo() == phase)) {
            throw guard.refusal(stored, by, "现在不能加“%s”照片".formatted(phase.shown()));
        }
    }

    /** What a case has to show. */
    Evidence evidence(String number) {
        return evidence.of(get(number));
    }

    Stored get(String number) {
        return CaseNumber.in(number).flatMap(cases::find).orElseThrow(Unknown::new);
    }

    private Standing after(Stored before, Moves.Rule rule, Move move, Actor by, Instant now) {
        try {
            return steps.after(before.item(), rule, move, by, now);
        } catch (Steps.Refused e) {
            throw guard.refusal(before, by, String.valueOf(e.getMessage()));
        }
    }

    private void finish(CorrectionDesk.Step step) {
        var moved = step.after();
        var verb = step.rule().verb();
        if (verb == Verb.MERGE) {
            hand(moved, step.now());
        }
        var told = corrections.finish(step);
        if (told.isPresent()) {
            telling.tellPeople(moved, verb, told.get(), step.by(), step.now());
        } else if (!CorrectionDesk.isOwn(step.rule())) {
            telling.tell(moved, step.move(), step.by(), step.now());
        }
        if (moved.forgotten() && moved.item().state().over()) {
            forgetting.wipe(moved);
        }
    }

    /** Those of the merged case go on with the other. */
    private void hand(Stored merged, Instant now) {
        var into = get(String.valueOf(merged.item().mergedInto()));
        if (into.item().state().over()) {
            throw new Incomplete("into", into.item().number() + " 已经办完，请并入一件还在办的案件");
        }
        var reporter = merged.reporter();
        var tell = merged.tell();
        if (reporter != null && tell != null) {
            hand(into, reporter, tell, now);
        }
        followers.of(merged.id()).forEach(f -> hand(into, f.person(), f.tell(), now));
    }

    private void hand(Stored into, long person, Sender tell, Instant now) {
        if (!Long.valueOf(person).equals(into.reporter())) {
            followers.add(into.id(), new FollowerTable.Follower(person, tell), now);
        }
    }

    private static Move masked(Move move) {
        var note = move.note();
        return note == null ? move : move.noting(Masking.mask(note));
    }
}
