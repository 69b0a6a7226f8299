package org.ximen.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.residents.Residents;

/** Tells those whom a case concerns what happened. */
final class Telling {
    private final FollowerTable followers;
    private final CaseWords words;
    private final Said said;
    private final Crew crew;
    private final Residents residents;

    /** Where messages go; the outbox. */
    interface Said {
        /** Leaves a message to be sent, inside the open transaction. */
        void say(Sender to, Reply reply, Instant now);
    }

    Telling(FollowerTable followers, CaseWords words, Said said, Crew crew, Residents residents) {
        this.followers = followers;
        this.words = words;
        this.said = said;
        this.crew = crew;
        this.residents = residents;
    }

    /**
     * Tells the staff who go on with it, and the people of the case but the one who did it; each
     * chat once.
     */
    void tell(Stored stored, Move move, Actor by, Instant now) {
        var item = stored.item();
        crew.moved(item, move.verb(), now);
        var people = new LinkedHashMap<Sender, Boolean>();
        var tell = stored.tell();
        if (tell != null && !isSame(stored.reporter(), by)) {
            people.put(tell, true);
        }
        for (var follower : followers.of(stored.id())) {
            if (!isSame(follower.person(), by)) {
                people.putIfAbsent(follower.tell(), false);
            }
        }
        people.forEach((to, reporter) -> {
            var text = words.told(residents.languageOf(to), item, move, reporter, now);
            said.say(to, Reply.of(Reply.Kind.STATUS, text).about(item.number()), now);
        });
    }

    private static boolean isSame(@Nullable Long person, Actor by) {
        return person != null && person.equals(by.person());
    }
}
