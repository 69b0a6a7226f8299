package org.ximen.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account to be opened.
 *
 * @param name 3 to 40 letters, digits, Chinese characters, dots, lines
 * @param password at least 10 characters, at most 72 bytes (the most that BCrypt reads)
 * @param department id or name of a department
 * @param areas codes, names or other names of areas; empty means no limit
 */
public record NewAccount(
        String name, String password, Role role, @Nullable String department, List<String> areas) {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9._-]{3,40}");
    private static final int SHORTEST = 10;
    private static final int MOST_BYTES = 72;

    public NewAccount {
        if (!NAME.matcher(name).matches()) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "账号名须为 3 到 40 个字，可用汉字、字母、数字和 . _ -，请改一个再试。");
        }
        checkPassword(password);
        areas = List.copyOf(areas);
    }

    Duty duty() {
        return new Duty(role, department, areas, true);
    }

    /** Refuses a password that is too short or too long. */
    static void checkPassword(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "密码至少要 10 个字符，请换一个更长的密码。");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "密码太长：最多 72 个字节（约 24 个汉字），请缩短一些。");
        }
    }

    /** Safe for logs: without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
