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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.programme.NewChange;
import org.ximen.programme.Programme;
import org.ximen.programme.ProgrammeWords;
import org.ximen.programme.Project;
import org.ximen.programme.ProjectChange;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Language;

/** The programme and its projects: how far they are, what changed, who approved it. */
@Controller
@RequestMapping("/console/projects")
public final class ProjectPages implements Page {
    private static final String ONE = "redirect:/console/projects/";

    private final Programme programme;
    private final InstantSource clock;
    private final ProgrammeWords words = new ProgrammeWords();

    /** A change as it was typed. */
    record ChangeForm(
            @Nullable String milestone,
            @Nullable String done,
            @Nullable String undone,
            @Nullable String percent,
            @Nullable String note) {
        static final ChangeForm EMPTY = new ChangeForm(null, null, null, null, null);

        NewChange read() {
            return new NewChange(
                    Shown.filled(milestone),
                    Shown.day(done),
                    Shown.filled(undone) != null,
                    number(),
                    Objects.toString(note, ""));
        }

        private @Nullable Integer number() {
            var typed = Shown.filled(percent);
            if (typed != null && !typed.matches("\\d{1,3}")) {
                throw new StaffRefused(StaffRefused.Reason.INVALID, "进度写 0 到 100 的整数。");
            }
            return typed == null ? null : Integer.valueOf(typed);
        }
    }

    /** One change as the page shows it. */
    record ChangeLine(
            long id, String what, String by, String settled, boolean waits, @Nullable Long notice) {
        static ChangeLine of(ProjectChange change, Instant now) {
            return new ChangeLine(
                    change.id(),
                    what(change),
                    change.by() + "，" + Shown.time(change.at(), now),
                    settled("核准：", change.approvedBy(), change.approvedAt(), now)
                            + settled("退回：", change.rejectedBy(), change.rejectedAt(), now),
                    change.waits(),
                    change.notice());
        }

        private static String settled(
                String how, @Nullable String by, @Nullable Instant at, Instant now) {
            return by == null ? "" : how + by + "，" + Shown.time(at, now);
        }

        private static String what(ProjectChange change) {
            var done = change.done();
            var milestone = change.milestone();
            var reached = done == null ? "还没有完成" : done + " 完成";
            var first = milestone == null ? "" : milestone + "：" + reached + "。";
            var far = change.percent() == null ? "" : "进度 " + change.percent() + "%。";
            return first + far + change.note();
        }
    }

    /** A project on the map. */
    record ProjectPin(String id, String name, double lat, double lon) {}

    /** Shows and changes by these. */
    public ProjectPages(Programme programme, InstantSource clock) {
        this.programme = programme;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        var file = programme.file();
        var framework = file.framework();
        model.addAttribute(
                "framework", framework == null ? "" : words.framework(Language.ZH, framework));
        model.addAttribute("actions", file.actions());
        model.addAttribute("tasks", file.tasks());
        model.addAttribute("projects", programme.projects());
        return "console/projects";
    }

    @GetMapping("/pins")
    @ResponseBody
    List<ProjectPin> pins() {
        return programme.projects().stream()
                .flatMap(project ->
                        project.point().stream()
                                .map(point ->
                                        new ProjectPin(
                                                project.id(),
                                                project.name(),
                                                point.latitude(),
                                                point.longitude())))
                .toList();
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable String id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me, ChangeForm.EMPTY);
    }

    @PostMapping("/{id}/changes")
    ModelAndView propose(
            @PathVariable String id,
            @ModelAttribute ChangeForm form,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id, me, form, () -> programme.desk().propose(id, form.read(), me, clock.instant()));
    }

    @PostMapping("/{id}/changes/{change}/{step}")
    ModelAndView settle(
            @PathVariable String id,
            @PathVariable long change,
            @PathVariable String step,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, ChangeForm.EMPTY, () -> take(step, id, change, me));
    }

    private void take(String step, String id, long change, StaffMember me) {
        switch (step) {
            case "approve" -> programme.desk().approve(id, change, me, clock.instant());
            case "reject" -> programme.desk().reject(id, change, me, clock.instant());
            default -> throw new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这一步，请刷新页面再试。");
        }
    }

    private ModelAndView done(String id, StaffMember me, ChangeForm form, Runnable work) {
        programme.desk().get(id, me);
        try {
            work.run();
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            var page = page(id, me, form);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", Objects.toString(e.getMessage()));
            return page;
        }
    }

    private ModelAndView page(String id, StaffMember me, ChangeForm typed) {
        var file = programme.desk().get(id, me);
        var page = new ModelAndView("console/project");
        Project project = file.project();
        page.addObject("p", project);
        page.addObject("whole", words.whole(Language.ZH, project));
        page.addObject("typed", typed);
        page.addObject("proposes", file.proposes());
        page.addObject("approves", file.approves());
        var now = clock.instant();
        page.addObject(
                "changes",
                file.changes().reversed().stream().map(each -> ChangeLine.of(each, now)).toList());
        return page;
    }
}
