package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.admission.Networks;
import org.ximen.staff.Accounts;
import org.ximen.staff.Change;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/api/staff")
public final class AccountsApi {
    private final Accounts accounts;
    private final InstantSource clock;

    record NewAccountBody(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role,
            @Nullable String department,
            @Nullable List<@Nullable String> areas) {}

    /**
     * What is not named stays as it is; an empty department or list of areas takes it away. The
     * area {@code *} is the whole street.
     */
    record ChangeBody(
            @Nullable String role,
            @Nullable String department,
            @Nullable List<@Nullable String> areas,
            @Nullable Boolean active,
            @Nullable String password) {
        Change change() {
            return new Change(
                    Fields.constantOrNull("role", Role.class, role),
                    department,
                    areas == null ? null : Fields.list("areas", areas),
                    active,
                    password);
        }
    }

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

    public AccountsApi(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
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
                        given.department(),
                        Fields.list("areas", given.areas()));
        return AccountView.of(accounts.create(account, by, clock.instant()));
    }

    @PostMapping("/accounts/{name}/disable")
    AccountView disable(@PathVariable String name, @AuthenticationPrincipal StaffMember by) {
        return AccountView.of(accounts.change(name, Change.active(false), by, clock.instant()));
    }

    @PatchMapping(path = "/accounts/{name}", consumes = APPLICATION_JSON_VALUE)
    AccountView change(
            @PathVariable String name,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, ChangeBody.class);
        return AccountView.of(accounts.change(name, given.change(), by, clock.instant()));
    }

    @PostMapping(path = "/password", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by,
            HttpServletRequest request) {
        var given = Json.read(body, PasswordBody.class);
        accounts.changePassword(
                by,
                Fields.required("old", given.old()),
                Fields.required("password", given.password()),
                Networks.of(request.getRemoteAddr()),
                clock.instant());
    }
}
