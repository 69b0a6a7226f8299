package org.ximen.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.knowledge.Import;
import tools.jackson.databind.json.JsonMapper;

/** The pages. */
final class PageTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Db db;

    PageTable(Db db) {
        this.db = db;
    }

    /** Notes which pages a list names; each stays with the source that named it first. */
    void see(String source, List<ListPage.Link> links, Instant now) {
        for (int place = 0; place < links.size(); place++) {
            see(source, links.get(place), place, now);
        }
    }

    private void see(String source, ListPage.Link link, int place, Instant now) {
        var id = Page.id(link.address());
        int known =
                db.client()
                        .sql("update web_page set seen_at = :now, place = :place where id = :id")
                        .param("place", place)
                        .param("now", Times.utc(now))
                        .param("id", id)
                        .update();
        if (known == 0) {
            insert(source, link, place, now);
        }
    }

    private void insert(String source, ListPage.Link link, int place, Instant now) {
        db.client()
                .sql(
                        """
                        insert into web_page (id, source, address, label, seen_at, place, missing,
                            expired, version)
                        values (:id, :source, :address, :label, :now, :place, 0, false, 0)
                        """)
                .param("id", Page.id(link.address()))
                .param("source", source)
                .param("address", link.address().toString())
                .param("label", link.label())
                .param("place", place)
                .param("now", Times.utc(now))
                .update();
    }

    /**
     * Gives the pages of sources that are followed no more to the one whose list names them now.
     */
    void inherit(String source, List<String> followed, Instant seen) {
        db.client()
                .sql(
                        """
                        update web_page set source = :source
                        where seen_at = :seen and source not in (:followed)
                        """)
                .param("source", source)
                .param("seen", Times.utc(seen))
                .param("followed", followed)
                .update();
    }

    /** The page to check next: new ones first, then the one that was checked longest ago. */
    Optional<Page> next(String source, Instant begun, Instant forgotten) {
        return db.client()
                .sql(
                        """
                        select * from web_page
                        where source = :source and (checked_at is null or checked_at < :begun)
                            and (expired = false or seen_at >= :forgotten)
                        order by case when checked_at is null then 0 else 1 end, checked_at,
                            seen_at desc, place, id
                        fetch first 1 rows only
                        """)
                .param("source", source)
                .param("begun", Times.utc(begun))
                .param("forgotten", Times.utc(forgotten))
                .query((row, n) -> read(row))
                .optional();
    }

    /** How many pages a round has checked, by what came of it. */
    Map<Result, Integer> results(String source, Instant begun) {
        var results = new EnumMap<Result, Integer>(Result.class);
        db.client()
                .sql(
                        """
                        select result, count(*) as pages from web_page
                        where source = :source and checked_at >= :begun group by result
                        """)
                .param("source", source)
                .param("begun", Times.utc(begun))
                .query(row -> {
                    results.put(Result.valueOf(row.getString("result")), row.getInt("pages"));
                });
        return results;
    }

    void update(Checked checked, Instant now) {
        var page = checked.page();
        var report = checked.report();
        db.client()
                .sql(
                        """
                        update web_page set checked_at = :now, result = :result, etag = :etag,
                            modified = :modified, missing = :missing, expired = :expired,
                            version = :version, content = :content, head = :head,
                            given = :given, report = coalesce(cast(:report as text), report)
                        where id = :id
                        """)
                .param("now", Times.utc(now))
                .param("result", checked.result().name())
                .param("etag", page.marks().etag())
                .param("modified", page.marks().modified())
                .param("missing", page.missing())
                .param("expired", page.expired())
                .param("version", page.version())
                .param("content", page.content().words())
                .param("head", page.content().head())
                .param("given", page.content().given())
                .param("report", report == null ? null : JSON.writeValueAsString(report))
                .param("id", page.id())
                .update();
    }

    /** Forgets links that led to no article and that the list names no more. */
    void forget(String source, Instant unseenSince) {
        db.client()
                .sql(
                        """
                        delete from web_page
                        where source = :source and version = 0 and seen_at < :since
                        """)
                .param("source", source)
                .param("since", Times.utc(unseenSince))
                .update();
    }

    /** What became of each page, the latest first. */
    List<Import> reports() {
        return db
                .client()
                .sql(
                        """
                        select report from web_page where report is not null
                        order by checked_at desc, id
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(report -> JSON.readValue(report, Import.class))
                .toList();
    }

    private static Page read(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new Page(
                row.getString("source"),
                HttpUrl.get(row.getString("address")),
                row.getString("label"),
                result == null ? null : Result.valueOf(result),
                row.getInt("missing"),
                row.getBoolean("expired"),
                row.getInt("version"),
                new Page.Content(
                        row.getString("content"), row.getString("head"), row.getString("given")),
                new Marks(row.getString("etag"), row.getString("modified")));
    }
}
