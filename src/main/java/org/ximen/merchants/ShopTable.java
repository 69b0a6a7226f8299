package org.ximen.merchants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;
import org.ximen.text.Language;

/** Table {@code shop}. */
final class ShopTable {
    private final JdbcClient client;

    ShopTable(JdbcClient client) {
        this.client = client;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if the person has one already
     */
    void add(long person, ShopDetails details, Instant now) {
        client.sql(
                        """
                        insert into shop (person, name, trade, place, area, stage,
                            agreed_at, changed_at)
                        values (:person, :name, :trade, :place, :area, :stage, :now, :now)
                        """)
                .param("person", person)
                .param("name", details.name())
                .param("trade", details.trade())
                .param("place", details.place())
                .param("area", details.area())
                .param("stage", details.stage())
                .param("now", Times.utc(now))
                .update();
    }

    /** False if the person has none. */
    boolean change(long person, ShopDetails details, Instant now) {
        return client.sql(
                                """
                                update shop set name = :name, trade = :trade, place = :place,
                                    area = :area, stage = :stage, changed_at = :now
                                where person = :person
                                """)
                        .param("name", details.name())
                        .param("trade", details.trade())
                        .param("place", details.place())
                        .param("area", details.area())
                        .param("stage", details.stage())
                        .param("now", Times.utc(now))
                        .param("person", person)
                        .update()
                == 1;
    }

    Optional<Shop> of(long person) {
        return client.sql("select * from shop where person = ?")
                .param(person)
                .query(ShopTable::read)
                .optional();
    }

    Optional<Shop> find(long id) {
        return client.sql("select * from shop where id = ?")
                .param(id)
                .query(ShopTable::read)
                .optional();
    }

    /** All, the newest first. */
    List<Shop> list() {
        return client.sql("select * from shop order by id desc").query(ShopTable::read).list();
    }

    /** A shop that may be told something, in which language. */
    record DueShop(Shop shop, Language language) {}

    /** A page of those that may be told something and can be reached, by growing id. */
    List<DueShop> due(Instant lastBefore, long after, int most) {
        return client.sql(
                        """
                        select s.*, p.language from shop s
                        join person p on p.id = s.person
                        where s.told and p.reachable and s.id > :after
                            and (s.told_at is null or s.told_at <= :last)
                        order by s.id fetch first :most rows only
                        """)
                .param("last", Times.utc(lastBefore))
                .param("after", after)
                .param("most", most)
                .query((row, n) ->
                        new DueShop(read(row, n), Language.of(row.getString("language"))))
                .list();
    }

    /** Takes the turn to tell a shop something; false if it was told meanwhile. */
    boolean takeTurn(long id, Instant lastBefore, Instant now) {
        return client.sql(
                                """
                                update shop set told_at = :now
                                where id = :id and told and (told_at is null or told_at <= :last)
                                """)
                        .param("now", Times.utc(now))
                        .param("id", id)
                        .param("last", Times.utc(lastBefore))
                        .update()
                == 1;
    }

    /** False if there is none that was told. */
    boolean quiet(long person) {
        return client.sql("update shop set told = false where person = ? and told")
                        .param(person)
                        .update()
                == 1;
    }

    void loud(long person, Instant now) {
        client.sql("update shop set told = true, restored_at = ? where person = ?")
                .params(Times.utc(now), person)
                .update();
    }

    /** False if there was none. */
    boolean delete(long person) {
        return client.sql("delete from shop where person = ?").param(person).update() == 1;
    }

    private static Shop read(ResultSet row, int n) throws SQLException {
        return new Shop(
                row.getLong("id"),
                row.getLong("person"),
                new ShopDetails(
                        row.getString("name"),
                        row.getString("trade"),
                        row.getString("place"),
                        row.getString("area"),
                        row.getString("stage")),
                row.getBoolean("told"),
                Times.get(row, "agreed_at"),
                Times.get(row, "changed_at"));
    }
}
