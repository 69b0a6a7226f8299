package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Times;
import org.ximen.district.District;
import org.ximen.district.Point;

/** Reads rows of {@code grid_case} as everybody may see them. */
final class PublicRows {
    private final CodeTable codeTable;
    private final District district;

    PublicRows(CodeTable codeTable, District district) {
        this.codeTable = codeTable;
        this.district = district;
    }

    /**
     * One row.
     *
     * @param changes case id → when its state changed last
     */
    PublicCase read(ResultSet row, Map<Long, Instant> changes) throws SQLException {
        var reported = Times.get(row, "reported_at");
        var state = State.valueOf(row.getString("state"));
        var outcome = row.getString("outcome");
        var area = row.getString("area");
        return new PublicCase(
                row.getString("case_number"),
                state,
                outcome == null ? null : Outcome.valueOf(outcome),
                codeTable.category(row.getString("category")),
                district.roadsOf(row.getString("place")),
                area == null ? null : district.area(area).orElse(null),
                point(row),
                row.getString("department"),
                reported,
                changes.getOrDefault(row.getLong("id"), reported),
                expected(row, state));
    }

    private static @Nullable Instant expected(ResultSet row, State state) throws SQLException {
        return state.over() || state == State.SUSPENDED ? null : Times.get(row, "deadline");
    }

    private static @Nullable Point point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }
}
