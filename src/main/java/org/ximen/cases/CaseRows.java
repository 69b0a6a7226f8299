package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.ximen.chat.Sender;
import org.ximen.db.Times;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;

/** Reads rows of {@code grid_case}, yet without pictures and history. */
final class CaseRows implements RowMapper<Stored> {
    private final CodeTable codeTable;
    private final District district;

    CaseRows(CodeTable codeTable, District district) {
        this.codeTable = codeTable;
        this.district = district;
    }

    @Override
    public Stored mapRow(ResultSet row, int index) throws SQLException {
        var reporter = row.getObject("reporter", Long.class);
        return new Stored(
                row.getLong("id"),
                row.getLong("version"),
                item(row),
                reporter,
                tell(row),
                row.getBoolean("forgotten"));
    }

    private GridCase item(ResultSet row) throws SQLException {
        var area = row.getString("area");
        var outcome = row.getString("outcome");
        return new GridCase(
                row.getString("case_number"),
                State.valueOf(row.getString("state")),
                codeTable.category(row.getString("category")),
                area == null ? null : district.area(area).orElse(null),
                row.getString("place"),
                point(row),
                row.getString("description"),
                row.getString("department"),
                clock(row),
                row.getBoolean("urgent"),
                row.getBoolean("anonymous"),
                row.getBoolean("guessed"),
                row.getBoolean("place_guessed"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("filing_condition"),
                row.getString("merged_into"),
                origin(row),
                List.of(),
                Times.get(row, "reported_at"),
                List.of(),
                extension(row),
                List.of());
    }

    private static @Nullable ExtensionRequest extension(ResultSet row) throws SQLException {
        var at = Times.find(row, "extension_asked_at");
        return at == null
                ? null
                : new ExtensionRequest(
                        row.getString("extension_asked_by"), at, row.getString("extension_reason"));
    }

    private static CaseOrigin origin(ResultSet row) throws SQLException {
        var source = CaseSource.valueOf(row.getString("source"));
        return new CaseOrigin(source, row.getString("outside_number"));
    }

    private static Clock clock(ResultSet row) throws SQLException {
        var unit = LimitUnit.valueOf(row.getString("limit_unit"));
        return new Clock(
                new Limit(row.getInt("limit_amount"), unit),
                Times.get(row, "clock_start"),
                Times.get(row, "deadline"),
                Times.find(row, "paused_at"),
                row.getInt("extensions"));
    }

    private static @Nullable Point point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }

    private static @Nullable Sender tell(ResultSet row) throws SQLException {
        var channel = row.getString("tell_channel");
        return channel == null ? null : new Sender(channel, row.getString("tell_address"));
    }
}
