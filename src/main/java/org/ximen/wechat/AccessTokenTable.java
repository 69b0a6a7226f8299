package org.ximen.wechat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** The one access token of an account, and which machine fetches the next. */
final class AccessTokenTable {
    private final Db db;
    private final String appId;

    AccessTokenTable(Db db, String appId) {
        this.db = db;
        this.appId = appId;
    }

    /**
     * @param token absent before the first
     */
    record Stored(@Nullable String token, Instant until) {}

    Optional<Stored> find() {
        return db.client()
                .sql("select token, until_at from wechat_token where app_id = ?")
                .param(appId)
                .query(AccessTokenTable::read)
                .optional();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(row.getString("token"), Times.get(row, "until_at"));
    }

    /** True for the one machine that shall fetch a new token now. */
    boolean claim(Instant goodUntil, Instant claimUntil, Instant now) {
        return db.in(() ->
                db.client()
                                .sql(
                                        """
                                        merge into wechat_token t
                                        using (values (cast(? as varchar(60)),
                                                       cast(? as timestamp with time zone),
                                                       cast(? as timestamp with time zone),
                                                       cast(? as timestamp with time zone)))
                                            as s(app_id, good_until, claim_until, now_at)
                                        on t.app_id = s.app_id
                                        when matched and t.until_at <= s.good_until
                                            and t.claimed_until <= s.now_at
                                          then update set claimed_until = s.claim_until
                                        when not matched then
                                          insert (app_id, token, until_at, claimed_until)
                                          values (s.app_id, null, s.now_at, s.claim_until)
                                        """)
                                .params(
                                        appId,
                                        Times.utc(goodUntil),
                                        Times.utc(claimUntil),
                                        Times.utc(now))
                                .update()
                        == 1);
    }

    void keep(String token, Instant until, Instant now) {
        db.run(() ->
                db.client()
                        .sql(
                                """
                                update wechat_token set token = ?, until_at = ?, claimed_until = ?
                                where app_id = ?
                                """)
                        .params(token, Times.utc(until), Times.utc(now), appId)
                        .update());
    }

    /** The fetch failed: another may try. */
    void release(Instant now) {
        db.run(() ->
                db.client()
                        .sql("update wechat_token set claimed_until = ? where app_id = ?")
                        .params(Times.utc(now), appId)
                        .update());
    }

    /** This token is not valid; a newer one that somebody fetched meanwhile stays. */
    void drop(String token, Instant now) {
        db.run(() ->
                db.client()
                        .sql(
                                """
                                update wechat_token set until_at = ?
                                where app_id = ? and token = ? and until_at > ?
                                """)
                        .params(Times.utc(now), appId, token, Times.utc(now))
                        .update());
    }
}
