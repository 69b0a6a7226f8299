package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.CaseBook;
import org.ximen.handoff.RepliesFile;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketBackground;
import org.ximen.handoff.TicketDesk;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Residents who want to talk to a person: the queue, taking one, the talk, ending it. */
@Controller
@RequestMapping("/console/tickets")
public final class TicketPages implements Page {
    private static final String LIST = "redirect:/console/tickets";

    private final Features features;
    private final InstantSource clock;

    /** What these pages read and write. */
    public record Features(
            TicketDesk desk,
            TicketBackground background,
            Accounts accounts,
            CaseBook book,
            Supplier<RepliesFile> replies) {}

    /** One in the list. */
    record Line(
            long id,
            String state,
            boolean waiting,
            String about,
            boolean urgent,
            String kind,
            String claimedBy,
            String at) {}

    /** One to whom a talk can be passed. */
    record Colleague(String name, String shown) {
        static Colleague of(String name, boolean hears) {
            return new Colleague(name, hears ? name : name + "（没绑聊天，收不到提醒）");
        }
    }

    public TicketPages(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        var over = features.desk().listOver(me);
        model.addAttribute("over", lines(over, me, clock.instant()));
        return "console/tickets";
    }

    /** The part that refreshes itself. */
    @GetMapping("/list")
    String live(@AuthenticationPrincipal StaffMember me, Model model) {
        fill(me, model);
        return "console/tickets :: live";
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me);
    }

    /** The talk, which refreshes itself while an answer is typed. */
    @GetMapping("/{id}/talk")
    ModelAndView talk(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        var page = page(id, me);
        page.setViewName("console/ticket :: talk");
        return page;
    }

    /** What is refused comes back with all that was typed. */
    @PostMapping("/{id}/{step}")
    ModelAndView take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal StaffMember me) {
        try {
            return new ModelAndView(take(new Wish(id, step, text, to), me, clock.instant()));
        } catch (StaffRefused e) {
            return refused(id, me, e).addObject(step.equals("note") ? "typedNote" : "typed", text);
        }
    }

    /** The page of a talk with why something could not be done. */
    ModelAndView refused(long id, StaffMember me, StaffRefused why) {
        var page = page(id, me);
        page.setStatus(Refusals.status(why));
        return page.addObject("problem", String.valueOf(why.getMessage()));
    }

    private record Wish(long id, String step, String text, String to) {}

    private String take(Wish wish, StaffMember me, Instant now) {
        var desk = features.desk();
        var one = LIST + "/" + wish.id();
        return switch (wish.step()) {
            case "claim" -> after(desk.claim(wish.id(), me, now), one);
            case "say" -> after(desk.say(wish.id(), me, wish.text(), now), one);
            case "note" -> after(desk.note(wish.id(), me, wish.text(), now), one);
            case "pass" -> after(desk.pass(wish.id(), colleague(wish.to()), me, now), LIST);
            case "back" -> after(desk.putBack(wish.id(), me, now), LIST);
            case "close" -> after(desk.close(wish.id(), me, now), one);
            default -> throw new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这一步，请刷新页面再试。");
        };
    }

    /** Where to go once it is done. */
    private static String after(Ticket done, String where) {
        return where;
    }

    private StaffMember colleague(String name) {
        return features.accounts()
                .find(name)
                .orElseThrow(() -> new StaffRefused(StaffRefused.Reason.INVALID, "请选一位同事。"));
    }

    private void fill(StaffMember me, Model model) {
        var now = clock.instant();
        var open = lines(features.desk().list(me), me, now);
        model.addAttribute("tickets", open);
        model.addAttribute("waiting", open.stream().filter(Line::waiting).count());
        model.addAttribute("asOf", Shown.time(now, now));
    }

    private static List<Line> lines(List<Ticket> tickets, StaffMember me, Instant now) {
        return tickets.stream().map(each -> line(each.seenBy(me), now)).toList();
    }

    private static Line line(Ticket ticket, Instant now) {
        var about = ticket.about();
        var claimedBy = ticket.claimedBy();
        var kind = ticket.kind();
        return new Line(
                ticket.id(),
                ticket.state().shown(),
                ticket.state() == Ticket.State.WAITING,
                about == null ? "（没有留下问题）" : about,
                ticket.urgent() != null,
                kind == null ? "" : kind,
                claimedBy == null ? "" : claimedBy,
                Shown.time(ticket.askedAt(), now));
    }

    private ModelAndView page(long id, StaffMember me) {
        var ticket = features.desk().get(id, me);
        var known = features.background().of(ticket);
        var page = new ModelAndView("console/ticket");
        page.addObject(
                "t",
                TicketSheet.of(ticket.seenBy(me), known, features.book(), me, clock.instant()));
        page.addObject("colleagues", colleagues(ticket));
        page.addObject("replies", features.replies().get().replies());
        return page;
    }

    private List<Colleague> colleagues(Ticket ticket) {
        var now = clock.instant();
        return features.accounts().list().stream()
                .filter(each -> features.desk().canPass(ticket, each, now))
                .map(each -> Colleague.of(each.name(), features.desk().hears(each)))
                .toList();
    }
}
