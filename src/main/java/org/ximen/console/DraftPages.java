package org.ximen.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.drafts.DraftDesk;
import org.ximen.drafts.DraftKind;
import org.ximen.drafts.StaffDraft;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.staff.Audit;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * What a chat model drafts for staff, out of a case, a talk or what they paste. Nothing is kept and
 * nothing is sent: whoever wants it copies it.
 */
@Controller
@RequestMapping("/console/drafts")
public final class DraftPages implements Page {
    private final DraftDesk desk;
    private final CaseBook book;
    private final Handoff handoff;
    private final Audit audit;
    private final InstantSource clock;

    /** What can be chosen. */
    record Kind(String value, String shown) {}

    public DraftPages(
            DraftDesk desk, CaseBook book, Handoff handoff, Audit audit, InstantSource clock) {
        this.desk = desk;
        this.book = book;
        this.handoff = handoff;
        this.audit = audit;
        this.clock = clock;
    }

    /** The form, filled with the masked words of a case or a talk that the viewer may see. */
    @GetMapping
    ModelAndView page(
            @RequestParam(name = "case", required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable Long ticket,
            @AuthenticationPrincipal StaffMember me) {
        var words = new ArrayList<String>();
        if (number != null && me.is(Role.DISPATCHER, Role.HANDLER, Role.VERIFIER, Role.ADMIN)) {
            book.find(number, me).map(DraftPages::words).ifPresent(words::add);
        }
        if (ticket != null && me.is(Role.DISPATCHER, Role.EDITOR, Role.APPROVER, Role.ADMIN)) {
            talk(ticket, me).map(DraftPages::words).ifPresent(words::add);
        }
        return form(DraftKind.SUMMARY, DraftDesk.masked(String.join("\n", words)));
    }

    /** Drafts; the page shows it and forgets it. */
    @PostMapping
    ModelAndView draft(
            @RequestParam DraftKind kind,
            @RequestParam(defaultValue = "") String material,
            @AuthenticationPrincipal StaffMember me) {
        var page = form(kind, DraftDesk.masked(material));
        if (material.isBlank()) {
            page.addObject("problem", "请先写上要用的内容。");
            return page;
        }
        audit.record(me.name(), "model.draft", kind.name(), clock.instant());
        show(page, desk.draft(kind, material));
        return page;
    }

    private static void show(ModelAndView page, Optional<StaffDraft> draft) {
        draft.ifPresentOrElse(
                drafted -> {
                    page.addObject("draft", drafted.shown());
                    page.addObject("missing", String.join("、", drafted.missing()));
                },
                () -> page.addObject("problem", "大模型这次没有写出能用的草稿。可以再试一次，或者自己写。"));
    }

    private ModelAndView form(DraftKind kind, String material) {
        var page = new ModelAndView("console/drafts");
        page.addObject("open", desk.isOpen());
        page.addObject(
                "kinds",
                List.of(DraftKind.values()).stream()
                        .map(each -> new Kind(each.name(), each.shown()))
                        .toList());
        page.addObject("kind", kind.name());
        page.addObject("material", material);
        return page;
    }

    private Optional<Ticket> talk(long id, StaffMember me) {
        return handoff.desk().list(me).stream()
                .filter(each -> each.id() == id)
                .map(each -> each.seenBy(me))
                .findFirst();
    }

    private static String words(Ticket ticket) {
        var about = ticket.about() == null ? "" : "居民：" + ticket.about() + "\n";
        return about
                + ticket.lines().stream()
                        .map(line -> (line.staff() == null ? "居民：" : "工作人员：") + line.text())
                        .collect(Collectors.joining("\n"));
    }

    private static String words(GridCase item) {
        return "居民：" + item.description() + "\n" + steps(item.history());
    }

    private static String steps(List<Event> history) {
        return history.stream()
                .filter(event -> !event.internal())
                .map(DraftPages::step)
                .collect(Collectors.joining("\n"));
    }

    private static String step(Event event) {
        var note = event.note();
        return event.shown() + (note == null ? "" : "：" + note);
    }
}
