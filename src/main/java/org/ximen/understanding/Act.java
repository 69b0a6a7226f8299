package org.ximen.understanding;

import java.util.Locale;

/** What a message wants: 诉求性质. The examples name them in lower case. */
public enum Act {
    /** Wants to know something. */
    ASK,
    /** Something is wrong and somebody should see to it. */
    REPORT,
    /** Somebody is in danger or in need of care now. */
    HELP,
    /** Proposes something new or better. */
    SUGGEST,
    /** Praises a person, a unit or work. */
    PRAISE,
    /** Is dissatisfied with people or with how an office treats them. */
    GRIEVANCE,
    /** Asks how the own case stands. */
    STATUS,
    /** Pushes the own case. */
    URGE,
    /** Adds to a case or to the open draft. */
    SUPPLEMENT,
    /** Puts the draft or the case right. */
    CORRECT,
    /** Wants the draft or the case dropped. */
    WITHDRAW,
    /** Says after closing whether it was solved and how satisfied they are. */
    RATE,
    /** Wants notices. */
    SUBSCRIBE,
    /** Wants no more notices. */
    UNSUBSCRIBE,
    /** Asks what notices or activities there are. */
    NOTICES,
    /** Wants to take part in an activity, or no longer. */
    SIGNUP,
    /** Tells about oneself: home, shop, phone. */
    PROFILE,
    /** Wants a human. */
    PERSON,
    /** Greets or takes leave. */
    GREET,
    /** Thanks or merely acknowledges. */
    THANK,
    /** Asks who or what the assistant is. */
    ABOUT_BOT,
    /** Did not understand, or was not understood. */
    REPAIR,
    /** Chat and feelings without danger. */
    SMALLTALK,
    /** Insults. */
    ABUSE,
    /** Something that no street handles. */
    NOT_OURS,
    /** Yes to what was asked. */
    YES,
    /** No, or not yet, to what was asked. */
    NO,
    /** Nothing but a place. */
    PLACE_ONLY,
    /** What is kept of me; delete my data. */
    PRIVACY;

    /** The name in the examples. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The act of a name in the examples.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Act labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
