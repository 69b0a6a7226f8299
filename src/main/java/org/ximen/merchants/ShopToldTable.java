package org.ximen.merchants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * What shops were told before, and what they want no more of, by shop.
     *
     * @param articles with their fingerprints, joined by a blank
     */
    record ToldBefore(Map<Long, Set<String>> articles, Map<Long, Set<String>> tags) {
        Set<String> known(long shop) {
            return articles.getOrDefault(shop, Set.of());
        }

        Set<String> stopped(long shop) {
            return tags.getOrDefault(shop, Set.of());
        }
    }

    /** Of the shops behind one id, up to another. */
    ToldBefore between(long after, long last) {
        return new ToldBefore(
                byShop(
                        """
                        select shop_id, article || ' ' || fingerprint from shop_told
                        where shop_id > ? and shop_id <= ?
                        """,
                        after,
                        last),
                byShop(
                        "select shop_id, tag from shop_stopped where shop_id > ? and shop_id <= ?",
                        after,
                        last));
    }

    private Map<Long, Set<String>> byShop(String query, long after, long last) {
        return client
                .sql(query)
                .params(after, last)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
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

    /** An article that a shop was told, and whether it was of use; null if nothing was said. */
    record ToldTitle(String title, Instant at, @Nullable Boolean useful) {}

    /** All that a shop was told, the first first. */
    List<ToldTitle> titles(long shop) {
        return client.sql(
                        """
                        select title, told_at, useful from shop_told
                        where shop_id = ? order by told_at, id
                        """)
                .param(shop)
                .query((row, n) ->
                        new ToldTitle(
                                row.getString("title"),
                                Times.get(row, "told_at"),
                                row.getObject("useful", Boolean.class)))
                .list();
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
