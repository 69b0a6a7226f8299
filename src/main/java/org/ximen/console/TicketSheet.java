package org.ximen.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseBook;
import org.ximen.cases.GridCase;
import org.ximen.chat.Citation;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketBackground;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.text.Masking;

/**
 * A resident's wish to talk to a person, as its page shows it.
 *
 * @param mine whether the viewer may answer
 * @param leads whether the viewer may pass it on, put it back or end it
 * @param urgent why it cannot wait; empty where it can
 * @param kind what it is about in a word or two; may be empty
 * @param files whether the viewer may file a case of it
 * @param before the talk with the assistant
 * @param lines the talk with staff
 * @param notes of staff alone
 * @param question and answer, as an FAQ could begin
 */
record TicketSheet(
        long id,
        String state,
        boolean waiting,
        boolean mine,
        boolean leads,
        boolean over,
        String about,
        String urgent,
        String kind,
        String claimedBy,
        String askedAt,
        boolean files,
        List<Said> before,
        List<Said> lines,
        List<Said> notes,
        List<Case> cases,
        @Nullable Cited cited,
        String question,
        String answer) {
    private static final int QUESTION = 100;

    /** Something that was said. */
    record Said(boolean staff, String who, String text, String at) {
        static Said of(Ticket.Line line, Instant now) {
            var staff = line.staff();
            return new Said(
                    staff != null,
                    staff == null ? "居民" : staff,
                    line.text(),
                    Shown.time(line.at(), now));
        }

        static Said of(TicketBackground.Spoken spoken, Instant now) {
            return new Said(
                    spoken.assistant(),
                    spoken.assistant() ? "小助" : "居民",
                    spoken.text(),
                    Shown.time(spoken.at(), now));
        }
    }

    /**
     * A case of the resident.
     *
     * @param open whether the viewer may open it
     */
    record Case(String number, String category, String state, boolean open) {}

    /** Where the answer stands that the resident read last. */
    record Cited(String article, String title, String section) {
        static @Nullable Cited of(@Nullable Citation citation) {
            return citation == null
                    ? null
                    : new Cited(
                            citation.article(),
                            citation.title(),
                            Objects.requireNonNullElse(citation.section(), ""));
        }
    }

    /**
     * @param ticket as the viewer may see it
     */
    static TicketSheet of(
            Ticket ticket,
            TicketBackground.Known known,
            CaseBook book,
            StaffMember me,
            Instant now) {
        var about = ticket.about();
        return new TicketSheet(
                ticket.id(),
                ticket.state().shown(),
                ticket.state() == Ticket.State.WAITING,
                ticket.isWith(me),
                ticket.isWith(me) || me.is(Role.ADMIN) && ticket.state() == Ticket.State.CLAIMED,
                ticket.state() == Ticket.State.CLOSED,
                about == null ? "（没有留下问题）" : about,
                Objects.requireNonNullElse(ticket.urgent(), ""),
                Objects.requireNonNullElse(ticket.kind(), ""),
                Objects.requireNonNullElse(ticket.claimedBy(), ""),
                Shown.time(ticket.askedAt(), now),
                me.is(Role.DISPATCHER, Role.ADMIN),
                known.talk().stream().map(each -> Said.of(each, now)).toList(),
                ticket.lines().stream().map(each -> Said.of(each, now)).toList(),
                ticket.notes().stream().map(each -> Said.of(each, now)).toList(),
                known.cases().stream().map(each -> of(each, book, me)).toList(),
                Cited.of(known.cited()),
                question(ticket),
                answer(ticket));
    }

    private static Case of(GridCase item, CaseBook book, StaffMember me) {
        boolean open =
                me.is(Role.DISPATCHER, Role.HANDLER, Role.VERIFIER, Role.ADMIN)
                        && book.find(item.number(), me).isPresent();
        return new Case(item.number(), item.category().shown(), item.state().shown(), open);
    }

    private static String question(Ticket ticket) {
        var said = lines(ticket, false);
        var first = Stream.concat(Stream.ofNullable(ticket.about()), said).findFirst().orElse("");
        var masked = Masking.mask(first);
        return masked.substring(0, Math.min(QUESTION, masked.length()));
    }

    private static String answer(Ticket ticket) {
        return Masking.mask(String.join("\n", lines(ticket, true).toList()));
    }

    private static Stream<String> lines(Ticket ticket, boolean staff) {
        return ticket.lines().stream()
                .filter(line -> (line.staff() != null) == staff)
                .map(Ticket.Line::text);
    }
}
