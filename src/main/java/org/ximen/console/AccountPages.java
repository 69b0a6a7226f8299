package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Accounts of the staff, for administrators. */
@Controller
public final class AccountPages implements Page {
    private final Accounts accounts;
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
            boolean self) {}

    /** What was typed into the form of a new account. */
    record Form(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role,
            @Nullable String department,
            @Nullable List<String> areas) {
        static final Form EMPTY = new Form("", "", "HANDLER", "", List.of());

        NewAccount account() {
            var chosen = Shown.constant(Role.class, role);
            if (chosen == null) {
                throw new StaffRefused(StaffRefused.Reason.INVALID, "请选择角色。");
            }
            return new NewAccount(
                    Objects.requireNonNullElse(Shown.filled(name), ""),
                    Objects.requireNonNullElse(password, ""),
                    chosen,
                    Shown.filled(department),
                    areas == null ? List.of() : areas);
        }

        /** Whether an area was ticked. */
        public boolean hasArea(String code) {
            return areas != null && areas.contains(code);
        }
    }

    public AccountPages(Accounts accounts, District district, InstantSource clock) {
        this.accounts = accounts;
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
        return form(Form.EMPTY);
    }

    @PostMapping("/console/new-account")
    ModelAndView create(@ModelAttribute Form form, @AuthenticationPrincipal StaffMember me) {
        try {
            var account = checked(form.account());
            accounts.create(account, me, clock.instant());
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
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal StaffMember me) {
        try {
            take(name, step, password, me, clock.instant());
            var page = page(name, me);
            page.addObject("done", true);
            return page;
        } catch (StaffRefused e) {
            var page = page(name, me);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            return page;
        }
    }

    private void take(String name, String step, String password, StaffMember me, Instant now) {
        switch (step) {
            case "disable" -> accounts.disable(name, me, now);
            case "unlock" -> accounts.unlock(name, me, now);
            case "reset" -> accounts.resetPassword(name, password, me, now);
            default -> throw new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这一步，请刷新页面再试。");
        }
    }

    private NewAccount checked(NewAccount account) {
        var department = account.department();
        boolean known =
                (department == null || district.department(department).isPresent())
                        && account.areas().stream().allMatch(c -> district.area(c).isPresent());
        if (!known) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "没有这个部门或区域，请从列表里选。");
        }
        return account;
    }

    private ModelAndView form(Form form) {
        var page = new ModelAndView("console/account-new");
        page.addObject("form", form);
        page.addObject("roles", Role.values());
        page.addObject("departments", Choices.departmentsOf(district));
        page.addObject("areas", Choices.areasOf(district));
        return page;
    }

    private ModelAndView page(String name, StaffMember me) {
        var member =
                accounts.find(name)
                        .orElseThrow(() ->
                                new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这个账号，请从账号列表里找。"));
        var page = new ModelAndView("console/account");
        page.addObject("a", line(member, Set.copyOf(accounts.locked(clock.instant())), me));
        return page;
    }

    private Line line(StaffMember member, Set<String> locked, StaffMember me) {
        return new Line(
                member.name(),
                member.role().shown(),
                department(member),
                areas(member),
                member.active(),
                locked.contains(member.name()),
                member.id() == me.id());
    }

    private String department(StaffMember member) {
        var id = member.department();
        return id == null ? "—" : district.department(id).map(Department::name).orElse(id);
    }

    private String areas(StaffMember member) {
        return member.areas().isEmpty()
                ? "不限"
                : member.areas().stream()
                        .map(code -> district.area(code).map(Area::name).orElse(code))
                        .collect(Collectors.joining("、"));
    }
}
