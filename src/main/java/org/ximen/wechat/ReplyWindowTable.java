package org.ximen.wechat;

import java.time.Instant;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** How many messages may still go to whom, and until when. */
final class ReplyWindowTable {
    private final Db db;

    ReplyWindowTable(Db db) {
        this.db = db;
    }

    /** Opens a window; one that is open and allows more stays as it is. */
    void open(String openid, Instant until, int messages, Instant now) {
        db.client()
                .sql(
                        """
                        merge into wechat_chat t
                        using (values (cast(? as varchar(100)),
                                       cast(? as timestamp with time zone), cast(? as integer),
                                       cast(? as timestamp with time zone)))
                            as s(openid, until_at, messages_left, now_at)
                        on t.openid = s.openid
                        when matched then update set
                          messages_left = case
                            when t.until_at <= s.now_at or t.messages_left < s.messages_left
                            then s.messages_left else t.messages_left end,
                          until_at = case
                            when t.until_at <= s.until_at or t.messages_left <= 0
                            then s.until_at else t.until_at end,
                          reminded = false, changed_at = s.now_at
                        when not matched then
                          insert (openid, until_at, messages_left, changed_at)
                          values (s.openid, s.until_at, s.messages_left, s.now_at)
                        """)
                .params(openid, Times.utc(until), messages, Times.utc(now))
                .update();
    }

    /** Takes leave for one message; false where the window is over. */
    boolean take(String openid, Instant now) {
        return change(
                """
                update wechat_chat set messages_left = messages_left - 1
                where openid = ? and until_at > ? and messages_left > 0
                """,
                openid,
                Times.utc(now));
    }

    void giveBack(String openid) {
        change("update wechat_chat set messages_left = messages_left + 1 where openid = ?", openid);
    }

    void shut(String openid) {
        change("update wechat_chat set messages_left = 0 where openid = ?", openid);
    }

    boolean isOpen(String openid, Instant now) {
        return db.client()
                        .sql(
                                """
                                select count(*) from wechat_chat
                                where openid = ? and until_at > ? and messages_left > 0
                                """)
                        .params(openid, Times.utc(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** True once after each window; of a person whose last window is not known any more too. */
    boolean remind(String openid, Instant now) {
        return change(
                """
                merge into wechat_chat t
                using (values (cast(? as varchar(100)), cast(? as timestamp with time zone)))
                    as s(openid, now_at)
                on t.openid = s.openid
                when matched and not t.reminded then update set reminded = true
                when not matched then
                  insert (openid, until_at, messages_left, reminded, changed_at)
                  values (s.openid, s.now_at, 0, true, s.now_at)
                """,
                openid,
                Times.utc(now));
    }

    private boolean change(String sql, Object... params) {
        return db.in(() -> db.client().sql(sql).params(params).update() == 1);
    }

    long countOpen(Instant now) {
        return db.client()
                .sql("select count(*) from wechat_chat where until_at > ? and messages_left > 0")
                .param(Times.utc(now))
                .query(Long.class)
                .single();
    }

    /** The last word still goes; then the next trim erases the row. */
    void forget(String openid) {
        change(
                "update wechat_chat set changed_at = ?, reminded = true where openid = ?",
                Times.utc(Instant.EPOCH),
                openid);
    }

    int trim(Instant before) {
        return db.client()
                .sql("delete from wechat_chat where changed_at < ?")
                .param(Times.utc(before))
                .update();
    }
}
