package org.ximen.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseBook;
import org.ximen.cases.GridCase;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.opinions.Opinion;
import org.ximen.staff.StaffMember;
import org.ximen.visits.Visit;
import org.ximen.visits.VisitKind;
import org.ximen.visits.VisitOutcome;
import org.ximen.visits.VisitSubject;
import org.ximen.visits.Visits;

/** Whom to visit, and who went there, as the pages show it. */
final class VisitSheet {
    private final Visits visits;
    private final CaseBook book;
    private final District district;

    VisitSheet(Visits visits, CaseBook book, District district) {
        this.visits = visits;
        this.book = book;
        this.district = district;
    }

    /**
     * One of those whom staff visit.
     *
     * @param due when they are due, in words
     * @param late whether that day is over
     */
    record SubjectLine(
            long id,
            String kind,
            String name,
            String place,
            String area,
            boolean phone,
            String due,
            boolean late,
            String last) {}

    /**
     * One visit.
     *
     * @param open whether who looks may put it right, if it is the last
     * @param number of the case that came of it; null where none did
     * @param linked whether who looks may open that case
     * @param progress of the case; empty where it is not theirs to see
     * @param suggestion that came of it, and what was answered; empty where none did
     */
    record VisitLine(
            long id,
            boolean open,
            String at,
            String visitor,
            String outcome,
            String note,
            @Nullable String number,
            boolean linked,
            String progress,
            String suggestion) {}

    SubjectLine of(VisitSubject subject, Instant now) {
        var today = Shown.today(now);
        var due = subject.due();
        return new SubjectLine(
                subject.id(),
                visits.kind(subject.kind()).map(VisitKind::name).orElse(subject.kind()),
                subject.name(),
                subject.place(),
                district.area(subject.area()).map(Area::name).orElse(subject.area()),
                subject.hasPhone(),
                due == null ? "没有排期" : due(due, today),
                due != null && due.isBefore(today),
                last(subject.lastAt(), subject.lastOutcome(), now));
    }

    private static String due(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) {
            return "今天";
        }
        return days < 0 ? "超 " + -days + " 天" : due + "（还有 " + days + " 天）";
    }

    private static String last(@Nullable Instant at, @Nullable VisitOutcome outcome, Instant now) {
        return at == null || outcome == null
                ? "还没有去过"
                : Shown.time(at, now) + "，" + outcome.shown();
    }

    VisitLine of(Visit visit, StaffMember me, Instant now) {
        var number = visit.caseNumber();
        var seen = number == null ? null : book.find(number, me).orElse(null);
        return new VisitLine(
                visit.id(),
                visits.desk().isOpen(visit, me, now),
                Shown.time(visit.visitedAt(), now),
                visit.visitor(),
                visit.outcome().shown(),
                visit.note(),
                number,
                seen != null,
                seen == null ? "" : progress(seen),
                visits.desk().suggestion(visit).map(VisitSheet::answered).orElse(""));
    }

    private static String progress(GridCase item) {
        return item.state().shown();
    }

    private static String answered(Opinion opinion) {
        var settled = opinion.settled();
        var head = Objects.toString(opinion.number(), "") + " ";
        if (settled == null || settled.result() == null) {
            return head + opinion.state().shown();
        }
        return head + settled.result().shown() + "：" + Objects.toString(settled.reason(), "");
    }
}
