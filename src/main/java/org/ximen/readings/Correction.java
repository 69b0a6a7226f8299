package org.ximen.readings;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.understanding.Act;

/**
 * What a message really was, as far as somebody says.
 *
 * @param right all that was read is right; then nothing else is said
 * @param act what it wanted
 * @param category code of the code table
 * @param danger whether somebody was in danger just then
 */
public record Correction(
        boolean right, @Nullable Act act, @Nullable String category, @Nullable Boolean danger) {
    /** All that was read is right. */
    public static final Correction RIGHT = new Correction(true, null, null, null);

    /**
     * @throws StaffRefused if it says nothing, or two things that exclude each other
     */
    public Correction {
        boolean says = act != null || category != null || danger != null;
        if (says == right) {
            throw new StaffRefused(INVALID, "请选“听得对”，或者选它其实是什么。");
        }
        if (act != null && danger != null && danger != (act == Act.HELP)) {
            throw new StaffRefused(INVALID, "有人正处在危险里才是“求救”，请改其中一样。");
        }
    }

    /** It wanted something else. */
    public static Correction of(Act act) {
        return new Correction(false, act, null, null);
    }
}
