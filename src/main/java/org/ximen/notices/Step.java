package org.ximen.notices;

import static org.ximen.notices.Notice.State.APPROVED;
import static org.ximen.notices.Notice.State.CANCELLED;
import static org.ximen.notices.Notice.State.CORRECTED;
import static org.ximen.notices.Notice.State.DONE;
import static org.ximen.notices.Notice.State.DRAFT;
import static org.ximen.notices.Notice.State.PAUSED;
import static org.ximen.notices.Notice.State.RECALLED;
import static org.ximen.notices.Notice.State.RETURNED;
import static org.ximen.notices.Notice.State.SENDING;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * What staff can do with a notice: the one table that guard, buttons and messages read.
 *
 * <pre>
 * step       from                                       to        who
 * APPROVE    DRAFT                                      APPROVED  approvers, not the author
 * RETURN     DRAFT                                      RETURNED  approvers, not the author; a reason
 * TAKE_BACK  DRAFT                                      RETURNED  the author
 * SUBMIT     RETURNED                                   DRAFT     the author, with the new words
 * PAUSE      APPROVED SENDING                           PAUSED    all three roles
 * RESUME     PAUSED                                     SENDING   all three roles
 * CANCEL     DRAFT RETURNED APPROVED SENDING PAUSED     CANCELLED all three roles
 * CORRECT    SENDING DONE CORRECTED                     CORRECTED all three roles; new words
 * RECALL     SENDING DONE CORRECTED                     RECALLED  all three roles; a reason
 * </pre>
 *
 * A notice that has a correction or recall which was not cancelled gets no other.
 */
public enum Step {
    APPROVE("审核通过", APPROVED, Set.of(DRAFT), Set.of(APPROVER, ADMIN)),
    /** Needs a reason. */
    RETURN("退回", RETURNED, Set.of(DRAFT), Set.of(APPROVER, ADMIN)),
    TAKE_BACK("拿回来改", RETURNED, Set.of(DRAFT), Set.of(EDITOR, APPROVER, ADMIN)),
    /** Needs the notice as it is now to be. */
    SUBMIT("改好再交", DRAFT, Set.of(RETURNED), Set.of(EDITOR, APPROVER, ADMIN)),
    PAUSE("暂停", PAUSED, Set.of(APPROVED, SENDING), Set.of(EDITOR, APPROVER, ADMIN)),
    /** Back to {@code APPROVED} if sending had not begun. */
    RESUME("继续发送", SENDING, Set.of(PAUSED), Set.of(EDITOR, APPROVER, ADMIN)),
    CANCEL(
            "取消",
            CANCELLED,
            Set.of(DRAFT, RETURNED, APPROVED, SENDING, PAUSED),
            Set.of(EDITOR, APPROVER, ADMIN)),
    /** By a notice of its own, which a second person approves; until then nothing changes. */
    CORRECT("更正", CORRECTED, Set.of(SENDING, DONE, CORRECTED), Set.of(EDITOR, APPROVER, ADMIN)),
    /** The same. */
    RECALL("撤回", RECALLED, Set.of(SENDING, DONE, CORRECTED), Set.of(EDITOR, APPROVER, ADMIN));

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
        return fits(notice.state()) && mayTake(by) && suits(notice, by);
    }

    boolean fits(Notice.State state) {
        return from.contains(state);
    }

    boolean mayTake(StaffMember by) {
        return roles.contains(by.role());
    }

    /** Two pairs of eyes: nobody judges what they wrote, and only the author changes it. */
    boolean suits(Notice notice, StaffMember by) {
        boolean own = notice.writtenBy().equals(by.name());
        return switch (this) {
            case APPROVE, RETURN -> !own;
            case TAKE_BACK, SUBMIT -> own;
            case PAUSE, RESUME, CANCEL -> true;
            case CORRECT, RECALL -> !notice.recalls();
        };
    }

    /** Why a step does not suit a member whose role would allow it. */
    String unsuited(Notice notice) {
        return switch (this) {
            case APPROVE -> "自己写的通知要由另一位审核员或管理员审核，请换一个账号。";
            case RETURN -> "这是您自己写的通知，不用退回，直接拿回来改就行。";
            case CORRECT, RECALL -> "撤回的消息本身不能再更正或撤回；要说别的，请另写一条通知。";
            case TAKE_BACK, SUBMIT, PAUSE, RESUME, CANCEL ->
                    "这条通知是 " + notice.writtenBy() + " 写的，要由作者本人修改。";
        };
    }

    Notice.State after(Notice notice) {
        return this == RESUME && notice.startedAt() == null ? APPROVED : to;
    }
}
