package org.ximen.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.chat.Channel;
import org.ximen.district.District;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
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

    private final Notices notices;
    private final List<Channel> channels;
    private final District district;
    private final InstantSource clock;

    /** Keeps what was typed. */
    private interface Keeping {
        Notice keep(NewNotice notice);
    }

    public NoticeFormPages(
            Notices notices, List<Channel> channels, District district, InstantSource clock) {
        this.notices = notices;
        this.channels = List.copyOf(channels);
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(NoticeForm.EMPTY, NEW);
    }

    /** Shows the notice as residents would see it, or keeps it as a draft. */
    @PostMapping("/new")
    ModelAndView write(
            @ModelAttribute NoticeForm form,
            @RequestParam(defaultValue = "preview") String act,
            @AuthenticationPrincipal StaffMember me) {
        return answer(form, act, NEW, me, typed -> notices.write(typed, me, clock.instant()));
    }

    /** The author's notice, to be changed; another's, or one that waits, is only shown. */
    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        var notice = notices.get(id);
        return Step.open(notice, me).contains(Step.SUBMIT)
                ? returned(form(NoticeForm.of(notice), at(id)), notice)
                : new ModelAndView("redirect:/console/notices/" + id);
    }

    /** Shows the changed notice, or hands it in again. */
    @PostMapping("/{id}/edit")
    ModelAndView submit(
            @PathVariable long id,
            @ModelAttribute NoticeForm form,
            @RequestParam(defaultValue = "preview") String act,
            @AuthenticationPrincipal StaffMember me) {
        var notice = notices.get(id);
        return returned(
                answer(
                        form,
                        act,
                        at(id),
                        me,
                        typed -> notices.submit(id, typed, me, clock.instant())),
                notice);
    }

    private static String at(long id) {
        return "/console/notices/" + id + "/edit";
    }

    private static ModelAndView returned(ModelAndView page, Notice notice) {
        page.addObject("returned", notice.returned());
        return page;
    }

    private ModelAndView answer(
            NoticeForm form, String act, String address, StaffMember me, Keeping keeping) {
        try {
            var typed = form.notice();
            return act.equals("write")
                    ? new ModelAndView("redirect:/console/notices/" + keeping.keep(typed).id())
                    : preview(form, address, notices.draft(typed, me, clock.instant()));
        } catch (StaffRefused e) {
            var page = form(form, address);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            return page;
        }
    }

    private ModelAndView preview(NoticeForm form, String address, Notice draft) {
        var page = form(form, address);
        var message = notices.preview(draft, clock.instant());
        page.addObject("looks", Preview.of(message, channels));
        page.addObject("reach", notices.reach(draft));
        return page;
    }

    /** Chosen areas that the street no longer has stay chosen, or it would go to everybody. */
    private List<Choices.Option> areas(NoticeForm form) {
        var options = new ArrayList<>(Choices.areasOf(district));
        var known = options.stream().map(Choices.Option::value).toList();
        Stream.ofNullable(form.areas())
                .flatMap(List::stream)
                .filter(code -> !known.contains(code))
                .map(code -> new Choices.Option(code, code + "（配置里没有了）"))
                .forEach(options::add);
        return options;
    }

    private ModelAndView form(NoticeForm form, String address) {
        var page = new ModelAndView("console/notice-new");
        page.addObject("form", form);
        page.addObject("address", address);
        page.addObject("heading", address.equals(NEW) ? "写通知" : "修改通知");
        page.addObject("areas", areas(form));
        page.addObject("profiles", Profile.values());
        return page;
    }
}
