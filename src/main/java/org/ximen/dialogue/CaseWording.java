package org.ximen.dialogue;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.RECEIPT;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.text.Plain;

/** Cases and reports in words. */
final class CaseWording {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    // Of a report that is too long to be read through once more.
    private static final int SHOWN = 200;
    private static final Choice CANCEL = Buttons.plain("不报了", "cancel");

    private final District district;

    CaseWording(District district) {
        this.district = district;
    }

    Reply placeWanted(Sketch sketch) {
        var ask =
                sketch.where().vague()
                        ? sketch.where().text() + "的哪一段？请写门牌号、弄号或路口，也可以发位置。"
                        : "在哪里？请发位置，或者写路名和门牌号，例如“文庙路215号门口”。";
        return Reply.of(QUESTION, ask, CANCEL).wishing(Reply.Wish.LOCATION);
    }

    Reply confirmationWanted(Outcome.ConfirmationWanted wanted) {
        var sketch = wanted.sketch();
        var area = wanted.area();
        var category = wanted.category();
        List<String> lines = new ArrayList<>(List.of("我来登记，请看对不对："));
        lines.add("类别：" + (category == null ? "请工作人员判断" : category.shown()));
        lines.add("地点：" + sketch.where().text() + (area == null ? "" : "（" + area.name() + "）"));
        lines.add("情况：" + shown(sketch.words()));
        lines.add(sketch.photos().isEmpty() ? "照片：没有" : "照片：" + sketch.photos().size() + " 张");
        lines.add("没问题请点“提交”；哪里不对，直接告诉我。也可以匿名。");
        return Reply.of(
                QUESTION,
                String.join("\n", lines),
                Wording.submit(),
                Buttons.plain("匿名提交", "submit-anonymous"),
                Buttons.plain("改地点", "change-place"),
                Buttons.plain("改类别", "change-category"),
                Buttons.plain("补照片", "add-photo"),
                CANCEL);
    }

    private static String shown(String words) {
        return words.length() <= Turn.READ
                ? words
                : Plain.start(words, SHOWN) + "……（全文 " + words.length() + " 字都会登记）";
    }

    Reply similarFound(GridCase other) {
        return Reply.of(
                        QUESTION,
                        "附近已经有人报过一件相同的：\n"
                                + other.number()
                                + " · "
                                + other.category().shown()
                                + " · "
                                + other.place()
                                + " · "
                                + other.state().shown()
                                + "\n是同一件吗？是的话我把您也加进去，进展一起告诉您。",
                        Buttons.with("就是这件，我也关注", "join", other.number()),
                        Buttons.plain("不是，新登记", "new"),
                        CANCEL)
                .about(other.number());
    }

    Reply filed(GridCase filed) {
        return Reply.of(
                        RECEIPT,
                        (filed.urgent() ? "已按紧急情况登记。" : "已登记。")
                                + "编号 "
                                + filed.number()
                                + "\n"
                                + facts(filed)
                                + (filed.anonymous() ? "\n已匿名：经办人员看不到是谁报的。" : "")
                                + "\n办到哪一步，我会告诉您。",
                        Buttons.plain("查进度", "status"))
                .about(filed.number());
    }

    private String facts(GridCase shown) {
        List<String> lines = new ArrayList<>();
        lines.add("类别：" + shown.category().shown());
        var area = shown.area();
        lines.add("地点：" + shown.place() + (area == null ? "" : "（" + area.name() + "）"));
        lines.add("承办：" + department(shown.department()));
        deadline(shown, lines);
        return String.join("\n", lines);
    }

    private static void deadline(GridCase shown, List<String> lines) {
        Instant until = shown.deadline();
        if (until != null && !shown.state().over()) {
            lines.add("时限：" + WHEN.format(until) + " 前处理");
        }
    }

    private String department(@Nullable String id) {
        return id == null ? "由街道分派" : district.department(id).map(Department::name).orElse(id);
    }

    Reply joined(GridCase joined) {
        return Reply.of(
                        RECEIPT,
                        "好的，您也在关注 " + joined.number() + "。\n" + facts(joined) + "\n办到哪一步，我会告诉您。")
                .about(joined.number());
    }

    Reply alreadyFiled(GridCase known) {
        return Reply.of(
                        STATUS,
                        "这件事您已经报过了，不用重复报。编号 "
                                + known.number()
                                + "，"
                                + known.state().shown()
                                + "。\n"
                                + facts(known),
                        Buttons.with("看详情", "case", known.number()),
                        Buttons.plain("不是同一件", "new"))
                .about(known.number());
    }

    Reply added(GridCase known) {
        return Reply.of(STATUS, "已补充到 " + known.number() + "，经办人员能看到。").about(known.number());
    }

    Reply cancelWanted(List<GridCase> open) {
        var choices =
                open.stream()
                        .limit(3)
                        .map(c -> Buttons.with("撤销 " + c.number(), "cancel", c.number()))
                        .toList();
        var list = open.stream().limit(3).map(this::line).collect(Collectors.joining("\n"));
        return Reply.of(QUESTION, "要撤销哪一件？不撤就不用理会。\n" + list, choices);
    }

    Reply shown(GridCase shown) {
        var history =
                shown.history().stream()
                        .map(event -> WHEN.format(event.at()) + " " + event.shown())
                        .collect(Collectors.joining("\n"));
        return Reply.of(
                        STATUS,
                        shown.number()
                                + " · "
                                + shown.stage().shown()
                                + "（"
                                + shown.state().shown()
                                + "）\n"
                                + facts(shown)
                                + "\n"
                                + history)
                .about(shown.number());
    }

    Reply list(List<GridCase> shown) {
        if (shown.isEmpty()) {
            return Reply.of(HELP, "您还没有报过问题。要报的话，直接说发生了什么、在哪里。", Buttons.plain("报问题", "report"));
        }
        if (shown.size() == 1) {
            return shown(shown.getFirst());
        }
        var choices =
                shown.stream()
                        .map(c -> Buttons.with("看 " + c.number(), "case", c.number()))
                        .toList();
        var lines = shown.stream().map(this::line).collect(Collectors.joining("\n"));
        return Reply.of(STATUS, "您最近报的事：\n" + lines, choices);
    }

    private String line(GridCase c) {
        List<String> parts = new ArrayList<>();
        parts.add(c.number() + " · " + c.category().shown() + " · " + c.place());
        parts.add(c.stage().shown() + "（" + c.state().shown() + "）");
        var until = c.deadline();
        if (until != null && !c.state().over()) {
            parts.add(WHEN.format(until) + " 前处理");
        }
        return String.join(" · ", parts);
    }
}
