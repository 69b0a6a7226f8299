package org.ximen.wechat;

import java.time.Instant;
import java.util.Optional;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Conversations of the web page whose people WeChat knows. */
final class PageTable {
    private final Db db;

    PageTable(Db db) {
        this.db = db;
    }

    void insert(String conversation, String openid, Instant now) {
        db.run(() ->
                db.client()
                        .sql(
                                """
                                insert into wechat_page (conversation, openid, opened_at)
                                values (?, ?, ?)
                                """)
                        .params(conversation, openid, Times.utc(now))
                        .update());
    }

    Optional<String> find(String conversation) {
        return db.client()
                .sql("select openid from wechat_page where conversation = ?")
                .param(conversation)
                .query(String.class)
                .optional();
    }

    int count(String openid) {
        return db.client()
                .sql("select count(*) from wechat_page where openid = ?")
                .param(openid)
                .query(Integer.class)
                .single();
    }

    void delete(String openid) {
        db.client().sql("delete from wechat_page where openid = ?").param(openid).update();
    }

    int trim(Instant before) {
        return db.client()
                .sql("delete from wechat_page where opened_at < ?")
                .param(Times.utc(before))
                .update();
    }
}
