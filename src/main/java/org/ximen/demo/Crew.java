package org.ximen.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.Verb;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.PasswordFile;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** The sample street's staff: one account a role, whose password is written to a file. */
final class Crew {
    /** The file in the home folder. */
    static final String FILE = "demo-accounts.txt";

    private static final Map<Role, String> NAMES =
            Map.of(
                    Role.DISPATCHER, "样例派单员",
                    Role.HANDLER, "样例网格员",
                    Role.VERIFIER, "样例核查员",
                    Role.EDITOR, "样例编辑",
                    Role.APPROVER, "样例审核员");

    private final Accounts accounts;

    Crew(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Opens the accounts. */
    void hire(Path home, StaffMember admin, Instant now) {
        var password = new PasswordFile(home, FILE).write(Crew::text);
        NAMES.forEach((role, name) -> {
            var department = role == Role.HANDLER ? "zhzf" : null;
            accounts.create(
                    new NewAccount(name, password, role, department, List.of()), admin, now);
        });
    }

    private static String text(String password) {
        return NAMES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + "（" + each.getKey().shown() + "） " + password)
                .collect(Collectors.joining("\n", "样例账号，只用于演示：\n", "\n"));
    }

    StaffMember member(Role role) {
        return accounts.find(name(role)).orElseThrow();
    }

    /** Who takes a step with a case of a department. */
    static Actor actor(Verb verb, @Nullable String department) {
        return switch (verb) {
            case ACCEPT, RETURN, EXTEND, ASSIST, HANDLE -> actor(Role.HANDLER, department);
            case VERIFY, REWORK -> actor(Role.VERIFIER, null);
            default -> actor(Role.DISPATCHER, null);
        };
    }

    private static Actor actor(Role role, @Nullable String department) {
        return Actor.staff(name(role), role, department);
    }

    private static String name(Role role) {
        var name = NAMES.get(role);
        if (name == null) {
            throw new IllegalArgumentException("nobody is " + role);
        }
        return name;
    }
}
