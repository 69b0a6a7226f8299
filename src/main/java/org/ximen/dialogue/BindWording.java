package org.ximen.dialogue;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.STATUS;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;

/** What a chat reads that becomes, or no longer is, that of a member of staff. */
final class BindWording {
    private BindWording() {}

    static Reply tried(Bindings.@Nullable Result tried) {
        return switch (tried) {
            case null -> Reply.of(HELP, "这是给工作人员用的：请登录工作台，在“绑定聊天”里取绑定链接，用手机打开。");
            case Bindings.Result.Bound(var member) -> Reply.of(STATUS, bound(member));
            case Bindings.Result.Wrong() ->
                    Reply.of(HELP, "绑定码不对，或者已经过期、用过了。请在工作台“绑定聊天”里重新取一个，10 分钟内用。");
        };
    }

    private static String bound(StaffMember member) {
        var who = "绑定好了，账号 " + member.name() + "（" + member.role().shown() + "）。";
        return who + told(member) + "不想收了，发“解绑”。";
    }

    private static String told(StaffMember member) {
        return switch (member.role()) {
            case DISPATCHER -> "有新案件等待办理、案件时限预警，会在这里告诉您。";
            case HANDLER -> "有案件派到您手上，会在这里告诉您。";
            case VERIFIER, EDITOR, APPROVER, ADMIN -> "目前没有要发给这个角色的提醒；角色改了就会有。";
        };
    }

    static Reply unbound(@Nullable String account) {
        return Reply.of(
                STATUS,
                account == null ? "这个聊天没有绑定工作人员账号。" : "已解除绑定，账号 " + account + " 的提醒不再发到这里。");
    }
}
