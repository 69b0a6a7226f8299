package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.workdays.WorkCalendar;

/** What each step does to a case. Pure: it neither reads nor writes the database. */
final class Steps {
    private final District district;
    private final WorkCalendar calendar;

    Steps(District district, WorkCalendar calendar) {
        this.district = district;
        this.calendar = calendar;
    }

    /** How the case stands after a step that the guard let pass. */
    Standing after(GridCase item, Moves.Rule rule, Move move, Instant now) {
        require(rule, move);
        var moved = item.standing().in(rule.to());
        var clock = item.clock();
        return switch (move.verb()) {
            case FILE -> moved.withCondition(condition(item.category(), move.condition()).id());
            case DISPATCH ->
                    moved.withDepartment(department(item, move))
                            .with(Clock.starting(limited(item).limit(), now, calendar));
            case EXTEND -> moved.with(extended(clock, now));
            case SUSPEND -> moved.with(clock.paused(now));
            case RESUME -> moved.with(clock.resumed(now, calendar));
            case REFUSE -> moved.with(Outcome.NOT_ACCEPTED);
            case CLOSE -> moved.with(move.outcome() == null ? Outcome.RESOLVED : move.outcome());
            case MERGE -> moved.mergedInto(into(item, move));
            case REOPEN -> reopened(moved, item, now);
            case APPEAL -> appealed(moved, item, now);
            case ACCEPT, RETURN, ASSIST, HANDLE, VERIFY, REWORK, CANCEL -> moved;
        };
    }

    private Standing reopened(Standing moved, GridCase item, Instant now) {
        return moved.with((Outcome) null)
                .withDepartment(item.category().department())
                .with(Clock.starting(limited(item).limit(), now, calendar));
    }

    /** Back to those who had it, who get half the time. */
    private Standing appealed(Standing moved, GridCase item, Instant now) {
        return moved.with((Outcome) null)
                .with(Clock.starting(limited(item).limit().half(), now, calendar));
    }

    private Clock extended(Clock clock, Instant now) {
        if (clock.extensions() >= Clock.MOST_EXTENSIONS) {
            throw new Refused("已经延期 %d 次，不能再延".formatted(Clock.MOST_EXTENSIONS));
        }
        if (now.isAfter(clock.deadline())) {
            throw new Refused("已经超过时限，不能延期，请尽快处置");
        }
        return clock.extended(calendar);
    }

    private static void require(Moves.Rule rule, Move move) {
        switch (rule.need()) {
            case NOTHING -> {}
            case NOTE -> {
                if (move.note() == null) {
                    throw new Incomplete("note", "“" + rule.verb().shown() + "”请写明原因（note）");
                }
            }
            case INTO -> {
                if (move.into() == null) {
                    throw new Incomplete("into", "并案请写明并入哪一件（into，案件编号）");
                }
            }
        }
    }

    private static FilingCondition condition(Category category, @Nullable String id) {
        if (id == null) {
            return category.usual();
        }
        return category.conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Incomplete("condition", conditions(category)));
    }

    private static String conditions(Category category) {
        var each = category.conditions().stream().map(c -> c.id() + "（" + c.when() + "）").toList();
        return "没有这个立案条件，请从这些里选：" + String.join("、", each);
    }

    /** The condition that was filed; the usual one if it is gone from the table. */
    private static FilingCondition limited(GridCase item) {
        return item.category().conditions().stream()
                .filter(condition -> condition.id().equals(item.condition()))
                .findFirst()
                .orElse(item.category().usual());
    }

    private String department(GridCase item, Move move) {
        var wanted = move.department() == null ? item.category().department() : move.department();
        if (wanted == null) {
            throw new Incomplete("department", "这类问题没有默认部门，请写明派给哪个部门（department）");
        }
        return district.department(wanted)
                .map(Department::id)
                .orElseThrow(() -> new Incomplete("department", departments(wanted)));
    }

    private String departments(String wanted) {
        var names = district.departments().stream().map(Department::name).toList();
        return "没有“" + wanted + "”这个部门，请从这些里选：" + String.join("、", names);
    }

    private static String into(GridCase item, Move move) {
        var number = CaseNumber.in(String.valueOf(move.into())).orElseThrow(Unknown::new);
        if (number.equals(item.number())) {
            throw new Incomplete("into", "一件案件不能并入自己，请写另一件的编号");
        }
        return number;
    }

    /** A rule beyond the table forbids the step. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }
}
