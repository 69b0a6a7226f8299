package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Residents who want to talk to a person: the queue, taking one, answering, ending. */
@Controller
@RequestMapping("/console/tickets")
public final class TicketPages implements Page {
    private final Handoff handoff;
    private final InstantSource clock;

    /**
     * A ticket as the page shows it.
     *
     * @param mine whether the viewer may answer
     * @param urgent why it cannot wait; empty where it can
     * @param kind what it is about in a word or two; may be empty
     */
    record Sheet(
            long id,
            String state,
            boolean waiting,
            boolean mine,
            String about,
            String urgent,
            String kind,
            String claimedBy,
            String askedAt,
            List<Said> lines) {}

    /** Something that was said. */
    record Said(boolean staff, String who, String text, String at) {}

    public TicketPages(Handoff handoff, InstantSource clock) {
        this.handoff = handoff;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        return "console/tickets";
    }

    /** The part that refreshes itself: everything but what is being typed. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        return "console/tickets-live :: live";
    }

    @PostMapping("/{id}/{step}")
    ModelAndView take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable String text,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        try {
            take(id, step, text == null ? "" : text, me, clock.instant());
            return new ModelAndView("redirect:/console/tickets");
        } catch (StaffRefused e) {
            fill(me, model);
            var page = new ModelAndView("console/tickets");
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            page.addObject("typed", text);
            page.addObject("typedFor", id);
            return page;
        }
    }

    private void take(long id, String step, String text, StaffMember me, Instant now) {
        switch (step) {
            case "claim" -> handoff.claim(id, me, now);
            case "say" -> handoff.say(id, me, text, now);
            case "close" -> handoff.close(id, me, now);
            default -> throw new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这一步，请刷新页面再试。");
        }
    }

    private void fill(StaffMember me, Model model) {
        var now = clock.instant();
        var tickets =
                handoff.list(me).stream().map(each -> sheet(each.seenBy(me), me, now)).toList();
        model.addAttribute("tickets", tickets);
        model.addAttribute("waiting", tickets.stream().filter(Sheet::waiting).count());
        model.addAttribute("asOf", Shown.time(now, now));
    }

    private static Sheet sheet(Ticket ticket, StaffMember me, Instant now) {
        var claimedBy = ticket.claimedBy();
        var about = ticket.about();
        return new Sheet(
                ticket.id(),
                ticket.state().shown(),
                ticket.state() == Ticket.State.WAITING,
                me.name().equals(claimedBy),
                about == null ? "（没有留下问题）" : about,
                Objects.requireNonNullElse(ticket.urgent(), ""),
                Objects.requireNonNullElse(ticket.kind(), ""),
                claimedBy == null ? "" : claimedBy,
                Shown.time(ticket.askedAt(), now),
                ticket.lines().stream().map(line -> said(line, now)).toList());
    }

    private static Said said(Ticket.Line line, Instant now) {
        var staff = line.staff();
        return new Said(
                staff != null,
                staff == null ? "居民" : staff,
                line.text(),
                Shown.time(line.at(), now));
    }
}
