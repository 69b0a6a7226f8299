package org.ximen.cases;

import static org.ximen.cases.ClockEffects.Effect.GOES_ON;
import static org.ximen.cases.ClockEffects.Effect.LAPSES;
import static org.ximen.cases.ClockEffects.Effect.PAUSES;
import static org.ximen.cases.ClockEffects.Effect.STARTS;
import static org.ximen.cases.ClockEffects.Effect.STOPS;
import static org.ximen.cases.TimedStage.CONTACT;
import static org.ximen.cases.TimedStage.DISPATCH;
import static org.ximen.cases.TimedStage.FILING;
import static org.ximen.cases.TimedStage.HANDLING;
import static org.ximen.cases.TimedStage.VERIFICATION;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The table of clocks: by which verb, into which state, which of them starts, stops or stands. */
final class ClockEffects {
    /** What a step does to the clock of one stage. */
    enum Effect {
        /** From the beginning. */
        STARTS,
        /** What it is for is done. */
        STOPS,
        /** Over without it. */
        LAPSES,
        PAUSES,
        /** With the time that was left when it stood still or was stopped. */
        GOES_ON
    }

    private record Step(Verb verb, State to) {}

    /** What a report begins. */
    static final Map<TimedStage, Effect> REPORTED =
            Map.of(CONTACT, STARTS, FILING, STARTS, HANDLING, STARTS);

    private static final Map<Step, Map<TimedStage, Effect>> TABLE = new HashMap<>();

    static {
        put(Verb.FILE, State.FILED, Map.of(FILING, STOPS, DISPATCH, STARTS));
        put(Verb.DISPATCH, State.DISPATCHED, Map.of(DISPATCH, STOPS, HANDLING, STARTS));
        put(Verb.RETURN, State.RETURNED, Map.of(DISPATCH, STARTS));
        put(Verb.RECLASSIFY, State.RETURNED, Map.of(DISPATCH, STARTS));
        put(Verb.REDISPATCH, State.RETURNED, Map.of(DISPATCH, STARTS));
        put(Verb.SUSPEND, State.SUSPENDED, Map.of(HANDLING, PAUSES, CONTACT, PAUSES));
        put(Verb.RESUME, State.DISPATCHED, Map.of(HANDLING, GOES_ON, CONTACT, GOES_ON));
        put(
                Verb.HANDLE,
                State.HANDLED,
                // what was settled on the spot is filed by nobody any more
                Map.of(FILING, LAPSES, HANDLING, STOPS, CONTACT, LAPSES, VERIFICATION, STARTS));
        put(Verb.VERIFY, State.VERIFIED, Map.of(VERIFICATION, STOPS));
        put(Verb.REWORK, State.ACCEPTED, Map.of(VERIFICATION, STOPS, HANDLING, GOES_ON));
        put(Verb.REOPEN, State.FILED, Map.of(CONTACT, STARTS, DISPATCH, STARTS, HANDLING, STARTS));
        put(Verb.APPEAL, State.DISPATCHED, Map.of(CONTACT, STARTS, HANDLING, STARTS));
        Arrays.stream(State.values()).filter(State::over).forEach(ClockEffects::putEnd);
    }

    private ClockEffects() {}

    private static void put(Verb verb, State to, Map<TimedStage, Effect> effects) {
        TABLE.put(new Step(verb, to), effects);
    }

    /** Nothing runs on in a case that is over; who refuses it has decided whether it is filed. */
    private static void putEnd(State over) {
        var all = new HashMap<TimedStage, Effect>();
        Arrays.stream(TimedStage.values()).forEach(stage -> all.put(stage, LAPSES));
        Arrays.stream(Verb.values()).forEach(verb -> put(verb, over, Map.copyOf(all)));
        all.put(FILING, STOPS);
        put(Verb.REFUSE, over, Map.copyOf(all));
    }

    /** What a step does; stages that it leaves alone are missing. */
    static Map<TimedStage, Effect> of(State from, Verb verb, State to) {
        if (verb == Verb.CONTACT) {
            return Map.of(CONTACT, STOPS);
        }
        return from == to ? Map.of() : TABLE.getOrDefault(new Step(verb, to), Map.of());
    }
}
