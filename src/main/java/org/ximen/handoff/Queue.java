package org.ximen.handoff;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ximen.workdays.WorkCalendar;

/** What the queue says about a ticket. */
final class Queue {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(WorkCalendar.ZONE);

    private final TicketTable table;
    private final WorkCalendar calendar;

    Queue(TicketTable table, WorkCalendar calendar) {
        this.table = table;
        this.calendar = calendar;
    }

    String receipt(Ticket ticket, Instant now) {
        return switch (ticket.state()) {
            case WAITING -> waiting(ticket, now);
            case CLAIMED -> "工作人员已接入，请直接打字。想结束时回复“结束”。";
            case CLOSED -> "这次人工服务已经结束；需要时回复“人工”再排队。";
        };
    }

    private String waiting(Ticket ticket, Instant now) {
        long before = table.waitingBefore(ticket);
        return "已为您转人工，排队号 "
                + ticket.id()
                + "，"
                + (before == 0 ? "前面没有人在等" : "前面还有 " + before + " 人在等")
                + "。"
                + hours(now)
                + "等待时您可以继续问我，不想等了回复“取消”。";
    }

    private String hours(Instant now) {
        return calendar.openAt(now)
                ? "现在是工作时间，工作人员会尽快回复您。"
                : "现在是非工作时间，工作人员将在 " + WHEN.format(calendar.nextOpening(now)) + " 上班后回复您。";
    }

    /** One line for a person who asks what is kept of them. */
    static String exported(Ticket ticket) {
        var said =
                new StringBuilder(
                        "人工服务 " + ticket.id() + "（" + WHEN.format(ticket.askedAt()) + "）");
        if (ticket.about() != null) {
            said.append("：").append(ticket.about());
        }
        for (var line : ticket.lines()) {
            said.append(line.staff() == null ? "；我：" : "；工作人员：").append(line.text());
        }
        return said.toString();
    }
}
