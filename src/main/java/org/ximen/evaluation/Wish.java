package org.ximen.evaluation;

import org.ximen.understanding.DangerReading;
import org.ximen.understanding.MessageReading;

/** What a message can be for, as the older labelled sets name it. */
enum Wish {
    ASK,
    REPORT,
    STATUS,
    CANCEL,
    SUBSCRIBE,
    UNSUBSCRIBE,
    PERSON,
    /** Praise, blame, a suggestion, a judgement of what was done. */
    FEEDBACK,
    GREETING,
    CHITCHAT,
    /** Somebody is in danger: the advice to call for help comes first. */
    EMERGENCY,
    /** Not for this street. */
    OUT_OF_SCOPE;

    /**
     * What was read, in the twelve classes.
     *
     * @param outside whether a place is named that is not in this street
     */
    static Wish of(MessageReading reading, boolean outside) {
        if (reading.danger().level() == DangerReading.Level.NOW) {
            return EMERGENCY;
        }
        return switch (reading.act()) {
            case HELP, REPORT, SUPPLEMENT, CORRECT, PLACE_ONLY -> outside ? OUT_OF_SCOPE : REPORT;
            case ASK, NOTICES, SIGNUP, PRIVACY, ABOUT_BOT -> ASK;
            case STATUS, URGE -> STATUS;
            case WITHDRAW -> CANCEL;
            case SUBSCRIBE, PROFILE -> SUBSCRIBE;
            case UNSUBSCRIBE -> UNSUBSCRIBE;
            case PERSON -> PERSON;
            case SUGGEST, PRAISE, GRIEVANCE, RATE -> FEEDBACK;
            case GREET -> GREETING;
            case THANK, REPAIR, SMALLTALK, ABUSE, YES, NO -> CHITCHAT;
            case NOT_OURS -> OUT_OF_SCOPE;
        };
    }
}
