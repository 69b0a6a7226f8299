package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.Absence;
import org.ximen.staff.Accounts;
import org.ximen.staff.Bindings;
import org.ximen.staff.Change;
import org.ximen.staff.Duty;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Accounts of the staff, for administrators. */
@Controller
public final class AccountPages implements Page {
    private final Accounts accounts;
    private final Bindings bindings;
    private final District district;
    private final InstantSource clock;

    /** An account as one line of the list. */
    record Line(
            String name,
            String role,
            String department,
            String areas,
            boolean active,
            boolean locked,
            boolean self,
            ChatPages.@Nullable Line chat,
            @Nullable String away) {}

    public AccountPages(
            Accounts accounts, Bindings bindings, District district, InstantSource clock) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/console/accounts")
    String list(@AuthenticationPrincipal StaffMember me, Model model) {
        var locked = Set.copyOf(accounts.locked(clock.instant()));
        model.addAttribute(
                "items", accounts.list().stream().map(each -> line(each, locked, me)).toList());
        return "console/accounts";
    }

    @GetMapping("/console/new-account")
    ModelAndView blank() {
        return form(AccountForm.EMPTY);
    }

    @PostMapping("/console/new-account")
    ModelAndView create(@ModelAttribute AccountForm form, @AuthenticationPrincipal StaffMember me) {
        try {
            accounts.create(form.account(), me, clock.instant());
            return new ModelAndView("redirect:/console/accounts");
        } catch (StaffRefused e) {
            var page = form(form);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            return page;
        }
    }

    @GetMapping("/console/accounts/{name}")
    ModelAndView get(@PathVariable String name, @AuthenticationPrincipal StaffMember me) {
        return page(name, me);
    }

    @PostMapping("/console/accounts/{name}/{step}")
    ModelAndView take(
            @PathVariable String name,
            @PathVariable String step,
            @ModelAttribute AccountForm form,
            @ModelAttribute AbsenceForm away,
            @AuthenticationPrincipal StaffMember me) {
        try {
            if (step.equals("away")) {
                accounts.absences().put(name, away.absence(), me, clock.instant());
            } else {
                take(name, step, form, me, clock.instant());
            }
            return page(name, me).addObject("done", true);
        } catch (StaffRefused e) {
            var page = page(name, me).addObject("problem", e.getMessage());
            if (step.equals("change")) {
                page.addObject("form", form);
            }
            page.setStatus(Refusals.status(e));
            return page;
        }
    }

    private void take(String name, String step, AccountForm form, StaffMember me, Instant now) {
        switch (step) {
            case "change" -> accounts.change(name, form.change(), me, now);
            case "disable" -> accounts.change(name, Change.active(false), me, now);
            case "enable" -> accounts.change(name, Change.active(true), me, now);
            case "back" -> accounts.absences().end(name, me, now);
            case "unlock" -> accounts.unlock(name, me, now);
            case "unbind" -> bindings.unbind(member(name), me, now);
            case "reset" -> accounts.change(name, form.newPassword(), me, now);
            default -> throw new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这一步，请刷新页面再试。");
        }
    }

    private ModelAndView form(AccountForm form) {
        return choices(new ModelAndView("console/account-new"), form);
    }

    private ModelAndView choices(ModelAndView page, AccountForm form) {
        page.addObject("form", form);
        page.addObject("roles", Role.values());
        page.addObject("departments", departments(form));
        page.addObject("areas", areas(form));
        return page;
    }

    private List<Choices.Option> departments(AccountForm form) {
        var department = form.department();
        return with(
                Choices.departmentsOf(district),
                department == null || department.isBlank() ? List.of() : List.of(department));
    }

    private List<Choices.Option> areas(AccountForm form) {
        var known = new ArrayList<Choices.Option>();
        known.add(new Choices.Option(StaffMember.EVERYWHERE, "全街道"));
        known.addAll(Choices.areasOf(district));
        return with(known, form.ticked());
    }

    /** With those that an account has and the list lacks, so that none is lost unseen. */
    private List<Choices.Option> with(List<Choices.Option> known, List<String> chosen) {
        var values = known.stream().map(Choices.Option::value).toList();
        var others = chosen.stream().filter(value -> !values.contains(value)).map(this::option);
        return Stream.concat(known.stream(), others).toList();
    }

    private Choices.Option option(String value) {
        var name = district.area(value).map(Area::name).orElse(value);
        return new Choices.Option(value, name);
    }

    private ModelAndView page(String name, StaffMember me) {
        var member = member(name);
        var page = choices(new ModelAndView("console/account"), AccountForm.of(member));
        var locked = Set.copyOf(accounts.locked(clock.instant()));
        page.addObject(
                "deputies",
                accounts.list().stream()
                        .filter(each -> accounts.absences().mayStandIn(each, member))
                        .map(StaffMember::name)
                        .toList());
        page.addObject("today", Shown.today(clock.instant()));
        return page.addObject("a", line(member, locked, me));
    }

    private StaffMember member(String name) {
        return accounts.find(name)
                .orElseThrow(
                        () -> new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这个账号，请从账号列表里找。"));
    }

    private Line line(StaffMember member, Set<String> locked, StaffMember me) {
        var duty = Duty.of(member);
        return new Line(
                member.name(),
                member.role().shown(),
                duty.departmentIn(district),
                duty.areasIn(district),
                member.active(),
                locked.contains(member.name()),
                member.id() == me.id(),
                bindings.of(member).map(c -> ChatPages.Line.of(c, clock.instant())).orElse(null),
                away(member));
    }

    private @Nullable String away(StaffMember member) {
        return accounts.absences()
                .of(member, Shown.today(clock.instant()))
                .map(Absence::shown)
                .orElse(null);
    }
}
