package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ximen.district.SampleDistrict;
import org.ximen.staff.Role;
import org.ximen.workdays.WorkCalendar;

class MovesTest {
    /** Every line of the table, written a second time: state verb → state who. */
    private static final Set<String> EXPECTED =
            Set.of(
                    "REPORTED FILE → FILED DISPATCHER",
                    "REPORTED REFUSE → REFUSED DISPATCHER",
                    "REPORTED MERGE → MERGED DISPATCHER",
                    "REPORTED CANCEL → CANCELLED REPORTER",
                    "FILED REFUSE → REFUSED DISPATCHER",
                    "FILED MERGE → MERGED DISPATCHER",
                    "FILED DISPATCH → DISPATCHED DISPATCHER",
                    "FILED CANCEL → CANCELLED REPORTER",
                    "RETURNED REFUSE → REFUSED DISPATCHER",
                    "RETURNED MERGE → MERGED DISPATCHER",
                    "RETURNED DISPATCH → DISPATCHED DISPATCHER",
                    "RETURNED CANCEL → CANCELLED REPORTER",
                    "DISPATCHED MERGE → MERGED DISPATCHER",
                    "DISPATCHED ACCEPT → ACCEPTED HANDLER",
                    "DISPATCHED RETURN → RETURNED HANDLER",
                    "DISPATCHED EXTEND → DISPATCHED DISPATCHER_OR_HANDLER",
                    "DISPATCHED SUSPEND → SUSPENDED DISPATCHER",
                    "DISPATCHED ASSIST → DISPATCHED HANDLER",
                    "DISPATCHED HANDLE → HANDLED HANDLER",
                    "ACCEPTED MERGE → MERGED DISPATCHER",
                    "ACCEPTED RETURN → RETURNED HANDLER",
                    "ACCEPTED EXTEND → ACCEPTED DISPATCHER_OR_HANDLER",
                    "ACCEPTED SUSPEND → SUSPENDED DISPATCHER",
                    "ACCEPTED ASSIST → ACCEPTED HANDLER",
                    "ACCEPTED HANDLE → HANDLED HANDLER",
                    "SUSPENDED RESUME → DISPATCHED DISPATCHER",
                    "HANDLED VERIFY → VERIFIED VERIFIER",
                    "HANDLED REWORK → ACCEPTED VERIFIER",
                    "VERIFIED REWORK → ACCEPTED VERIFIER",
                    "VERIFIED CLOSE → CLOSED DISPATCHER",
                    "CLOSED REOPEN → FILED DISPATCHER",
                    "CLOSED APPEAL → DISPATCHED REPORTER",
                    "REFUSED REOPEN → FILED DISPATCHER");

    private final Guard guard = new Guard(SampleDistrict.open());

    @Test
    void theTableHoldsJustTheseLines() {
        var lines = new ArrayList<String>();
        for (var state : State.values()) {
            for (var rule : Moves.of(state)) {
                assertThat(rule.from()).isEqualTo(state);
                lines.add(state + " " + rule.verb() + " → " + rule.to() + " " + rule.who());
            }
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(EXPECTED);
    }

    @Test
    void whatIsNotInTheTableIsRefusedAndTheOpenVerbsAreNamed() {
        for (var state : State.values()) {
            var stored = stored(state);
            var open = guard.open(stored, Street.ADMIN);
            for (var verb : Verb.values()) {
                // An administrator may take every step but the reporter's own.
                boolean may =
                        Moves.rule(state, verb)
                                .filter(rule -> rule.who() != Moves.Who.REPORTER)
                                .isPresent();
                if (may) {
                    assertThat(guard.pass(stored, verb, Street.ADMIN).verb()).isEqualTo(verb);
                    assertThat(open).contains(verb);
                } else {
                    assertThat(open).doesNotContain(verb);
                    assertThatThrownBy(() -> guard.pass(stored, verb, Street.ADMIN))
                            .isInstanceOfSatisfying(
                                    NotAllowed.class, e -> assertThat(e.open()).isEqualTo(open))
                            .hasMessageContaining(verb.shown());
                }
            }
        }
    }

    @Test
    void nobodyTakesTheStepsOfAnother() {
        for (var state : State.values()) {
            for (var rule : Moves.of(state)) {
                for (var role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
                    var actor = Actor.staff("某人", role, "城运中心");
                    boolean may = guard.open(stored(state), actor).contains(rule.verb());
                    assertThat(may).isEqualTo(rule.who().roles().contains(role));
                }
                assertThat(guard.open(stored(state), Actor.reporter(1)).contains(rule.verb()))
                        .isEqualTo(rule.who() == Moves.Who.REPORTER);
                assertThat(guard.open(stored(state), Actor.reporter(2))).isEmpty();
            }
        }
    }

    @Test
    void handlersOfAnotherDepartmentHaveNoStep() {
        var other = Actor.staff("某人", Role.HANDLER, "城管");
        assertThat(guard.open(stored(State.DISPATCHED), other)).isEmpty();
        assertThat(guard.open(stored(State.DISPATCHED), Street.CREW)).contains(Verb.HANDLE);
    }

    private static Stored stored(State state) {
        var item =
                new GridCase(
                        "XM-20261123-0001",
                        state,
                        Street.categories().categories().getFirst().category(),
                        null,
                        "",
                        null,
                        "井盖没了",
                        "cyzx",
                        Clock.starting(
                                Street.categories().clocks().filing(),
                                Street.at("2026-11-23T10:00"),
                                new WorkCalendar(Street::workdays)),
                        true,
                        false,
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        Street.at("2026-11-23T10:00"),
                        List.of());
        return new Stored(1, 1, item, 1L, Street.LI, false, 0);
    }
}
