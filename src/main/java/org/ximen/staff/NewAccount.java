package org.ximen.staff;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account to be opened.
 *
 * @param name 3 to 40 letters, digits, Chinese characters, dots, lines
 * @param password at least 10 characters, at most 72 bytes (the most that BCrypt reads)
 * @param department id or name of a department
 * @param areas codes, names or other names of areas, or {@code *} for the whole street; a handler
 *     without these and without a department sees no case
 */
public record NewAccount(
        String name, String password, Role role, @Nullable String department, List<String> areas) {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9._-]{3,40}");

    public NewAccount {
        if (!NAME.matcher(name).matches()) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "账号名须为 3 到 40 个字，可用汉字、字母、数字和 . _ -，请改一个再试。");
        }
        PasswordRules.checkLength(password);
        areas = List.copyOf(areas);
    }

    Duty duty() {
        return new Duty(role, department, areas, true);
    }

    /** Safe for logs: without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
