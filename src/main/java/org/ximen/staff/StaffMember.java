package org.ximen.staff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One account of the staff.
 *
 * @param department id of the department, for those who work for one
 * @param areas codes of the areas the member looks after, or {@link #EVERYWHERE} alone
 * @param active false once the account was closed
 */
public record StaffMember(
        long id,
        String name,
        Role role,
        @Nullable String department,
        List<String> areas,
        boolean active) {
    /** In place of areas: the whole street, and what lies nowhere. */
    public static final String EVERYWHERE = "*";

    public StaffMember {
        areas = List.copyOf(areas);
    }

    /** Whether the member looks after the whole street. */
    public boolean isEverywhere() {
        return areas.contains(EVERYWHERE);
    }

    /** Whether the member has one of these roles. */
    public boolean is(Role... roles) {
        return List.of(roles).contains(role);
    }

    /** Whether the member can take the steps of another, who is away. */
    public boolean standsInFor(StaffMember other) {
        return active
                && id != other.id
                && role == other.role
                && Objects.equals(department, other.department);
    }
}
