package org.ximen.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.District;

/**
 * What an administrator changes about an account. What is null stays as it is.
 *
 * @param department id or name; empty for none
 * @param areas codes, names or other names, {@code *} for the whole street; an empty list for none
 * @param active whether the account may be used
 * @param password a new one, which lets its owner in again at once, to change it
 */
public record Change(
        @Nullable Role role,
        @Nullable String department,
        @Nullable List<String> areas,
        @Nullable Boolean active,
        @Nullable String password) {
    public Change {
        areas = areas == null ? null : List.copyOf(areas);
        if (password != null) {
            PasswordRules.checkLength(password);
        }
    }

    /** Closes or opens the account. */
    public static Change active(boolean active) {
        return new Change(null, null, null, active, null);
    }

    /** Gives a new password. */
    public static Change password(String password) {
        return new Change(null, null, null, null, password);
    }

    /** The duty that an old one becomes. What is kept may name what the street no longer has. */
    Duty of(Duty old, District district) {
        var asked =
                new Duty(
                                role == null ? old.role() : role,
                                department,
                                areas == null ? List.of() : areas,
                                active == null ? old.active() : active)
                        .in(district);
        return new Duty(
                asked.role(),
                department == null ? old.department() : asked.department(),
                areas == null ? old.areas() : asked.areas(),
                asked.active());
    }

    /** Safe for logs: without the password. */
    @Override
    public String toString() {
        return "Change[" + role + ", " + department + ", " + areas + ", " + active + "]";
    }
}
