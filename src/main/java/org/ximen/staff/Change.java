package org.ximen.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about an account. What is null stays as it is.
 *
 * @param department id or name; empty for none
 * @param areas codes, names or other names; an empty list for no limit
 * @param active whether the account may be used
 * @param password a new one, which lets its owner in again at once
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
            NewAccount.checkPassword(password);
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

    /** The duty that an old one becomes. */
    Duty of(Duty old) {
        return new Duty(
                role == null ? old.role() : role,
                department == null ? old.department() : department,
                areas == null ? old.areas() : areas,
                active == null ? old.active() : active);
    }

    /** Safe for logs: without the password. */
    @Override
    public String toString() {
        return "Change[" + role + ", " + department + ", " + areas + ", " + active + "]";
    }
}
