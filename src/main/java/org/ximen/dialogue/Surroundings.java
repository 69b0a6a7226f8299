package org.ximen.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Reply;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketChats;
import org.ximen.opinions.Opinion;

/**
 * What the person and the street have to do with each other just now.
 *
 * @param cases the person's own that are open or were over within 15 days, newest first
 * @param ticket with which they wait for or talk with a member of staff
 * @param inHand the resident's talk that a member of staff leads in this chat
 * @param last what they were told last, newest first
 * @param toldAt when the newest of it was said; null where nothing was
 * @param notice that reached them since
 * @param suggestion their own that was spoken about last and is not answered yet
 */
public record Surroundings(
        List<GridCase> cases,
        Optional<Ticket> ticket,
        Optional<TicketChats.InHand> inHand,
        List<Reply> last,
        @Nullable Instant toldAt,
        @Nullable PushedNotice notice,
        Optional<Opinion> suggestion,
        Instant now) {
    /**
     * A notice that reached a chat.
     *
     * @param title its own
     * @param article id of the article that holds it
     */
    public record PushedNotice(String title, String article) {}

    /** Of whom nothing is known. */
    public static Surroundings none(Instant now) {
        return new Surroundings(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                null,
                null,
                Optional.empty(),
                now);
    }

    public Surroundings {
        cases = List.copyOf(cases);
        last = List.copyOf(last);
    }

    /** The cases that somebody still works on. */
    public List<GridCase> open() {
        return cases.stream().filter(each -> !each.state().over()).toList();
    }

    /** The cases that are over. */
    public List<GridCase> over() {
        return cases.stream().filter(each -> each.state().over()).toList();
    }

    /** The case of a number, if it is one of these. */
    public Optional<GridCase> find(@Nullable String number) {
        return cases.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    /** The case that was spoken about last, if what was said last was about one. */
    public Optional<GridCase> spokenOf() {
        return last.stream()
                .map(Reply::caseNumber)
                .flatMap(number -> find(number).stream())
                .findFirst();
    }
}
