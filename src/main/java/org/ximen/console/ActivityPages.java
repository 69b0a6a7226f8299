package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.activities.ActivityDesk;
import org.ximen.activities.SignUpExport;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Activities: the list, one with who signed up, waits and came; changing and calling off. */
@Controller
@RequestMapping("/console/activities")
public final class ActivityPages implements Page {
    private static final int MOST = 200;
    private static final int SIZE = 200;
    private static final String ONE = "redirect:/console/activities/";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ActivityDesk desk;
    private final SignUpExport export;
    private final InstantSource clock;

    /** What a form asks for. */
    private interface Doing {
        void run(Instant now);
    }

    public ActivityPages(ActivityDesk desk, SignUpExport export, InstantSource clock) {
        this.desk = desk;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffMember me, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "items",
                desk.list(MOST, me).stream()
                        .map(filled -> ActivitySheet.ActivityLine.of(filled, now))
                        .toList());
        return "console/activities";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(ActivityForm.EMPTY);
    }

    @PostMapping("/new")
    ModelAndView open(@ModelAttribute ActivityForm form, @AuthenticationPrincipal StaffMember me) {
        try {
            return new ModelAndView(
                    ONE + desk.open(form.plan(), me, clock.instant()).id() + "?done");
        } catch (StaffRefused e) {
            return refused(form(form), e);
        }
    }

    private static ModelAndView form(ActivityForm form) {
        var page = new ModelAndView("console/activity-new");
        page.addObject("form", form);
        return page;
    }

    private static ModelAndView refused(ModelAndView page, StaffRefused why) {
        page.setStatus(Refusals.status(why));
        page.addObject("problem", Objects.toString(why.getMessage()));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView get(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me) {
        return page(id, page, me);
    }

    @PostMapping("/{id}/change")
    ModelAndView change(
            @PathVariable long id,
            @ModelAttribute ActivityForm form,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, now -> desk.change(id, form.plan(), me, now), "form", form);
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, now -> desk.cancel(id, reason, me, now), "why", reason);
    }

    @PostMapping("/{id}/result")
    ModelAndView publish(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String result,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, now -> desk.publish(id, result, me, now), "result", result);
    }

    /**
     * @param shown ids of the sign-ups that stood on the page
     * @param came ids of those that were ticked
     */
    @PostMapping("/{id}/attendance")
    ModelAndView attend(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Long> shown,
            @RequestParam(required = false) @Nullable Set<Long> came,
            @AuthenticationPrincipal StaffMember me) {
        var all = shown == null ? Set.<Long>of() : shown;
        var ticked = came == null ? Set.<Long>of() : came;
        return done(id, me, now -> desk.attend(id, all, ticked, me, now), "ticked", ticked);
    }

    /** What was typed stands on the page again where it was refused; never in an address. */
    private ModelAndView done(long id, StaffMember me, Doing doing, String name, Object typed) {
        var now = clock.instant();
        desk.get(id, me);
        try {
            doing.run(now);
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            var page = refused(page(id, 0, me), e);
            page.addObject(name, typed);
            return page;
        }
    }

    private ModelAndView page(long id, int number, StaffMember me) {
        var now = clock.instant();
        var filled = desk.get(id, me);
        int count = filled.signUps();
        int pages = Math.max(1, (count + SIZE - 1) / SIZE);
        int at = Math.clamp(number, 0, pages - 1);
        var some = desk.signUps(id, at * SIZE, SIZE, me);
        var page = new ModelAndView("console/activity");
        page.addObject("a", ActivitySheet.of(filled, now));
        page.addObject("notice", filled.activity().notice());
        page.addObject("form", ActivityForm.of(filled.activity().plan()));
        page.addObject("items", ActivitySheet.lines(some, now));
        page.addObject("count", count);
        page.addObject("nearer", at > 0 ? at - 1 : null);
        page.addObject("further", at < pages - 1 ? at + 1 : null);
        return page;
    }

    @GetMapping("/{id}/sign-ups.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return file(
                "报名 " + id + ".csv", "text/csv;charset=UTF-8", export.csv(id, me, clock.instant()));
    }

    @GetMapping("/{id}/sign-ups.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return file("报名 " + id + ".xlsx", XLSX, export.xlsx(id, me, clock.instant()));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        var attached =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
