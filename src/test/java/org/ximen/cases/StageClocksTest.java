package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.LI;
import static org.ximen.cases.Street.at;
import static org.ximen.cases.TimedStage.CONTACT;
import static org.ximen.cases.TimedStage.DISPATCH;
import static org.ximen.cases.TimedStage.FILING;
import static org.ximen.cases.TimedStage.HANDLING;
import static org.ximen.cases.TimedStage.VERIFICATION;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.TestDatabase;

class StageClocksTest {
    private static final String COVER = "文庙路215号井盖没了";

    /** Which clocks run in which state, written down without a look at the verbs. */
    private static final Map<State, Set<TimedStage>> RUNNING =
            Map.of(
                    State.REPORTED, EnumSet.of(CONTACT, FILING, HANDLING),
                    State.FILED, EnumSet.of(CONTACT, DISPATCH, HANDLING),
                    State.RETURNED, EnumSet.of(CONTACT, DISPATCH, HANDLING),
                    State.DISPATCHED, EnumSet.of(CONTACT, HANDLING),
                    State.ACCEPTED, EnumSet.of(CONTACT, HANDLING),
                    State.HANDLED, EnumSet.of(VERIFICATION));

    @Test
    void everyLineOfTheMovesLeavesTheClocksThatItsStateHas() {
        for (var from : State.values()) {
            for (var rule : Moves.of(from)) {
                assertThat(after(rule)).as("%s", rule).isEqualTo(expected(rule));
            }
        }
    }

    private static Set<TimedStage> after(Moves.Rule rule) {
        var running = EnumSet.noneOf(TimedStage.class);
        running.addAll(RUNNING.getOrDefault(rule.from(), Set.of()));
        ClockEffects.of(rule.from(), rule.verb(), rule.to())
                .forEach((stage, effect) -> {
                    switch (effect) {
                        case STARTS, GOES_ON -> running.add(stage);
                        case STOPS, PAUSES -> running.remove(stage);
                    }
                });
        return running;
    }

    private static Set<TimedStage> expected(Moves.Rule rule) {
        var running = EnumSet.noneOf(TimedStage.class);
        running.addAll(RUNNING.getOrDefault(rule.to(), Set.of()));
        boolean contacted = rule.verb() == Verb.CONTACT || rule.from() == State.HANDLED;
        if (contacted || rule.from() == State.VERIFIED) {
            running.remove(CONTACT);
        }
        return running;
    }

    @ParameterizedTest
    @EnumSource
    void eachStageHasItsClockFromReportToEnd(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:10", DESK, Verb.FILE);
        street.moved(item, "2026-11-23T10:30", DESK, Verb.DISPATCH, Verb.CONTACT);
        street.moved(item, "2026-11-23T11:00", CREW, Verb.HANDLE);
        street.moved(item, "2026-11-23T11:20", CHECK, Verb.REWORK);
        street.moved(item, "2026-11-23T11:40", CREW, Verb.HANDLE);
        street.moved(item, "2026-11-23T12:20", CHECK, Verb.VERIFY);
        assertThat(shown(street, item, "2026-11-23T13:00"))
                .containsExactly(
                        "CONTACT 10:00-11:00 DONE",
                        "FILING 10:00-10:15 DONE",
                        "HANDLING 10:50-12:50 DONE",
                        "DISPATCH 10:10-10:25 DONE_LATE",
                        "VERIFICATION 11:00-11:30 DONE",
                        "VERIFICATION 11:40-12:10 DONE_LATE");
    }

    private static List<String> shown(Street street, GridCase item, String at) {
        return street.cases.clocks(item.number()).stream()
                .map(each -> shown(each, at))
                .toList();
    }

    private static String shown(StageClock each, String at) {
        var clock = each.clock();
        return each.stage()
                + " "
                + hour(clock.start())
                + "-"
                + hour(clock.deadline())
                + " "
                + each.condition(at(at));
    }

    private static String hour(java.time.Instant at) {
        return at.atZone(org.ximen.workdays.WorkCalendar.ZONE).toLocalTime().toString();
    }
}
