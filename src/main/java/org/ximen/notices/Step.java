package org.ximen.notices;

import static org.ximen.notices.Notice.State.APPROVED;
import static org.ximen.notices.Notice.State.CANCELLED;
import static org.ximen.notices.Notice.State.DRAFT;
import static org.ximen.notices.Notice.State.PAUSED;
import static org.ximen.notices.Notice.State.SENDING;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** What staff can do with a notice: the one table that guard, buttons and messages read. */
public enum Step {
    APPROVE("审核通过", APPROVED, Set.of(DRAFT), Set.of(APPROVER, ADMIN)),
    PAUSE("暂停", PAUSED, Set.of(APPROVED, SENDING), Set.of(EDITOR, APPROVER, ADMIN)),
    /** Back to {@code APPROVED} if sending had not begun. */
    RESUME("继续发送", SENDING, Set.of(PAUSED), Set.of(EDITOR, APPROVER, ADMIN)),
    CANCEL(
            "取消",
            CANCELLED,
            Set.of(DRAFT, APPROVED, SENDING, PAUSED),
            Set.of(EDITOR, APPROVER, ADMIN));

    private final String shown;
    private final Notice.State to;
    private final Set<Notice.State> from;
    private final Set<Role> roles;

    Step(String shown, Notice.State to, Set<Notice.State> from, Set<Role> roles) {
        this.shown = shown;
        this.to = to;
        this.from = from;
        this.roles = roles;
    }

    /** The word staff read. */
    public String shown() {
        return shown;
    }

    /** What this member may do with the notice now. */
    public static List<Step> open(Notice notice, StaffMember by) {
        return Arrays.stream(values()).filter(step -> step.isOpen(notice, by)).toList();
    }

    boolean isOpen(Notice notice, StaffMember by) {
        return fits(notice.state()) && mayTake(by) && !isOwnApproval(notice, by);
    }

    boolean fits(Notice.State state) {
        return from.contains(state);
    }

    boolean mayTake(StaffMember by) {
        return roles.contains(by.role());
    }

    /** Two pairs of eyes: nobody approves what they wrote. */
    boolean isOwnApproval(Notice notice, StaffMember by) {
        return this == APPROVE && notice.writtenBy().equals(by.name());
    }

    Notice.State after(Notice notice) {
        return this == RESUME && notice.startedAt() == null ? APPROVED : to;
    }
}
