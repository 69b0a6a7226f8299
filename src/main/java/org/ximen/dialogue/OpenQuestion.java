package org.ximen.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * What the person was asked last and has not answered.
 *
 * @param skill name of the skill that asked
 * @param about what it asked, in the skill's own word
 * @param value what it needs to go on, such as a case's number
 */
public record OpenQuestion(String skill, String about, @Nullable String value) {
    /** Whether this skill asked just this. */
    public boolean is(String bySkill, String what) {
        return skill.equals(bySkill) && about.equals(what);
    }
}
