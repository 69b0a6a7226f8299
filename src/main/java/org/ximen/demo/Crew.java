package org.ximen.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.Verb;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.PasswordFile;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * The sample street's staff: one account a role, one handler for each department, and a grid
 * officer who sees one grid. Their password is written to a file.
 */
final class Crew {
    /** The file in the home folder. */
    static final String FILE = "demo-accounts.txt";

    private static final String MARK = "样例";
    private static final Map<Role, String> NAMES =
            Map.of(
                    Role.DISPATCHER, MARK + "派单员",
                    Role.HANDLER, MARK + "网格员",
                    Role.VERIFIER, MARK + "核查员",
                    Role.LEADER, MARK + "网格长",
                    Role.EDITOR, MARK + "编辑",
                    Role.APPROVER, MARK + "审核员");

    private final Accounts accounts;
    private final District district;

    Crew(Accounts accounts, District district) {
        this.accounts = accounts;
        this.district = district;
    }

    /** Opens the accounts. */
    void hire(Path home, StaffMember admin, Instant now) {
        var password = new PasswordFile(home, FILE).write(word -> text(all(word)));
        all(password).forEach(account -> accounts.createSample(account, admin, now));
    }

    private List<NewAccount> all(String password) {
        List<NewAccount> all = new ArrayList<>();
        NAMES.forEach((role, name) -> {
            boolean local = role == Role.HANDLER || role == Role.LEADER;
            var areas = local ? List.of(grid().code()) : List.<String>of();
            all.add(new NewAccount(name, password, role, null, areas));
        });
        for (var each : district.departments()) {
            var name = MARK + each.name();
            all.add(new NewAccount(name, password, Role.HANDLER, each.id(), List.of()));
        }
        return all;
    }

    /** The first grid, or the whole of a street without any. */
    Area grid() {
        return district.areas().stream()
                .filter(area -> area.kind() == Area.Kind.COMPREHENSIVE_GRID)
                .findFirst()
                .orElseGet(district::whole);
    }

    private static String text(List<NewAccount> all) {
        return all.stream()
                .map(each -> each.name() + "（" + each.role().shown() + "） " + each.password())
                .sorted()
                .collect(Collectors.joining("\n", "样例账号，只用于演示：\n", "\n"));
    }

    StaffMember member(Role role) {
        return accounts.find(name(role)).orElseThrow();
    }

    /** Who takes a step with a case of a department. */
    Actor actor(Course.Step step, @Nullable String department) {
        var role = step.role() == null ? usual(step.verb()) : step.role();
        return role == Role.HANDLER
                ? Actor.staff(handler(department), role, department)
                : Actor.staff(name(role), role, null);
    }

    private static Role usual(Verb verb) {
        return switch (verb) {
            case ACCEPT, ARRIVE, CONTACT, RETURN, EXTEND, ASSIST, HANDLE -> Role.HANDLER;
            case VERIFY, REWORK -> Role.VERIFIER;
            default -> Role.DISPATCHER;
        };
    }

    private String handler(@Nullable String department) {
        return department == null
                ? name(Role.HANDLER)
                : district.department(department)
                        .map(Department::name)
                        .map(MARK::concat)
                        .orElseGet(() -> name(Role.HANDLER));
    }

    private static String name(Role role) {
        var name = NAMES.get(role);
        if (name == null) {
            throw new IllegalArgumentException("nobody is " + role);
        }
        return name;
    }
}
