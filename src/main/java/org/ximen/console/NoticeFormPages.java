package org.ximen.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.activities.ActivityDesk;
import org.ximen.activities.ActivityPlan;
import org.ximen.chat.Channel;
import org.ximen.district.District;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeButton;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.residents.Profile;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Where notices are written, and changed once they came back. */
@Controller
@RequestMapping("/console/notices")
public final class NoticeFormPages implements Page {
    private static final String NEW = "/console/notices/new";

    private final Features features;
    private final InstantSource clock;

    /** What the form is about. */
    public record Features(
            Notices notices, ActivityDesk activities, List<Channel> channels, District district) {
        public Features {
            channels = List.copyOf(channels);
        }
    }

    /** What was typed, of the notice and of what it asks to sign up for. */
    private record Typed(NoticeForm notice, ActivityForm activity) {
        static final Typed NOTHING = new Typed(NoticeForm.EMPTY, ActivityForm.EMPTY);

        /** Null where nobody is to sign up. */
        @Nullable ActivityPlan plan() {
            return notice.hasButton(NoticeButton.SIGN_UP.name()) ? activity.plan() : null;
        }
    }

    /** Keeps what was typed. */
    private interface Keeping {
        Notice keep(NewNotice notice, @Nullable ActivityPlan plan);
    }

    public NoticeFormPages(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(Typed.NOTHING, NEW);
    }

    /** Shows the notice as residents would see it, or keeps it as a draft. */
    @PostMapping("/new")
    ModelAndView write(
            @ModelAttribute NoticeForm form,
            @ModelAttribute ActivityForm activity,
            @RequestParam(defaultValue = "preview") String act,
            @AuthenticationPrincipal StaffMember me) {
        return answer(
                new Typed(form, activity),
                act,
                NEW,
                me,
                (typed, plan) -> features.activities().announce(typed, plan, me, clock.instant()));
    }

    /** The author's notice, to be changed; another's, or one that waits, is only shown. */
    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        var notice = features.notices().get(id);
        return Step.open(notice, me).contains(Step.SUBMIT)
                ? returned(form(typed(notice, me), at(id)), notice)
                : new ModelAndView("redirect:/console/notices/" + id);
    }

    /** Shows the changed notice, or hands it in again. */
    @PostMapping("/{id}/edit")
    ModelAndView submit(
            @PathVariable long id,
            @ModelAttribute NoticeForm form,
            @ModelAttribute ActivityForm activity,
            @RequestParam(defaultValue = "preview") String act,
            @AuthenticationPrincipal StaffMember me) {
        var notice = features.notices().get(id);
        var now = clock.instant();
        Keeping keeping =
                notice.follow() == null
                        ? (typed, plan) ->
                                features.activities().reannounce(id, typed, plan, me, now)
                        : (typed, plan) ->
                                features.notices().submit(id, typed, form.change(), me, now);
        return returned(answer(new Typed(form, activity), act, at(id), me, keeping), notice);
    }

    private Typed typed(Notice notice, StaffMember me) {
        var activity =
                features.activities()
                        .ofNotice(notice.id(), me)
                        .map(known -> ActivityForm.of(known.plan()))
                        .orElse(ActivityForm.EMPTY);
        return new Typed(NoticeForm.of(notice), activity);
    }

    private static String at(long id) {
        return "/console/notices/" + id + "/edit";
    }

    private static ModelAndView returned(ModelAndView page, Notice notice) {
        page.addObject("returned", notice.returned());
        page.addObject("follows", notice.follow());
        return page;
    }

    private ModelAndView answer(
            Typed form, String act, String address, StaffMember me, Keeping keeping) {
        try {
            var typed = form.notice().notice();
            var plan = form.plan();
            return act.equals("write")
                    ? new ModelAndView(
                            "redirect:/console/notices/" + keeping.keep(typed, plan).id())
                    : preview(form, address, features.notices().draft(typed, me, clock.instant()));
        } catch (StaffRefused e) {
            var page = form(form, address);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            return page;
        }
    }

    private ModelAndView preview(Typed form, String address, Notice draft) {
        var now = clock.instant();
        var page = form(form, address);
        features.notices()
                .lastDayIn(draft, now)
                .filter(day -> !day.equals(draft.expires()))
                .ifPresent(day -> page.addObject("lastDay", day.toString()));
        features.notices()
                .sentLately(draft, now)
                .ifPresent(at -> page.addObject("sentLately", Shown.time(at, now)));
        var message = features.notices().preview(draft, now);
        page.addObject("looks", Preview.of(message, features.channels()));
        page.addObject("reach", features.notices().reach(draft));
        return page;
    }

    /** Chosen areas that the street no longer has stay chosen, or it would go to everybody. */
    private List<Choices.Option> areas(NoticeForm form) {
        var options = new ArrayList<>(Choices.areasOf(features.district()));
        var known = options.stream().map(Choices.Option::value).toList();
        Stream.ofNullable(form.areas())
                .flatMap(List::stream)
                .filter(code -> !known.contains(code))
                .map(code -> new Choices.Option(code, code + "（配置里没有了）"))
                .forEach(options::add);
        return options;
    }

    private ModelAndView form(Typed form, String address) {
        var page = new ModelAndView("console/notice-new");
        page.addObject("form", form.notice());
        page.addObject("activity", form.activity());
        page.addObject("buttons", NoticeButton.values());
        page.addObject("address", address);
        page.addObject("heading", address.equals(NEW) ? "写通知" : "修改通知");
        page.addObject("areas", areas(form.notice()));
        page.addObject("profiles", Profile.values());
        return page;
    }
}
