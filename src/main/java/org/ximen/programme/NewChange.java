package org.ximen.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * A change to be proposed.
 *
 * @param milestone name; null where only the per cent changes
 * @param done day on which it was reached
 * @param undone whether it was not reached after all
 * @param percent 0 to 100; null where it stays
 * @param note what is said of it to those whom it affects, 1 to 300 characters
 */
public record NewChange(
        @Nullable String milestone,
        @Nullable LocalDate done,
        boolean undone,
        @Nullable Integer percent,
        String note) {
    private static final int LONGEST = 300;

    public NewChange {
        note = Plain.visible(note);
        if (note.isEmpty() || note.length() > LONGEST) {
            throw invalid("请写一句给居民看的说明，最多 " + LONGEST + " 个字。");
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw invalid("进度在 0 到 100 之间。");
        }
        if (milestone == null && percent == null) {
            throw invalid("请选一个里程碑，或者写进度。");
        }
        requireDay(milestone, done, undone);
    }

    private static void requireDay(
            @Nullable String milestone, @Nullable LocalDate done, boolean undone) {
        if (milestone == null && (done != null || undone)) {
            throw invalid("写了完成情况，请选是哪个里程碑。");
        }
        if (milestone != null && (done == null) != undone) {
            throw invalid("请写哪天完成的，或者勾选“还没有完成”，只选一样。");
        }
    }

    static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
