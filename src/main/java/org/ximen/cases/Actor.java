package org.ximen.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.Role;

/**
 * Who moves a case.
 *
 * @param name what the history shows
 * @param roles the staff roles; none for a reporter
 * @param department a handler's department: id, name or alias
 * @param person the reporter's person id; null for staff
 */
public record Actor(
        String name, Set<Role> roles, @Nullable String department, @Nullable Long person) {
    /** What the history shows for the person who reported. */
    static final String REPORTER = "反映人";

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A member of staff. */
    public static Actor staff(String name, Role role, @Nullable String department) {
        return new Actor(name, Set.of(role), department, null);
    }

    /** The person who reported; named only by that word. */
    public static Actor reporter(long person) {
        return new Actor(REPORTER, Set.of(), null, person);
    }

    /** The product itself, which may do everything. */
    public static Actor system() {
        return new Actor("系统", Set.of(Role.ADMIN), null, null);
    }
}
