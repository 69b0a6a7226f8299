package org.ximen.posters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

final class PosterTable {
    private final JdbcClient client;

    PosterTable(JdbcClient client) {
        this.client = client;
    }

    void insert(Poster poster) {
        client.sql(
                        """
                        insert into poster (poster_key, kind, area, place, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        poster.key(),
                        poster.kind().name(),
                        poster.area(),
                        poster.place(),
                        poster.by(),
                        Times.utc(poster.madeAt()))
                .update();
    }

    Optional<Poster> find(String key) {
        return client.sql("select * from poster where poster_key = ?")
                .param(key)
                .query(PosterTable::read)
                .optional();
    }

    List<Poster> list() {
        return client.sql("select * from poster order by made_at desc, poster_key")
                .query(PosterTable::read)
                .list();
    }

    private static Poster read(ResultSet row, int number) throws SQLException {
        return new Poster(
                row.getString("poster_key"),
                Poster.Kind.valueOf(row.getString("kind")),
                row.getString("area"),
                row.getString("place"),
                row.getString("made_by"),
                Times.get(row, "made_at"));
    }
}
