package org.ximen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Tables {@code staff_chat} and {@code bind_code}. */
final class BindingTable {
    private static final String CHATS =
            """
            select account.*, staff_chat.channel, staff_chat.address, staff_chat.bound_at
            from staff_chat join account on account.id = staff_chat.account
            """;

    private final Db db;

    BindingTable(Db db) {
        this.db = db;
    }

    void putCode(long account, BindingCode code, Instant until) {
        // Whoever asks twice at once asks one after the other.
        db.client().sql("update account set active = active where id = ?").params(account).update();
        db.client().sql("delete from bind_code where account = ?").params(account).update();
        db.client()
                .sql("insert into bind_code (account, hash, expires_at) values (?, ?, ?)")
                .params(account, code.hash(), Times.utc(until))
                .update();
    }

    /** The open account that a code was made for. */
    Optional<Long> owner(BindingCode code, Instant now) {
        return db.client()
                .sql(
                        """
                        select account.id from bind_code join account on account.id = account
                        where hash = ? and expires_at > ? and active = true
                        """)
                .params(code.hash(), Times.utc(now))
                .query(Long.class)
                .optional();
    }

    /** False if another chat was faster. */
    boolean takeCode(BindingCode code) {
        return db.client().sql("delete from bind_code where hash = ?").params(code.hash()).update()
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

    Optional<String> inHand(Sender chat, Instant since) {
        return db.client()
                .sql(
                        """
                        select in_hand from staff_chat
                        where channel = ? and address = ? and in_hand_since >= ?
                        """)
                .params(chat.channel(), chat.address(), Times.utc(since))
                .query((row, n) -> Optional.ofNullable(row.getString("in_hand")))
                .optional()
                .flatMap(kept -> kept);
    }

    void takeInHand(Sender chat, @Nullable String number, Instant now) {
        db.client()
                .sql(
                        """
                        update staff_chat set in_hand = ?, in_hand_since = ?
                        where channel = ? and address = ?
                        """)
                .param(number)
                .param(Times.utc(now))
                .param(chat.channel())
                .param(chat.address())
                .update();
    }

    List<Bindings.Chat> list(String role) {
        return db.client()
                .sql(CHATS + "where role = ? and active = true order by account.id")
                .params(role)
                .query(BindingTable::chat)
                .list();
    }

    int trim(Instant before) {
        return db.client()
                .sql("delete from bind_code where expires_at < ?")
                .params(Times.utc(before))
                .update();
    }

    private static Bindings.Chat chat(ResultSet row, int n) throws SQLException {
        return new Bindings.Chat(
                AccountTable.member(row),
                new Sender(row.getString("channel"), row.getString("address")),
                Times.get(row, "bound_at"));
    }
}
