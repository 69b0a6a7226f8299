package org.ximen.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Sender;
import org.ximen.db.Times;

final class PersonTable {
    private final JdbcClient client;

    PersonTable(JdbcClient client) {
        this.client = client;
    }

    Optional<Person> find(Sender sender) {
        return client.sql("select * from person where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .query(PersonTable::read)
                .optional();
    }

    Optional<Person> find(long id) {
        return client.sql("select * from person where id = ?")
                .param(id)
                .query(PersonTable::read)
                .optional();
    }

    /** Kept as the channel gave it, with or without the country's +86. */
    List<Person> withPhone(String digits) {
        return client.sql("select * from person where phone in (?, ?, ?)")
                .params(digits, "86" + digits, "+86" + digits)
                .query(PersonTable::read)
                .list();
    }

    void insert(Sender sender, Instant now) {
        client.sql(
                        """
                        insert into person (channel, address, profile, language, reachable, met_at)
                        values (?, ?, 'RESIDENT', 'zh', true, ?)
                        """)
                .params(sender.channel(), sender.address(), Times.utc(now))
                .update();
    }

    void profile(long id, Profile profile) {
        client.sql("update person set profile = ? where id = ?")
                .params(profile.name(), id)
                .update();
    }

    void language(long id, String language) {
        client.sql("update person set language = ? where id = ?").params(language, id).update();
    }

    void phone(long id, String phone) {
        client.sql("update person set phone = ? where id = ?").params(phone, id).update();
    }

    void dropPhone(long id) {
        client.sql("update person set phone = null where id = ?").param(id).update();
    }

    void reachable(Sender sender, boolean reachable) {
        client.sql("update person set reachable = ? where channel = ? and address = ?")
                .params(reachable, sender.channel(), sender.address())
                .update();
    }

    void delete(long id) {
        client.sql("delete from person where id = ?").param(id).update();
    }

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                new Sender(row.getString("channel"), row.getString("address")),
                Profile.valueOf(row.getString("profile")),
                row.getString("language"),
                row.getString("phone"),
                row.getBoolean("reachable"));
    }
}
