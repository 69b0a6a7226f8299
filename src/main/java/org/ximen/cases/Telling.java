package org.ximen.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.residents.Residents;

/** Tells those whom a case concerns what happened. */
final class Telling {
    private final Tables tables;
    private final CaseWords words;
    private final Said said;
    private final Crew crew;
    private final Residents residents;
    private final ResultPhotos results;

    /** Where messages go; the outbox. */
    interface Said {
        /** Leaves a message to be sent, inside the open transaction. */
        void say(Sender to, Reply reply, Instant now);
    }

    Telling(
            Tables tables,
            CaseWords words,
            Said said,
            Crew crew,
            Residents residents,
            ResultPhotos results) {
        this.tables = tables;
        this.words = words;
        this.said = said;
        this.crew = crew;
        this.residents = residents;
        this.results = results;
    }

    /**
     * Tells the staff who go on with it, and the people of the case but the one who did it; each
     * chat once.
     */
    void tell(Stored stored, Move move, Actor by, Instant now) {
        crew.moved(stored.item(), move.verb(), by, now);
        tellPeople(stored, move.verb(), CaseWords.Told.of(move), by, now);
    }

    /** Tells the people of the case alone, but the one who did it; each chat once. */
    void tellPeople(Stored stored, Verb verb, CaseWords.Told told, Actor by, Instant now) {
        var item = stored.item();
        var shown = CaseWords.shown(item, told, results.evidence(stored));
        people(stored, by.person())
                .forEach((to, person) -> {
                    var language = residents.languageOf(to);
                    boolean reporter = person.equals(stored.reporter());
                    // Who only follows a case has nothing to do with what is split off.
                    if (verb == Verb.SPLIT && !reporter) {
                        return;
                    }
                    var text = words.told(language, item, told, shown, reporter, now);
                    var asked = asking(stored, verb, person, to, now);
                    var choices =
                            asked.map(round -> words.solved(language, item, round))
                                    .orElse(List.of());
                    var reply = Reply.of(Reply.Kind.STATUS, text, choices).about(item.number());
                    said.say(to, reply.picturing(results.show(stored, to).orElse(null)), now);
                });
    }

    private Map<Sender, Long> people(Stored stored, @Nullable Long butFor) {
        var people = new LinkedHashMap<Sender, Long>();
        var tell = stored.tell();
        var reporter = stored.reporter();
        if (tell != null && reporter != null && !reporter.equals(butFor)) {
            people.put(tell, reporter);
        }
        for (var follower : tables.followers().of(stored.id())) {
            if (!Long.valueOf(follower.person()).equals(butFor)) {
                people.putIfAbsent(follower.tell(), follower.person());
            }
        }
        return people;
    }

    /** Whoever is told that the case is over is asked what they think of it: in which round. */
    private Optional<Integer> asking(
            Stored stored, Verb verb, long person, Sender to, Instant now) {
        if (verb != Verb.CLOSE && verb != Verb.REFUSE) {
            return Optional.empty();
        }
        // The history of the case in hand ends before the step.
        int round = stored.item().rounds() + 1;
        tables.ratings().ask(new RatingTable.Asked(stored.id(), person, round, now), to);
        return Optional.of(round);
    }

    /**
     * Tells the people of the case that it may be late, before it is.
     *
     * @param urged whether somebody of the staff was told just now
     */
    void late(Stored stored, boolean urged, Instant now) {
        var item = stored.item();
        people(stored, null)
                .forEach((to, person) -> {
                    boolean reporter = person.equals(stored.reporter());
                    var text = words.late(residents.languageOf(to), item, reporter, urged, now);
                    said.say(to, Reply.of(Reply.Kind.STATUS, text).about(item.number()), now);
                });
    }

    /** Asks once more. */
    void remind(Stored stored, Sender to, Instant now) {
        var item = stored.item();
        var language = residents.languageOf(to);
        var choices = words.solved(language, item, item.rounds());
        var reply = Reply.of(Reply.Kind.STATUS, words.reminder(language, item), choices);
        said.say(to, reply.about(item.number()), now);
    }
}
