package org.ximen.topics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.ximen.cases.CodeTable;
import org.ximen.db.Times;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.topics.CaseTopic.TopicDecision;
import org.ximen.topics.CaseTopic.TopicEnding;
import org.ximen.topics.TopicTable.Kept;

/** Reads rows of {@code topic}. */
final class TopicRows implements RowMapper<Kept> {
    private static final String WHOLE_STREET = "全街道";

    private final CodeTable codeTable;
    private final District district;

    TopicRows(CodeTable codeTable, District district) {
        this.codeTable = codeTable;
        this.district = district;
    }

    @Override
    public Kept mapRow(ResultSet row, int n) throws SQLException {
        var spot = spot(row);
        boolean wide = row.getBoolean("street_wide");
        var code = spot.area();
        var area = code == null ? null : district.area(code).orElse(null);
        var topic =
                new CaseTopic(
                        row.getLong("id"),
                        TopicState.valueOf(row.getString("state")),
                        codeTable.category(row.getString("category")),
                        area,
                        wide,
                        wide ? WHOLE_STREET : place(spot, area),
                        wide ? "" : spot.exact(),
                        counted(row),
                        row.getObject("weekly_median", Integer.class),
                        Times.get(row, "found_at"),
                        decision(row),
                        row.getObject("merged_into", Long.class),
                        new TopicPlan(
                                row.getString("owner"),
                                row.getString("cause"),
                                row.getObject("review_on", LocalDate.class)),
                        ending(row));
        return new Kept(topic, spot);
    }

    private static String place(CaseSpot spot, @Nullable Area area) {
        var open = spot.open();
        return open.isEmpty() ? (area == null ? "地图上的一处" : area.name() + "一带") : open;
    }

    private static CaseSpot spot(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new CaseSpot(
                row.getString("street"),
                row.getString("lane"),
                row.getInt("house"),
                row.getString("estate"),
                latitude == null || longitude == null ? null : new Point(latitude, longitude),
                row.getString("area"));
    }

    private static Recurrence counted(ResultSet row) throws SQLException {
        return new Recurrence(
                row.getInt("cases"),
                row.getInt("people"),
                row.getInt("days"),
                row.getInt("reopenings"));
    }

    private static @Nullable TopicDecision decision(ResultSet row) throws SQLException {
        var at = Times.find(row, "decided_at");
        return at == null
                ? null
                : new TopicDecision(at, row.getString("decided_by"), row.getString("reason"));
    }

    private static @Nullable TopicEnding ending(ResultSet row) throws SQLException {
        var at = Times.find(row, "ended_at");
        return at == null ? null : new TopicEnding(at, row.getString("result"));
    }
}
