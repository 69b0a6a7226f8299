package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;
import org.ximen.text.Language;

/**
 * One line of a case's history; never changed.
 *
 * @param who the name of the member of staff, 反映人 or 系统
 * @param verb null for the report itself, for what is added to it, and for warnings
 * @param from null for the report itself
 * @param note why, or what the warning says
 * @param internal whether only staff may read it
 * @param point about where it was done, if that is known
 */
public record Event(
        Instant at,
        String who,
        @Nullable Verb verb,
        @Nullable State from,
        State to,
        @Nullable String note,
        boolean internal,
        @Nullable Point point) {
    /** What is no place. */
    public Event(
            Instant at,
            String who,
            @Nullable Verb verb,
            @Nullable State from,
            State to,
            @Nullable String note,
            boolean internal) {
        this(at, who, verb, from, to, note, internal, null);
    }

    /** What people of the case may read, too. */
    public Event(
            Instant at,
            String who,
            @Nullable Verb verb,
            @Nullable State from,
            State to,
            @Nullable String note) {
        this(at, who, verb, from, to, note, false);
    }

    /** What happened, in words. */
    public String shown() {
        return shown(Language.ZH);
    }

    /** What happened, in words of this language. */
    public String shown(Language language) {
        if (verb != null) {
            return verb.shown(language);
        }
        if (from == null) {
            return language.of("上报", "reported");
        }
        return who.equals(Actor.REPORTER)
                ? language.of("补充", "something added")
                : language.of("提醒", "staff reminded");
    }
}
