package org.ximen.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants in SQL: {@code timestamptz} bound as UTC, which both databases take. */
public final class Times {
    private Times() {}

    /** To bind; cut to microseconds, which is what PostgreSQL keeps. */
    public static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** To bind a value that may be absent. */
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    /** To read a column that is never null. */
    public static Instant get(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** To read a column that may be null. */
    public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
