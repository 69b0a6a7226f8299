package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.ximen.staff.Audit;
import org.ximen.text.WordLists;

/** The audit trail, for administrators. */
@Controller
public final class AuditPages implements Page {
    private static final int SIZE = 50;
    private static final WordLists WORDS =
            WordLists.beside(AuditPages.class, "audit-words.properties");

    private final Audit audit;
    private final InstantSource clock;

    /** One line of the trail. */
    record Line(String at, String who, String what, String on, String details) {}

    public AuditPages(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/console/audit")
    String list(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        var now = clock.instant();
        var found = audit.page(who.strip(), what.strip(), on.strip(), before, SIZE + 1);
        var shown = found.stream().limit(SIZE).toList();
        model.addAttribute("items", shown.stream().map(entry -> line(entry, now)).toList());
        model.addAttribute("who", who);
        model.addAttribute("what", what);
        model.addAttribute("on", on);
        model.addAttribute(
                "older", found.size() > SIZE ? address(who, what, on, shown.getLast().id()) : null);
        return "console/audit";
    }

    private static String address(String who, String what, String on, long before) {
        return UriComponentsBuilder.fromPath("/console/audit")
                .queryParam("who", "{who}")
                .queryParam("what", "{what}")
                .queryParam("on", "{on}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(Map.of("who", who, "what", what, "on", on))
                .toUriString();
    }

    private static Line line(Audit.Entry entry, Instant now) {
        return new Line(
                Shown.time(entry.at(), now),
                entry.who(),
                WORDS.line(entry.what()).orElse(entry.what()),
                entry.on(),
                entry.details());
    }
}
