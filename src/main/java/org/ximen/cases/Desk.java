package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.text.Masking;

/** Takes the steps: guard, effect, row, history, message; always inside a transaction. */
final class Desk {
    private final CaseTable cases;
    private final EventTable events;
    private final FollowerTable followers;
    private final Guard guard;
    private final Steps steps;
    private final Telling telling;
    private final Forgetting forgetting;

    Desk(Tables tables, Guard guard, Steps steps, Telling telling) {
        this.cases = tables.cases();
        this.events = tables.events();
        this.followers = tables.followers();
        this.guard = guard;
        this.steps = steps;
        this.telling = telling;
        this.forgetting = new Forgetting(tables);
    }

    /** One step; the case as it is afterwards. */
    GridCase move(String number, Move asked, Actor by, Instant now) {
        var before = get(number);
        var rule = guard.pass(before, asked.verb(), by);
        var move = masked(asked);
        if (isRequest(move, by)) {
            note(before, rule, by, now, "申请延期：" + move.note());
            return get(number).item();
        }
        var after = after(before, rule, move, by, now);
        if (!cases.update(before, after, warned(before, after))) {
            throw guard.refusal(get(number), by, "这件案件刚刚有人办理过，请看过最新情况再办");
        }
        note(before, rule, by, now, move.note());
        var moved = before.with(before.item().with(after));
        finish(moved, rule, move, by, now);
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
        cases.addPhotos(stored.id(), stored.item().photos().size(), photos);
        var by = Actor.reporter(person).name();
        var note = photos.isEmpty() ? words : (words + " 照片 " + photos.size() + " 张").strip();
        var told = Masking.mask(note);
        events.add(stored.id(), new Event(now, by, null, state, state, told));
        return true;
    }

    Stored get(String number) {
        return CaseNumber.in(number).flatMap(cases::find).orElseThrow(Unknown::new);
    }

    private Standing after(Stored before, Moves.Rule rule, Move move, Actor by, Instant now) {
        try {
            return steps.after(before.item(), rule, move, now);
        } catch (Steps.Refused e) {
            throw guard.refusal(before, by, String.valueOf(e.getMessage()));
        }
    }

    private void finish(Stored moved, Moves.Rule rule, Move move, Actor by, Instant now) {
        if (rule.verb() == Verb.MERGE) {
            hand(moved, now);
        }
        if (!rule.silent()) {
            telling.tell(moved, move, by, now);
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

    private void note(
            Stored before, Moves.Rule rule, Actor by, Instant now, @Nullable String note) {
        var event = new Event(now, by.name(), rule.verb(), rule.from(), rule.to(), note);
        events.add(before.id(), event);
    }

    /** A handler asks for more time; the dispatcher grants it. */
    private static boolean isRequest(Move move, Actor by) {
        return move.verb() == Verb.EXTEND
                && !by.roles().contains(Role.DISPATCHER)
                && !by.roles().contains(Role.ADMIN);
    }

    private static int warned(Stored before, Standing after) {
        return after.clock().start().equals(before.item().clock().start()) ? before.warned() : 0;
    }

    private static Move masked(Move move) {
        var note = move.note();
        return note == null
                ? move
                : new Move(
                        move.verb(),
                        Masking.mask(note),
                        move.department(),
                        move.condition(),
                        move.outcome(),
                        move.into());
    }
}
