package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.ximen.staff.Audit;

/** The audit trail, for administrators. */
@Controller
public final class AuditPages implements Page {
    private static final int SIZE = 50;
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("account.create", "新建账号"),
                    Map.entry("account.change", "修改账号"),
                    Map.entry("account.disable", "停用账号"),
                    Map.entry("account.enable", "启用账号"),
                    Map.entry("account.absence", "登记不在"),
                    Map.entry("account.lock", "账号锁定"),
                    Map.entry("account.unlock", "解锁账号"),
                    Map.entry("account.password", "改密码"),
                    Map.entry("account.reset", "重设密码"),
                    Map.entry("chat.bind", "绑定聊天"),
                    Map.entry("chat.unbind", "解除绑定"),
                    Map.entry("notice.write", "写通知"),
                    Map.entry("notice.approve", "审核通知"),
                    Map.entry("notice.return", "退回通知"),
                    Map.entry("notice.take_back", "拿回通知修改"),
                    Map.entry("notice.submit", "改好通知再交"),
                    Map.entry("notice.pause", "暂停通知"),
                    Map.entry("notice.resume", "继续通知"),
                    Map.entry("notice.cancel", "取消通知"),
                    Map.entry("notice.correct", "更正通知"),
                    Map.entry("notice.recall", "撤回通知"),
                    Map.entry("activity.open", "建活动"),
                    Map.entry("activity.announce", "随通知发活动"),
                    Map.entry("activity.change", "修改活动"),
                    Map.entry("activity.cancel", "取消活动"),
                    Map.entry("activity.result", "公布活动结果"),
                    Map.entry("activity.attend", "活动签到"),
                    Map.entry("activity.export", "导出报名"),
                    Map.entry("article.publish", "发布文章"),
                    Map.entry("article.retire", "撤下文章"),
                    Map.entry("ticket.pass", "转接居民"),
                    Map.entry("ticket.back", "放回排队"),
                    Map.entry("ticket.note", "记接待备注"),
                    Map.entry("ticket.case", "接待中建案件"),
                    Map.entry("ticket.faq", "接待写成问答"),
                    Map.entry("ticket.claim", "接听居民"),
                    Map.entry("ticket.say", "回复居民"),
                    Map.entry("ticket.close", "结束接待"),
                    Map.entry("opinion.answer", "答复建议"),
                    Map.entry("opinion.pass_on", "转表扬"),
                    Map.entry("merchants.export", "导出商户"),
                    Map.entry("joint-visit.plan", "约联合走访"),
                    Map.entry("joint-visit.move", "联合走访改时间"),
                    Map.entry("joint-visit.cancel", "取消联合走访"),
                    Map.entry("joint-visit.finish", "写联合走访结果"),
                    Map.entry("joint-visit.case", "联合走访立案件"),
                    Map.entry("reading.judge", "核对听懂的话"),
                    Map.entry("reading.revoke", "撤销核对"),
                    Map.entry("photo.view", "看照片"),
                    Map.entry("case.import", "导入 12345 工单"),
                    Map.entry("case.export", "导出案件"),
                    Map.entry("contact.view", "看电话"),
                    Map.entry("contact.search", "按手机号查"));

    private final Audit audit;
    private final InstantSource clock;

    /** One line of the trail. */
    record Line(String at, String who, String what, String on, String details) {}

    public AuditPages(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/console/audit")
    String list(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        var now = clock.instant();
        var found = audit.page(who.strip(), what.strip(), on.strip(), before, SIZE + 1);
        var shown = found.stream().limit(SIZE).toList();
        model.addAttribute("items", shown.stream().map(entry -> line(entry, now)).toList());
        model.addAttribute("who", who);
        model.addAttribute("what", what);
        model.addAttribute("on", on);
        model.addAttribute(
                "older", found.size() > SIZE ? address(who, what, on, shown.getLast().id()) : null);
        return "console/audit";
    }

    private static String address(String who, String what, String on, long before) {
        return UriComponentsBuilder.fromPath("/console/audit")
                .queryParam("who", "{who}")
                .queryParam("what", "{what}")
                .queryParam("on", "{on}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(Map.of("who", who, "what", what, "on", on))
                .toUriString();
    }

    private static Line line(Audit.Entry entry, Instant now) {
        return new Line(
                Shown.time(entry.at(), now),
                entry.who(),
                WORDS.getOrDefault(entry.what(), entry.what()),
                entry.on(),
                entry.details());
    }
}
