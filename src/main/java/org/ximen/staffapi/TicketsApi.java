package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.staff.StaffMember;

/** Residents who want to talk to a person, over HTTP. */
@RestController
@RequestMapping("/api/staff/tickets")
public final class TicketsApi {
    private final Handoff handoff;
    private final InstantSource clock;

    record MessageBody(@Nullable String text) {}

    record TicketView(
            long id,
            Ticket.State state,
            @Nullable String about,
            @Nullable String kind,
            @Nullable String urgent,
            @Nullable String claimedBy,
            Instant askedAt,
            List<Ticket.Line> lines) {
        static TicketView of(Ticket ticket) {
            return new TicketView(
                    ticket.id(),
                    ticket.state(),
                    ticket.about(),
                    ticket.kind(),
                    ticket.urgent(),
                    ticket.claimedBy(),
                    ticket.askedAt(),
                    ticket.lines());
        }
    }

    public TicketsApi(Handoff handoff, InstantSource clock) {
        this.handoff = handoff;
        this.clock = clock;
    }

    @GetMapping
    List<TicketView> list(@AuthenticationPrincipal StaffMember by) {
        return handoff.list(by).stream().map(ticket -> TicketView.of(ticket.seenBy(by))).toList();
    }

    @PostMapping("/{id}/claim")
    TicketView claim(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return TicketView.of(handoff.claim(id, by, clock.instant()));
    }

    @PostMapping(path = "/{id}/messages", consumes = APPLICATION_JSON_VALUE)
    TicketView say(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var text = Fields.required("text", Json.read(body, MessageBody.class).text());
        return TicketView.of(handoff.say(id, by, text, clock.instant()));
    }

    @PostMapping("/{id}/close")
    TicketView close(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return TicketView.of(handoff.close(id, by, clock.instant()));
    }
}
