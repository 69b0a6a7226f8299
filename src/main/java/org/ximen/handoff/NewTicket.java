package org.ximen.handoff;

import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/**
 * Somebody's wish to talk to a person.
 *
 * @param about what was said or asked before, if anything; what is beyond 1000 characters is left
 *     out
 * @param kind what it is about in a word or two, such as 不满: only staff read it; at most 60
 *     characters
 * @param urgent why it cannot wait, for the desk; null where it can; at most 200 characters
 * @param against id of the department that somebody complains of: its people neither see the ticket
 *     nor are told of it
 */
public record NewTicket(
        @Nullable String about,
        @Nullable String kind,
        @Nullable String urgent,
        @Nullable String against) {
    private static final int LONGEST = 1000;
    private static final int LONGEST_KIND = 60;
    private static final int LONGEST_REASON = 200;

    public NewTicket {
        about = about == null ? null : shortened(Plain.visible(about), LONGEST);
        kind = kind == null ? null : shortened(Plain.visible(kind), LONGEST_KIND - 1);
        urgent = urgent == null ? null : shortened(Plain.visible(urgent), LONGEST_REASON - 1);
    }

    /** One that can wait its turn. */
    static NewTicket about(@Nullable String about) {
        return new NewTicket(about, null, null, null);
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
