package org.ximen.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.StaffReport;

/**
 * What was typed into the form of a case that staff file.
 *
 * @param seen numbers of likely duplicates that the form has shown
 * @param ticket of the resident in whose name it is filed; null where there is none
 */
record CaseForm(
        @Nullable String description,
        @Nullable String place,
        @Nullable String category,
        @Nullable String source,
        @Nullable String outsideNumber,
        @Nullable String phone,
        @Nullable String seen,
        @Nullable Long ticket) {
    static final CaseForm EMPTY = new CaseForm(null, null, null, null, null, null, null, null);

    /** Filled with what was told in a talk. */
    static CaseForm of(long ticket, String words, @Nullable String place) {
        return new CaseForm(words, place, null, null, null, null, null, ticket);
    }

    StaffReport report() {
        return new StaffReport(
                Objects.requireNonNullElse(description, ""),
                place,
                null,
                category,
                new CaseOrigin(from(), outsideNumber),
                phone);
    }

    private CaseSource from() {
        if (ticket != null) {
            return CaseSource.RESIDENT;
        }
        var chosen = Shown.constant(CaseSource.class, source);
        return chosen != null && CaseSource.byStaff().contains(chosen) ? chosen : CaseSource.PHONE;
    }

    boolean isBlank() {
        return Shown.filled(description) == null;
    }
}
