package org.ximen.merchants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Tables {@code shop_told} and {@code shop_stopped}. */
final class ShopToldTable {
    private final JdbcClient client;

    /** One article as it was told to one shop. */
    record ToldPolicy(long id, long shop, String article, String tag, @Nullable Boolean useful) {}

    ShopToldTable(JdbcClient client) {
        this.client = client;
    }

    /** Articles with their fingerprints that a shop was told, joined by a blank. */
    Set<String> known(long shop) {
        return client
                .sql("select article || ' ' || fingerprint from shop_told where shop_id = ?")
                .param(shop)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if it was told already
     */
    long add(long shop, PolicyItem item, Instant now) {
        client.sql(
                        """
                        insert into shop_told (shop_id, article, fingerprint, title, tag, told_at)
                        values (:shop, :article, :fingerprint, :title, :tag, :now)
                        """)
                .param("shop", shop)
                .param("article", item.article().id())
                .param("fingerprint", item.fingerprint())
                .param("title", item.title())
                .param("tag", item.tag())
                .param("now", Times.utc(now))
                .update();
        return client.sql(
                        """
                        select id from shop_told
                        where shop_id = ? and article = ? and fingerprint = ?
                        """)
                .params(shop, item.article().id(), item.fingerprint())
                .query(Long.class)
                .single();
    }

    Optional<ToldPolicy> find(long id, long shop) {
        return client.sql("select * from shop_told where id = ? and shop_id = ?")
                .params(id, shop)
                .query((row, n) ->
                        new ToldPolicy(
                                row.getLong("id"),
                                row.getLong("shop_id"),
                                row.getString("article"),
                                row.getString("tag"),
                                row.getObject("useful", Boolean.class)))
                .optional();
    }

    void answer(long id, boolean useful, Instant now) {
        client.sql("update shop_told set useful = ?, answered_at = ? where id = ?")
                .params(useful, Times.utc(now), id)
                .update();
    }

    /** How many articles of a tag a shop found of no use since it wished to hear of them again. */
    int useless(long shop, String tag) {
        return client.sql(
                        """
                        select count(distinct t.article) from shop_told t
                        join shop s on s.id = t.shop_id
                        where t.shop_id = ? and t.tag = ? and t.useful = false
                            and (s.restored_at is null or t.answered_at > s.restored_at)
                        """)
                .params(shop, tag)
                .query(Integer.class)
                .single();
    }

    Set<String> stopped(long shop) {
        return client
                .sql("select tag from shop_stopped where shop_id = ?")
                .param(shop)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void stop(long shop, String tag) {
        client.sql(
                        """
                        insert into shop_stopped (shop_id, tag)
                        select s.id, cast(:tag as varchar(30)) from shop s
                        where s.id = :shop and not exists
                            (select 1 from shop_stopped where shop_id = :shop and tag = :tag)
                        """)
                .param("tag", tag)
                .param("shop", shop)
                .update();
    }

    void restore(long shop) {
        client.sql("delete from shop_stopped where shop_id = ?").param(shop).update();
    }

    int trim(Instant before) {
        return client.sql("delete from shop_told where told_at < ?")
                .param(Times.utc(before))
                .update();
    }

    int count(long shop) {
        return client.sql("select count(*) from shop_told where shop_id = ?")
                .param(shop)
                .query(Integer.class)
                .single();
    }

    /** By article, the one told last first. */
    List<PolicyFigures> figures(int most) {
        return client.sql(
                        """
                        select article, max(title) as title, count(*) as told,
                            sum(case when useful then 1 else 0 end) as useful,
                            sum(case when useful = false then 1 else 0 end) as useless,
                            max(told_at) as last_at
                        from shop_told group by article
                        order by max(told_at) desc, article fetch first :most rows only
                        """)
                .param("most", most)
                .query((row, n) ->
                        new PolicyFigures(
                                row.getString("article"),
                                row.getString("title"),
                                row.getInt("told"),
                                row.getInt("useful"),
                                row.getInt("useless"),
                                Times.get(row, "last_at")))
                .list();
    }
}
