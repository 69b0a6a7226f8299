package org.ximen.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import okhttp3.HttpUrl;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** The rounds, so that any machine can go on with them. */
final class RoundTable {
    private final Db db;

    RoundTable(Db db) {
        this.db = db;
    }

    List<Round> list() {
        return db.client()
                .sql(
                        """
                        select name, begun_at, next_at, list_at, lists_left, followed,
                            trouble, ended_at
                        from web_source order by next_at, name
                        """)
                .query((row, n) -> read(row))
                .list();
    }

    void insert(Round round) {
        db.client()
                .sql(
                        """
                        insert into web_source (name, next_at, lists_left)
                        values (:name, :next, 0)
                        """)
                .param("name", round.source())
                .param("next", Times.utc(round.nextAt()))
                .update();
    }

    void update(Round round) {
        var list = round.list();
        db.client()
                .sql(
                        """
                        update web_source set begun_at = :begun, next_at = :next, list_at = :list,
                            lists_left = :left, followed = :followed, trouble = :trouble,
                            ended_at = :ended
                        where name = :name
                        """)
                .param("begun", Times.utcOrNull(round.begunAt()))
                .param("next", Times.utc(round.nextAt()))
                .param("list", list == null ? null : list.toString())
                .param("left", round.listsLeft())
                .param("followed", round.followed())
                .param("trouble", round.trouble())
                .param("ended", Times.utcOrNull(round.endedAt()))
                .param("name", round.source())
                .update();
    }

    private static Round read(ResultSet row) throws SQLException {
        var list = row.getString("list_at");
        return new Round(
                row.getString("name"),
                Times.find(row, "begun_at"),
                Times.get(row, "next_at"),
                list == null ? null : HttpUrl.parse(list),
                row.getInt("lists_left"),
                row.getString("followed"),
                row.getString("trouble"),
                Times.find(row, "ended_at"));
    }
}
