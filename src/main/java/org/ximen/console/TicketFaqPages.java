package org.ximen.console;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;

import java.time.InstantSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.gaps.Faq;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketDesk;
import org.ximen.residents.Residents;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What was asked and answered in a talk becomes a question for the editors, to be checked. */
@Controller
@RequestMapping("/console/tickets/{id}/faq")
public final class TicketFaqPages implements Page {
    private final TicketDesk tickets;
    private final Gaps gaps;
    private final Residents residents;
    private final TicketPages pages;
    private final InstantSource clock;

    public TicketFaqPages(
            TicketDesk tickets,
            Gaps gaps,
            Residents residents,
            TicketPages pages,
            InstantSource clock) {
        this.tickets = tickets;
        this.gaps = gaps;
        this.residents = residents;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Editors go on to the question; others come back to the talk. What is refused comes back with
     * all that was typed.
     */
    @PostMapping
    ModelAndView propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal StaffMember me) {
        var ticket = tickets.get(id, me);
        try {
            long gap = propose(ticket, new Faq(question, answer, null, null, null), me);
            return new ModelAndView(
                    me.is(EDITOR, APPROVER, ADMIN)
                            ? "redirect:/console/gaps/" + gap
                            : "redirect:/console/tickets/" + id + "?proposed");
        } catch (StaffRefused e) {
            return pages.refused(id, me, e)
                    .addObject("typedQuestion", question)
                    .addObject("typedAnswer", answer);
        }
    }

    private long propose(Ticket ticket, Faq faq, StaffMember me) {
        var person =
                residents
                        .find(ticket.person())
                        .orElseThrow(() ->
                                new StaffRefused(StaffRefused.Reason.UNKNOWN, "这位居民已删除自己的资料。"));
        var now = clock.instant();
        return gaps.propose(person, faq, me, () -> tickets.proposed(ticket.id(), me, now), now);
    }
}
