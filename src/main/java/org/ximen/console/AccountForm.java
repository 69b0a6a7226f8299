package org.ximen.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.Change;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What was typed into the form of a new account, or of one that is changed. */
record AccountForm(
        @Nullable String name,
        @Nullable String password,
        @Nullable String role,
        @Nullable String department,
        @Nullable List<String> areas) {
    static final AccountForm EMPTY = new AccountForm("", "", "HANDLER", "", List.of());

    static AccountForm of(StaffMember member) {
        return new AccountForm(
                member.name(), "", member.role().name(), member.department(), member.areas());
    }

    NewAccount account() {
        return new NewAccount(
                Objects.requireNonNullElse(Shown.filled(name), ""),
                Objects.requireNonNullElse(password, ""),
                chosen(),
                Shown.filled(department),
                ticked());
    }

    /** Everything but the password; what is not ticked is taken away. */
    Change change() {
        return new Change(
                chosen(), Objects.requireNonNullElse(department, ""), ticked(), null, null);
    }

    Change newPassword() {
        return Change.password(Objects.requireNonNullElse(password, ""));
    }

    /** Whether an area was ticked. */
    public boolean hasArea(String code) {
        return ticked().contains(code);
    }

    private Role chosen() {
        var chosen = Shown.constant(Role.class, role);
        if (chosen == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请选择角色。");
        }
        return chosen;
    }

    List<String> ticked() {
        return areas == null ? List.of() : areas;
    }
}
