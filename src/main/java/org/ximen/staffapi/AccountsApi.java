package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/api/staff")
public final class AccountsApi {
    private final Accounts accounts;
    private final District district;
    private final InstantSource clock;

    record NewAccountBody(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role,
            @Nullable String department,
            @Nullable List<@Nullable String> areas) {}

    record PasswordBody(@Nullable String old, @Nullable String password) {}

    record AccountView(
            String name,
            Role role,
            @Nullable String department,
            List<String> areas,
            boolean active) {
        static AccountView of(StaffMember member) {
            return new AccountView(
                    member.name(),
                    member.role(),
                    member.department(),
                    member.areas(),
                    member.active());
        }
    }

    public AccountsApi(Accounts accounts, District district, InstantSource clock) {
        this.accounts = accounts;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    List<AccountView> list() {
        return accounts.list().stream().map(AccountView::of).toList();
    }

    @PostMapping(path = "/accounts", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(@RequestBody byte[] body, @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, NewAccountBody.class);
        var account =
                new NewAccount(
                        Fields.required("name", given.name()),
                        Fields.required("password", given.password()),
                        Fields.constant("role", Role.class, given.role()),
                        department(given.department()),
                        Fields.list("areas", given.areas()).stream().map(this::area).toList());
        return AccountView.of(accounts.create(account, by, clock.instant()));
    }

    @PostMapping("/accounts/{name}/disable")
    AccountView disable(@PathVariable String name, @AuthenticationPrincipal StaffMember by) {
        return AccountView.of(accounts.disable(name, by, clock.instant()));
    }

    @PostMapping(path = "/password", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody byte[] body, @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, PasswordBody.class);
        accounts.changePassword(
                by,
                Fields.required("old", given.old()),
                Fields.required("password", given.password()),
                clock.instant());
    }

    private @Nullable String department(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return district.department(given)
                .map(Department::id)
                .orElseThrow(() -> new StaffRefused(INVALID, unknown("部门", given, departments())));
    }

    private String area(String given) {
        return district.area(given)
                .map(Area::code)
                .orElseThrow(() -> new StaffRefused(INVALID, unknown("区域", given, areas())));
    }

    private String departments() {
        return district.departments().stream()
                .map(Department::name)
                .collect(Collectors.joining("、"));
    }

    private String areas() {
        return district.areas().stream().map(Area::name).collect(Collectors.joining("、"));
    }

    private static String unknown(String what, String given, String known) {
        return "没有叫“" + given + "”的" + what + "，可用的有：" + known + "。";
    }
}
