package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ximen.district.SampleDistrict;
import org.ximen.staff.Role;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

class MovesTest {
    /** Every line of the table, written a second time: states | verb | to | who | needs | told. */
    private static final String EXPECTED =
            """
            REPORTED FILED RETURNED|REFUSE|REFUSED|DISPATCHER|NOTE
            REPORTED|FILE|FILED|DISPATCHER|
            FILED RETURNED|DISPATCH|DISPATCHED|DISPATCHER|
            REPORTED FILED RETURNED|CANCEL|CANCELLED|REPORTER|
            REPORTED FILED RETURNED DISPATCHED ACCEPTED|MERGE|MERGED|DISPATCHER|INTO
            DISPATCHED|ACCEPT|ACCEPTED|HANDLER|
            DISPATCHED ACCEPTED|ARRIVE|=|HANDLER||STAFF
            DISPATCHED ACCEPTED|HANDLE|HANDLED|HANDLER|AFTER_PHOTO
            REPORTED|HANDLE|HANDLED|FINDER|AFTER_PHOTO
            DISPATCHED ACCEPTED|RETURN|RETURNED|HANDLER|NOTE
            DISPATCHED ACCEPTED|SUSPEND|SUSPENDED|DISPATCHER|NOTE
            SUSPENDED|RESUME|DISPATCHED|DISPATCHER|
            DISPATCHED ACCEPTED|EXTEND|=|DISPATCHER|NOTE
            DISPATCHED ACCEPTED|EXTEND|=|HANDLER|NOTE|STAFF
            DISPATCHED ACCEPTED|GRANT|=|DISPATCHER|REQUEST
            DISPATCHED ACCEPTED|DENY|=|DISPATCHER|NOTE REQUEST|STAFF
            DISPATCHED ACCEPTED|ASSIST|=|DISPATCHER_OR_HANDLER|UNITS|NOBODY
            DISPATCHED ACCEPTED|ACCEPT|=|ASSISTANT||STAFF
            DISPATCHED ACCEPTED|HANDLE|=|ASSISTANT||STAFF
            DISPATCHED ACCEPTED|RETURN|=|ASSISTANT|NOTE|STAFF
            HANDLED|VERIFY|VERIFIED|VERIFIER|VERIFIED_PHOTO
            HANDLED VERIFIED|REWORK|ACCEPTED|VERIFIER|NOTE
            VERIFIED|CLOSE|CLOSED|DISPATCHER|CLOSING
            CLOSED REFUSED|REOPEN|FILED|DISPATCHER|
            CLOSED|APPEAL|DISPATCHED|REPORTER|
            REPORTED FILED RETURNED DISPATCHED ACCEPTED|RECLASSIFY|=|DISPATCHER|CATEGORY
            DISPATCHED ACCEPTED|RECLASSIFY|RETURNED|HANDLER|CATEGORY
            REPORTED FILED RETURNED DISPATCHED ACCEPTED|RELOCATE|=|DISPATCHER|PLACE
            REPORTED FILED RETURNED DISPATCHED ACCEPTED|PRIORITISE|=|DISPATCHER_OR_LEADER|URGENCY
            DISPATCHED ACCEPTED|REDISPATCH|RETURNED|DISPATCHER_OR_LEADER|NOTE
            REPORTED FILED RETURNED DISPATCHED ACCEPTED|SPLIT|=|DISPATCHER|NOTE
            REPORTED FILED RETURNED DISPATCHED ACCEPTED SUSPENDED|CONTACT|=|DISPATCHER_OR_HANDLER|REPORTER|NOBODY
            REPORTED FILED DISPATCHED ACCEPTED RETURNED SUSPENDED HANDLED VERIFIED CLOSED REFUSED MERGED CANCELLED|NOTE|=|STAFF|NOTE|STAFF
            """;

    private final Guard guard = new Guard(SampleDistrict.open());

    @Test
    void theTableHoldsJustTheseLines() {
        var lines = new ArrayList<String>();
        for (var state : State.values()) {
            for (var rule : Moves.of(state)) {
                assertThat(rule.from()).isEqualTo(state);
                lines.add(line(rule));
            }
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected());
    }

    private static String line(Moves.Rule rule) {
        var needs = rule.needs().stream().map(Enum::name).sorted().toList();
        return String.join(
                " ",
                rule.from().name(),
                rule.verb().name(),
                rule.to().name(),
                rule.who().name(),
                needs.toString(),
                rule.told().name());
    }

    private static List<String> expected() {
        return EXPECTED.lines()
                .map(line -> line.split("\\|"))
                .flatMap(cells ->
                        Stream.of(cells[0].split(" ")).map(state -> expected(state, cells)))
                .toList();
    }

    private static String expected(String state, String[] cells) {
        var needs =
                cells.length > 4 && !cells[4].isEmpty()
                        ? List.of(cells[4].split(" "))
                        : List.<String>of();
        return String.join(
                " ",
                state,
                cells[1],
                cells[2].equals("=") ? state : cells[2],
                cells[3],
                needs.toString(),
                cells.length > 5 ? cells[5] : "PEOPLE");
    }

    /** Every state, verb and actor: what passes is what the table says, and what is offered. */
    @Test
    void whoMayTakeWhichStepIsWhatTheTableSays() {
        for (var state : State.values()) {
            for (boolean asked : List.of(true, false)) {
                var stored = asked ? asked(state) : stored(state);
                ACTORS.forEach((who, actor) -> {
                    var open = guard.open(stored, actor);
                    for (var verb : Verb.values()) {
                        boolean may =
                                Moves.rules(state, verb).stream()
                                        .anyMatch(rule -> may(who, rule, asked));
                        assertThat(open.contains(verb))
                                .as("%s may %s in %s", who, verb, state)
                                .isEqualTo(may);
                        passes(stored, verb, actor, may, open);
                    }
                });
            }
        }
    }

