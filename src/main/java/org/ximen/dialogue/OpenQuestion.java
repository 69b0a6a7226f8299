package org.ximen.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the person was asked last and has not answered.
 *
 * @param skill name of the skill that asked
 * @param about what it asked, in the skill's own word
 * @param value what it needs to go on, such as a case's number
 * @param since when it was asked; null until it is kept
 */
public record OpenQuestion(
        String skill, String about, @Nullable String value, @Nullable Instant since) {
    /** One that is being asked. */
    public OpenQuestion(String skill, String about, @Nullable String value) {
        this(skill, about, value, null);
    }

    OpenQuestion kept(Instant now) {
        return since == null ? new OpenQuestion(skill, about, value, now) : this;
    }

    /** Whether this skill asked just this. */
    public boolean is(String bySkill, String what) {
        return skill.equals(bySkill) && about.equals(what);
    }
}
