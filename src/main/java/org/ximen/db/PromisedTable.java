package org.ximen.db;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the embedded database says of what was promised, of whatever version its tables are. */
final class PromisedTable {
    // After a copy was restored; between its last look and its end the witness may have missed
    // some.
    private static final long MARGIN = 1000;

    private final JdbcClient client;

    PromisedTable(JdbcClient client) {
        this.client = client;
    }

    Promised held() {
        if (!exists("CASE_COUNTER")) {
            return Promised.NOTHING;
        }
        return new Promised(
                number("select given from case_counter where id = 1"),
                lastCase(),
                message(),
                LogPosition.NOWHERE);
    }

    /** The highest id that a message ever had. */
    long message() {
        long floor =
                exists("NUMBER_FLOOR")
                        ? number(
                                "select coalesce(max(highest), 0) from number_floor"
                                        + " where name = 'outbox'")
                        : 0;
        return Math.max(floor, number("select coalesce(max(id), 0) from outbox"));
    }

    /** Numbers go on behind those that were promised. */
    void raiseFloors(NumberFloors floors, Promised known) {
        if (known.cases() > 0) {
            client.sql("update case_counter set given = ? where id = 1 and given < ?")
                    .params(known.cases(), known.cases())
                    .update();
            var part = known.number().split("-", 0);
            floors.raise(NumberFloors.CASES + part[1], Long.parseLong(part[2]));
        }
        if (known.message() > 0) {
            long next = known.message() + MARGIN;
            floors.raise(NumberFloors.MESSAGES, next);
            client.sql("alter table outbox alter column id restart with " + (next + 1)).update();
        }
    }

    private String lastCase() {
        return client.sql(
                        """
                        select case_number from grid_case
                        order by reported_on desc, nth desc fetch first 1 rows only
                        """)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean exists(String table) {
        return client.sql(
                                """
                                select count(*) from information_schema.tables
                                where table_schema = 'PUBLIC' and table_name = ?
                                """)
                        .param(table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long number(String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
