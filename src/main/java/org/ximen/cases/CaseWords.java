package org.ximen.cases;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.workdays.WorkCalendar;

/** What the people of a case are told. */
public final class CaseWords {
    private static final DateTimeFormatter THIS_YEAR =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ANOTHER_YEAR =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final District district;

    public CaseWords(District district) {
        this.district = district;
    }

    /** An instant as people here read it, such as 11月22日 18:00; with the year if it is another. */
    public static String time(Instant at, Instant now) {
        var then = at.atZone(WorkCalendar.ZONE);
        boolean thisYear = then.getYear() == now.atZone(WorkCalendar.ZONE).getYear();
        return then.format(thisYear ? THIS_YEAR : ANOTHER_YEAR);
    }

    /** Number, kind and place: XM-20261122-0001（污水井盖缺失，文庙路学前街口）. */
    public static String name(GridCase item) {
        var place = item.place().isEmpty() ? "" : "，" + item.place();
        return item.number() + "（" + item.category().shown() + place + "）";
    }

    /** The message about a step, for the one who reported or one who joined. */
    String told(GridCase item, Move move, boolean reporter, Instant now) {
        var head = (reporter ? "您反映的 " : "您关注的 ") + name(item);
        return head + step(item, move, now);
    }

    /** What staff read of a case that waits for them. */
    String waiting(String why, GridCase item, Instant now) {
        var area = item.area();
        return (item.urgent() ? "【紧急】" : "")
                + why
                + "："
                + name(item)
                + (area == null ? "" : "，" + area.name())
                + "。时限 "
                + time(item.clock().deadline(), now)
                + "。请到工作台查看。";
    }

    private String step(GridCase item, Move move, Instant now) {
        var because = because(move.note());
        return switch (move.verb()) {
            case FILE -> "已立案，接下来派给" + department(item) + "，" + until(item, now) + "。";
            case REFUSE -> "未能受理。" + because + "如情况有变化，或您有新的照片、说明，可以重新上报；需要帮助请回复“人工”。";
            case MERGE -> "与 " + item.mergedInto() + " 是同一件事，已合并办理，后续进展照样通知您。";
            case DISPATCH -> "已派给" + department(item) + "，" + until(item, now) + "。";
            case ACCEPT -> department(item) + "已接单，正在处理，" + until(item, now) + "。";
            case RETURN -> "正在重新安排部门，由街道负责跟到底，您不用重新上报。";
            case EXTEND -> "需要更多时间，" + until(item, now) + "。" + because;
            case SUSPEND -> "暂时还不能处理。" + because + "条件具备后会继续办理并通知您。";
            case RESUME -> "已恢复办理，由" + department(item) + "负责，" + until(item, now) + "。";
            case ASSIST -> "已请其他部门协助处理。";
            case HANDLE -> department(item) + "已处理" + said(move.note()) + "，接下来派人核查。";
            case VERIFY -> "已到现场核查，处理情况属实，准备结案。";
            case REWORK -> "核查发现还没有处理好，已要求" + department(item) + "重新处理。" + because;
            case CLOSE -> "已结案，结果：" + outcome(item) + said(move.note()) + "。如果没有解决，请回复“人工”告诉我们。";
            case REOPEN -> "已重新办理，" + until(item, now) + "。";
            case CANCEL -> "已由反映人撤销，不再办理。如果问题还在，您可以重新上报。";
        };
    }

    private static String until(GridCase item, Instant now) {
        return "预计 " + time(item.clock().deadline(), now) + " 前处理";
    }

    private static String because(@Nullable String note) {
        return note == null ? "" : "原因：" + sentence(note);
    }

    private static String said(@Nullable String note) {
        return note == null ? "" : "（" + note + "）";
    }

    private static String sentence(String note) {
        return note.matches("(?s).*[。！？.!?]") ? note : note + "。";
    }

    private static String outcome(GridCase item) {
        return item.outcome() == null ? "已办结" : item.outcome().shown();
    }

    String department(GridCase item) {
        var id = item.department();
        return id == null ? "相关部门" : district.department(id).map(Department::name).orElse(id);
    }
}