    private void passes(Stored stored, Verb verb, Actor actor, boolean may, List<Verb> open) {
        if (may) {
            assertThat(guard.pass(stored, verb, actor).verb()).isEqualTo(verb);
        } else {
            assertThatThrownBy(() -> guard.pass(stored, verb, actor))
                    .isInstanceOfSatisfying(
                            NotAllowed.class, e -> assertThat(e.open()).isEqualTo(open));
        }
    }

    private static final Map<String, Actor> ACTORS =
            Map.of(
                    "DISPATCHER", Street.DESK,
                    "LEADER", Actor.staff("小严", Role.LEADER, null),
                    "HANDLER", Street.CREW,
                    "ASSISTANT", Actor.staff("小市", Role.HANDLER, "市场所"),
                    "STRANGER", Actor.staff("小绿", Role.HANDLER, "绿化"),
                    "VERIFIER", Street.CHECK,
                    "EDITOR", Actor.staff("小编", Role.EDITOR, null),
                    "ADMIN", Street.ADMIN,
                    "REPORTER", Actor.reporter(1),
                    "NEIGHBOUR", Actor.reporter(2));

    private static boolean may(String who, Moves.Rule rule, boolean asked) {
        boolean theirs =
                switch (rule.who()) {
                    case DISPATCHER -> Set.of("DISPATCHER", "ADMIN").contains(who);
                    case HANDLER -> Set.of("HANDLER", "ADMIN").contains(who);
                    case VERIFIER -> Set.of("VERIFIER", "ADMIN").contains(who);
                    case DISPATCHER_OR_HANDLER ->
                            Set.of("DISPATCHER", "HANDLER", "ADMIN").contains(who);
                    case DISPATCHER_OR_LEADER ->
                            Set.of("DISPATCHER", "LEADER", "ADMIN").contains(who);
                    case STAFF ->
                            Set.of(
                                            "DISPATCHER",
                                            "HANDLER",
                                            "VERIFIER",
                                            "LEADER",
                                            "ASSISTANT",
                                            "ADMIN")
                                    .contains(who);
                    // A resident's report has no finder; see FieldDeskTest.
                    case FINDER -> false;
                    case ASSISTANT -> who.equals("ASSISTANT");
                    case REPORTER -> who.equals("REPORTER");
                };
        return theirs && (asked || !rule.needs(Moves.Need.REQUEST));
    }

    /** Every line of the table without what it needs: the field that is missing is named. */
    @Test
    void noStepGoesWithoutWhatItNeeds() {
        var fields =
                Map.of(
                        Moves.Need.NOTE, "note",
                        Moves.Need.INTO, "into",
                        Moves.Need.CATEGORY, "category",
                        Moves.Need.PLACE, "place",
                        Moves.Need.URGENCY, "urgent",
                        Moves.Need.UNITS, "units");
        var steps = street();
        for (var state : State.values()) {
            for (var rule : Moves.of(state)) {
                for (var need : rule.needs()) {
                    // What has to be shown is tried in EvidenceTest.
                    if (!fields.containsKey(need)) {
                        continue;
                    }
                    var bare = Move.of(rule.verb());
                    assertThatThrownBy(() ->
                                    steps.after(
                                            asked(state).item(),
                                            rule,
                                            bare,
                                            Street.DESK,
                                            Street.at("2026-11-23T10:00")))
                            .isInstanceOfSatisfying(
                                    Incomplete.class,
                                    e -> assertThat(e.field()).isEqualTo(fields.get(need)));
                }
            }
        }
    }

    private static Steps street() {
        var district = SampleDistrict.open();
        var table = new CodeTable(Street::categories, Street::dangers, district);
        var calendar = new WorkCalendar(Street::workdays);
        var terms = new DispatchTerms(district, table);
        var corrections = new Corrections(terms, new Relocation(district), calendar);
        return new Steps(terms, corrections, calendar);
    }

    @Test
    void handlersOfAnotherDepartmentHaveNoStep() {
        var other = Actor.staff("某人", Role.HANDLER, "城管");
        assertThat(guard.open(stored(State.DISPATCHED), other)).isEmpty();
        assertThat(guard.open(stored(State.DISPATCHED), Street.CREW)).contains(Verb.HANDLE);
    }

    private static Stored stored(State state) {
        return stored(state, null);
    }

    /** With more time asked for; a unit helps in any case. */
    private static Stored asked(State state) {
        var at = Street.at("2026-11-23T10:00");
        return stored(state, new ExtensionRequest("老陈", at, "等配件"));
    }

    private static Stored stored(State state, @Nullable ExtensionRequest extension) {
        var units =
                List.of(
                        new CaseUnit(
                                "scjg",
                                CaseUnit.Answer.ASKED,
                                Street.at("2026-11-23T10:00"),
                                null));
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
                                new Limit(15, LimitUnit.URGENT_MINUTES),
                                Street.at("2026-11-23T10:00"),
                                new WorkCalendar(Street::workdays)),
                        true,
                        false,
                        false,
                        false,
                        null,
                        null,
                        null,
                        CaseOrigin.RESIDENT,
                        List.of(),
                        Street.at("2026-11-23T10:00"),
                        units,
                        extension,
                        List.of());
        return new Stored(1, 1, item, 1L, Street.LI, false);
    }
}
