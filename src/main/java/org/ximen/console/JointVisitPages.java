package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.merchants.JointVisit;
import org.ximen.merchants.JointVisitDesk;
import org.ximen.merchants.JointVisitPlan;
import org.ximen.merchants.MerchantDesk;
import org.ximen.merchants.MerchantDesk.ShopFilter;
import org.ximen.merchants.Shop;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.workdays.WorkCalendar;

/** Several units at a shop at one time: planned, moved, called off, with one result. */
@Controller
@RequestMapping(JointVisitPages.LIST)
public final class JointVisitPages implements Page {
    static final String LIST = "/console/joint-visits";
    private static final String ONE = "redirect:" + LIST + "/";

    private final JointVisitDesk desk;
    private final MerchantDesk merchants;
    private final District district;
    private final InstantSource clock;

    /** A visit as it was typed. */
    record JointVisitForm(
            @Nullable Long shop,
            @Nullable String name,
            @Nullable String place,
            @Nullable List<String> units,
            @Nullable String purpose,
            @Nullable String at,
            @Nullable String reason) {
        JointVisitPlan plan() {
            return new JointVisitPlan(
                    name,
                    Objects.toString(place, ""),
                    units == null ? List.of() : units,
                    Objects.toString(purpose, ""),
                    time(at),
                    reason);
        }

        static Instant time(@Nullable String typed) {
            try {
                return LocalDateTime.parse(Objects.toString(typed, ""))
                        .atZone(WorkCalendar.ZONE)
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw new StaffRefused(StaffRefused.Reason.INVALID, "请选日期和时间。");
            }
        }
    }

    /** A visit as the pages show it. */
    record JointVisitLine(
            long id,
            String name,
            String place,
            String area,
            String units,
            String purpose,
            String at,
            String reason,
            String state,
            boolean planned,
            boolean done,
            boolean told,
            String result,
            String by,
            List<String> cases) {
        static JointVisitLine of(JointVisit visit, boolean told, District district, Instant now) {
            var plan = visit.plan();
            var code = visit.area();
            var settled = visit.settledBy();
            return new JointVisitLine(
                    visit.id(),
                    Objects.toString(plan.name(), ""),
                    plan.place(),
                    code == null ? "" : district.area(code).map(Area::name).orElse(""),
                    String.join("、", plan.units()),
                    plan.purpose(),
                    Shown.time(plan.at(), now),
                    Objects.toString(plan.reason(), ""),
                    visit.state().shown(),
                    visit.state() == JointVisit.State.PLANNED,
                    visit.state() == JointVisit.State.DONE,
                    told,
                    Objects.toString(visit.result(), ""),
                    visit.plannedBy() + (settled == null ? "" : ended(visit.state()) + settled),
                    visit.cases());
        }

        private static String ended(JointVisit.State state) {
            return state == JointVisit.State.CANCELLED ? "；取消：" : "；结果：";
        }
    }

    /** Shows and takes what the desk allows. */
    public JointVisitPages(
            JointVisitDesk desk, MerchantDesk merchants, District district, InstantSource clock) {
        this.desk = desk;
        this.merchants = merchants;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffMember me, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "items",
                desk.list(me).stream()
                        .map(visit -> JointVisitLine.of(visit, false, district, now))
                        .toList());
        model.addAttribute("plans", desk.plans(me));
        return "console/joint-visits";
    }

    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable Long shop,
            @AuthenticationPrincipal StaffMember me) {
        var of = shop == null ? null : shop(shop, me);
        var details = of == null ? null : of.details();
        return form(
                new JointVisitForm(
                        shop,
                        details == null ? null : details.name(),
                        details == null ? null : details.place(),
                        null,
                        null,
                        null,
                        null));
    }

    private Shop shop(long id, StaffMember me) {
        return merchants.list(ShopFilter.ALL, me).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.UNKNOWN, "没有这家店，或者商户刚删除了登记；请自己写店名和地址。"));
    }

    private ModelAndView form(JointVisitForm form) {
        var page = new ModelAndView("console/joint-visit-new");
        page.addObject("form", form);
        page.addObject("told", desk.reaches(form.shop()));
        page.addObject("departments", district.departments());
        return page;
    }

    @PostMapping("/new")
    ModelAndView plan(
            @ModelAttribute JointVisitForm form, @AuthenticationPrincipal StaffMember me) {
        try {
            if (form.shop() != null) {
                shop(form.shop(), me);
            }
            var visit = desk.plan(form.shop(), form.plan(), me, clock.instant());
            return new ModelAndView(ONE + visit.id() + "?done");
        } catch (StaffRefused e) {
            return refused(form(form), e);
        }
    }

    private static ModelAndView refused(ModelAndView page, StaffRefused why) {
        page.setStatus(Refusals.status(why));
        page.addObject("problem", Objects.toString(why.getMessage()));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me);
    }

    @PostMapping("/{id}/move")
    ModelAndView move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                reason,
                () -> desk.move(id, JointVisitForm.time(at), reason, me, clock.instant()));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, words, () -> desk.cancel(id, words, me, clock.instant()));
    }

    @PostMapping("/{id}/finish")
    ModelAndView finish(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, words, () -> desk.finish(id, words, me, clock.instant()));
    }

    @PostMapping("/{id}/case")
    ModelAndView raise(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, words, () -> desk.raise(id, words, me, clock.instant()));
    }

    private ModelAndView done(long id, StaffMember me, String typed, Runnable work) {
        desk.get(id, me);
        try {
            work.run();
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            var page = refused(page(id, me), e);
            page.addObject("typed", typed);
            return page;
        }
    }

    private ModelAndView page(long id, StaffMember me) {
        var visit = desk.get(id, me);
        var page = new ModelAndView("console/joint-visit");
        boolean told = desk.reaches(visit.shop());
        page.addObject("v", JointVisitLine.of(visit, told, district, clock.instant()));
        page.addObject("noted", visit.shop() != null);
        page.addObject("plans", desk.plans(me));
        page.addObject("finishes", desk.finishes(visit, me));
        return page;
    }
}
