package org.ximen.visits;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;
import org.ximen.text.Plain;

/** What staff type of others, as it may be kept: without personal numbers. */
final class VisitText {
    private VisitText() {}

    /** Empty where nothing was typed. */
    static String optional(String what, @Nullable String typed, int most) {
        var text = Masking.mask(Plain.visible(Objects.toString(typed, "")));
        if (text.length() > most) {
            throw new StaffRefused(INVALID, what + "太长，最多 " + most + " 个字，请写短一些。");
        }
        return text;
    }

    /** Null where nothing was typed. */
    static @Nullable String filled(String what, @Nullable String typed, int most) {
        var text = optional(what, typed, most);
        return text.isEmpty() ? null : text;
    }

    static String required(String what, @Nullable String typed, int most) {
        var text = optional(what, typed, most);
        if (text.isEmpty()) {
            throw new StaffRefused(INVALID, "请写明" + what + "，最多 " + most + " 个字。");
        }
        return text;
    }
}
