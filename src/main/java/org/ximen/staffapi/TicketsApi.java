package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

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
import org.ximen.cases.State;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketBackground;
import org.ximen.handoff.TicketDesk;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Residents who want to talk to a person, over HTTP. */
@RestController
@RequestMapping("/api/staff/tickets")
public final class TicketsApi {
    private final TicketDesk desk;
    private final TicketBackground background;
    private final Accounts accounts;
    private final InstantSource clock;

    record MessageBody(@Nullable String text) {}

    record PassBody(@Nullable String to) {}

    /** A case of the resident. */
    record OwnCase(String number, String category, State state) {}

    /** All that is known to whoever takes over. */
    record WholeView(
            TicketView ticket,
            List<TicketBackground.Spoken> before,
            List<Ticket.Line> notes,
            List<OwnCase> cases) {}

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

    public TicketsApi(
            TicketDesk desk, TicketBackground background, Accounts accounts, InstantSource clock) {
        this.desk = desk;
        this.background = background;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    List<TicketView> list(@AuthenticationPrincipal StaffMember by) {
        return desk.list(by).stream().map(ticket -> TicketView.of(ticket.seenBy(by))).toList();
    }

    @GetMapping("/{id}")
    WholeView get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        var ticket = desk.get(id, by).seenBy(by);
        var known = background.of(ticket);
        var cases =
                known.cases().stream()
                        .map(c -> new OwnCase(c.number(), c.category().code(), c.state()))
                        .toList();
        return new WholeView(TicketView.of(ticket), known.talk(), ticket.notes(), cases);
    }

    @PostMapping("/{id}/claim")
    TicketView claim(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return TicketView.of(desk.claim(id, by, clock.instant()));
    }

    @PostMapping(path = "/{id}/messages", consumes = APPLICATION_JSON_VALUE)
    TicketView say(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var text = Fields.required("text", Json.read(body, MessageBody.class).text());
        return TicketView.of(desk.say(id, by, text, clock.instant()));
    }

    @PostMapping(path = "/{id}/notes", consumes = APPLICATION_JSON_VALUE)
    TicketView note(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var text = Fields.required("text", Json.read(body, MessageBody.class).text());
        return TicketView.of(desk.note(id, by, text, clock.instant()).seenBy(by));
    }

    @PostMapping(path = "/{id}/pass", consumes = APPLICATION_JSON_VALUE)
    TicketView pass(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var name = Fields.required("to", Json.read(body, PassBody.class).to());
        var to =
                accounts.find(name)
                        .orElseThrow(() -> new StaffRefused(INVALID, "没有叫“" + name + "”的账号。"));
        return TicketView.of(desk.pass(id, to, by, clock.instant()).seenBy(by));
    }

    @PostMapping("/{id}/back")
    TicketView putBack(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return TicketView.of(desk.putBack(id, by, clock.instant()).seenBy(by));
    }

    @PostMapping("/{id}/close")
    TicketView close(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return TicketView.of(desk.close(id, by, clock.instant()));
    }
}
