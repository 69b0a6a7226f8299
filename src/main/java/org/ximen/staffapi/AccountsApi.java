package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
import org.ximen.staff.Absence;
import org.ximen.staff.Accounts;
import org.ximen.staff.Change;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

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
            @Nullable String password,
            @Nullable AbsenceBody absence) {
        /** What is changed at once is changed whole or not at all. */
        boolean onlyAbsence() {
            return absence != null && equals(new ChangeBody(null, null, null, null, null, absence));
        }

        Change change() {
            if (absence != null) {
                throw new StaffRefused(INVALID, "absence 请单独改，不要和别的项一起发。");
            }
            return new Change(
                    Fields.constantOrNull("role", Role.class, role),
                    department,
                    areas == null ? null : Fields.list("areas", areas),
                    active,
                    password);
        }
    }

    /** Without anything in it: the member is back. */
    record AbsenceBody(@Nullable String from, @Nullable String to, @Nullable String deputy) {
        boolean isEmpty() {
            return from == null && to == null && deputy == null;
        }

        Absence absence() {
            var first = Fields.dateOrNull("absence.from", Fields.required("absence.from", from));
            var last = Fields.dateOrNull("absence.to", Fields.required("absence.to", to));
            return new Absence(
                    Objects.requireNonNull(first),
                    Objects.requireNonNull(last),
                    Fields.required("absence.deputy", deputy));
        }
    }

    record PasswordBody(@Nullable String old, @Nullable String password) {}

    record AccountView(
            String name,
            Role role,
            @Nullable String department,
            List<String> areas,
            boolean active,
            @Nullable Absence absence) {
        static AccountView of(StaffMember member, @Nullable Absence absence) {
            return new AccountView(
                    member.name(),
                    member.role(),
                    member.department(),
                    member.areas(),
                    member.active(),
                    absence);
        }
    }

    public AccountsApi(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    List<AccountView> list() {
        return accounts.list().stream().map(this::view).toList();
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
        return view(accounts.create(account, by, clock.instant()));
    }

    @PostMapping("/accounts/{name}/disable")
    AccountView disable(@PathVariable String name, @AuthenticationPrincipal StaffMember by) {
        return view(accounts.change(name, Change.active(false), by, clock.instant()));
    }

    @PatchMapping(path = "/accounts/{name}", consumes = APPLICATION_JSON_VALUE)
    AccountView change(
            @PathVariable String name,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, ChangeBody.class);
        var absence = given.absence();
        if (absence == null || !given.onlyAbsence()) {
            return view(accounts.change(name, given.change(), by, clock.instant()));
        }
        return view(away(name, absence, by));
    }

    private StaffMember away(String name, AbsenceBody given, StaffMember by) {
        var now = clock.instant();
        if (given.isEmpty()) {
            return accounts.absences().end(name, by, now);
        }
        return accounts.absences().put(name, given.absence(), by, now);
    }

    private AccountView view(StaffMember member) {
        var today = clock.instant().atZone(Fields.SHANGHAI).toLocalDate();
        return AccountView.of(member, accounts.absences().of(member, today).orElse(null));
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
