package org.ximen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Tables {@code staff_chat}, {@code bind_code} and {@code bind_try}. */
final class BindingTable {
    private static final String CHATS =
            """
            select account.*, staff_chat.channel, staff_chat.address, staff_chat.bound_at
            from staff_chat join account on account.id = staff_chat.account
            """;

    private final Db db;

    /** An open code and whose it is. */
    record Open(long account, BindingCode code) {}

    BindingTable(Db db) {
        this.db = db;
    }

    void putCode(long account, BindingCode code, Instant until) {
        // Whoever asks twice at once asks one after the other.
        db.client().sql("update account set active = active where id = ?").params(account).update();
        db.client().sql("delete from bind_code where account = ?").params(account).update();
        db.client()
                .sql("insert into bind_code (account, hash, salt, expires_at) values (?, ?, ?, ?)")
                .params(account, code.hash(), code.salt(), Times.utc(until))
                .update();
    }

    List<Open> codes(Instant now) {
        return db.client()
                .sql(
                        """
                        select bind_code.* from bind_code join account on account.id = account
                        where expires_at > ? and active = true
                        """)
                .params(Times.utc(now))
                .query((row, n) ->
                        new Open(
                                row.getLong("account"),
                                new BindingCode(row.getString("hash"), row.getString("salt"))))
                .list();
    }

    /** False if another chat was faster. */
    boolean takeCode(Open open) {
        return db.client()
                        .sql("delete from bind_code where account = ? and hash = ?")
                        .params(open.account(), open.code().hash())
                        .update()
                == 1;
    }

    void bind(long account, Sender chat, Instant now) {
        unbind(account);
        db.client()
                .sql(
                        """
                        insert into staff_chat (account, channel, address, bound_at)
                        values (?, ?, ?, ?)
                        """)
                .params(account, chat.channel(), chat.address(), Times.utc(now))
                .update();
    }

    boolean unbind(long account) {
        return db.client().sql("delete from staff_chat where account = ?").params(account).update()
                == 1;
    }

    Optional<Bindings.Chat> find(Sender chat) {
        return db.client()
                .sql(CHATS + "where channel = ? and address = ?")
                .params(chat.channel(), chat.address())
                .query(BindingTable::chat)
                .optional();
    }

    Optional<Bindings.Chat> find(long account) {
        return db.client()
                .sql(CHATS + "where staff_chat.account = ?")
                .params(account)
                .query(BindingTable::chat)
                .optional();
    }

    List<Bindings.Chat> list(Role role) {
        return db.client()
                .sql(CHATS + "where role = ? and active = true order by account.id")
                .params(role.name())
                .query(BindingTable::chat)
                .list();
    }

    void tried(Sender chat, Instant now) {
        db.client()
                .sql("insert into bind_try (channel, address, tried_at) values (?, ?, ?)")
                .params(chat.channel(), chat.address(), Times.utc(now))
                .update();
    }

    long tries(Sender chat, Instant since) {
        return db.client()
                .sql(
                        """
                        select count(*) from bind_try
                        where tried_at > ? and channel = ? and address = ?
                        """)
                .params(Times.utc(since), chat.channel(), chat.address())
                .query(Long.class)
                .single();
    }

    long tries(Instant since) {
        return db.client()
                .sql("select count(*) from bind_try where tried_at > ?")
                .params(Times.utc(since))
                .query(Long.class)
                .single();
    }

    void forgetTries(Sender chat) {
        db.client()
                .sql("delete from bind_try where channel = ? and address = ?")
                .params(chat.channel(), chat.address())
                .update();
    }

    int trim(Instant before) {
        var old = Times.utc(before);
        int gone = db.client().sql("delete from bind_try where tried_at < ?").params(old).update();
        return gone
                + db.client()
                        .sql("delete from bind_code where expires_at < ?")
                        .params(old)
                        .update();
    }

    private static Bindings.Chat chat(ResultSet row, int n) throws SQLException {
        return new Bindings.Chat(
                AccountTable.member(row),
                new Sender(row.getString("channel"), row.getString("address")),
                Times.get(row, "bound_at"));
    }
}
